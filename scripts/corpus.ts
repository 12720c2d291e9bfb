import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { checkFound, type FoundEntry } from "./corpus-found";
import { checkGenerated, type GeneratedEntry } from "./corpus-generated";
import { checkFoundOther, checkKube, isKubeEntry, type KubeEntry } from "./corpus-other-tools";
import type { Deviation, Outcome } from "./corpus-reading";

type Entry = GeneratedEntry | FoundEntry | KubeEntry;

/** What an index says of a file tells how it was counted. */
function check(directory: string, entry: Entry): Outcome {
  if (isKubeEntry(entry)) return checkKube(directory, entry);
  if (!("n_results" in entry)) return checkGenerated(directory, entry);
  return entry.tool === "docker-bench-security" ? checkFound(directory, entry) : checkFoundOther(directory, entry);
}

interface Summary {
  readonly corpus: string;
  readonly files: number;
  readonly "read as expected": number;
  readonly "refused as expected": number;
  readonly off: number;
}

/** Reads every file of a corpus and holds it against DIR/index.json. */
function proveCorpus(directory: string): Summary {
  const index: unknown = JSON.parse(readFileSync(join(directory, "index.json"), "utf8"));
  const entries = Array.isArray(index) ? (index as Entry[]) : (index as { files: Entry[] }).files;
  const outcomes = entries.map((entry) => ({ file: entry.file, ...check(directory, entry) }));
  const off: { file: string; deviations: readonly Deviation[] }[] = [];
  for (const { file, deviations } of outcomes) if (deviations.length > 0) off.push({ file, deviations });
  if (off.length > 0) console.table(off.flatMap(({ file, deviations }) => deviations.map((deviation) => ({ file, ...deviation }))));
  const expected = (kind: Outcome["outcome"]) =>
    outcomes.filter((outcome) => outcome.deviations.length === 0 && outcome.outcome === kind).length;
  return {
    corpus: basename(directory),
    files: entries.length,
    "read as expected": expected("read"),
    "refused as expected": expected("refused"),
    off: off.length,
  };
}

/**
 * Proves the readers on corpora: `npm run corpus -- DIR...`. DIR/index.json is a list of files made by the tool itself, with exact
 * counts, or {"files": […]} of outputs found in public, counted by grep, or of kube-bench's own. Exit code 1 when any file is off.
 */
function main(directories: readonly string[]): number {
  const summaries = directories.map(proveCorpus);
  console.table(summaries);
  return summaries.some(({ off }) => off > 0) ? 1 : 0;
}

const directories = process.argv.slice(2);
if (directories.length === 0) {
  console.error("Usage: npm run corpus -- DIR...");
  process.exitCode = 2;
} else {
  process.exitCode = main(directories.map((directory) => resolve(directory)));
}
