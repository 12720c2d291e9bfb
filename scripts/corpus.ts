import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkFound, type FoundEntry } from "./corpus-found";
import { checkGenerated, type GeneratedEntry } from "./corpus-generated";
import type { Deviation } from "./corpus-reading";

/**
 * Proves the readers on a corpus: `npm run corpus -- DIR`. DIR/index.json is a list of files made by the tool itself, with exact
 * counts, or {"files": […]} of outputs found in public, with counts made by grep. Exit code 1 when any file is off.
 */
function main(directory: string): number {
  const index: unknown = JSON.parse(readFileSync(join(directory, "index.json"), "utf8"));
  const outcomes = Array.isArray(index)
    ? (index as GeneratedEntry[]).map((entry) => ({ file: entry.file, ...checkGenerated(directory, entry) }))
    : (index as { files: FoundEntry[] }).files.map((entry) => ({ file: entry.file, ...checkFound(directory, entry) }));
  const off: { file: string; deviations: readonly Deviation[] }[] = [];
  for (const { file, deviations, note } of outcomes) {
    if (note) console.log(`${file}: ${note}`);
    if (deviations.length > 0) off.push({ file, deviations });
  }
  if (off.length > 0) console.table(off.flatMap(({ file, deviations }) => deviations.map((deviation) => ({ file, ...deviation }))));
  const expected = (kind: "read" | "refused") =>
    outcomes.filter((outcome) => outcome.deviations.length === 0 && outcome.outcome === kind).length;
  console.log(`${expected("read")} read as expected, ${expected("refused")} refused as expected, ${off.length} off`);
  return off.length > 0 ? 1 : 0;
}

const [directory] = process.argv.slice(2);
if (directory === undefined) {
  console.error("Usage: npm run corpus -- DIR");
  process.exitCode = 2;
} else {
  process.exitCode = main(resolve(directory));
}
