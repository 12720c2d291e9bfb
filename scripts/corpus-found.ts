import { join } from "node:path";
import type { BenchRun } from "@/lib/bench/report";
import { Comparison, countLines, type Levels, levelsOf, type Outcome, readFile } from "./corpus-reading";

/** One output found in public. Its counts were made with grep: sub-headings and Section B are among the lines with a number. */
export interface FoundEntry {
  readonly file: string;
  readonly tool: string;
  readonly format: string;
  readonly runs?: number | null;
  readonly n_results: number | null;
  readonly ids: readonly string[];
  readonly result_lines_with_id_by_level?: Levels | null;
}

/** Compares one found file of docker-bench-security; files of other tools must be refused until there is a reader for them. */
export function checkFound(directory: string, entry: FoundEntry): Outcome {
  const read = readFile(join(directory, entry.file));
  const comparison = new Comparison();
  if (entry.n_results === 0 && entry.format.includes("json") && read.result.ok) {
    return { outcome: "passed over", deviations: [], note: "grep counted printed lines only, and this is JSON: not compared" };
  }
  const refused = entry.tool !== "docker-bench-security" || entry.n_results === 0;
  comparison.expect("refused", refused, !read.result.ok);
  if (!read.result.ok) {
    const note = entry.tool === "docker-bench-security" ? {} : { note: `of another tool (${entry.tool}): only the refusal is checked` };
    return { outcome: "refused", deviations: comparison.deviations, ...note };
  }
  if (!refused) compare(comparison, entry, read.text, read.result.value.runs);
  return { outcome: "read", deviations: comparison.deviations };
}

function compare(comparison: Comparison, entry: FoundEntry, text: string, runs: readonly BenchRun[]): void {
  const results = runs.flatMap((run) => run.results);
  const numbered = results.filter(({ id }) => id !== null);
  const known = new Set(numbered.map(({ id }) => id));
  const headings = entry.ids.filter((id) => !known.has(id) && entry.ids.some((other) => other.startsWith(`${id}.`)));
  const lines = countLines(text);
  // What grep took for results: headings of the form "1.1 - …", and the advice of Section B.
  const lookalikes = lines.checks > 0 ? lines.checks - numbered.length + lines.remediationChecks : headings.length;
  if (typeof entry.runs === "number") comparison.expect("runs", entry.runs, runs.length);
  comparison.expect("results", entry.n_results, numbered.length + lookalikes);
  comparison.expect(
    "numbers not found",
    [],
    entry.ids.filter((id) => !known.has(id) && !headings.includes(id) && !lines.remediationIds.has(id)),
  );
  if (entry.result_lines_with_id_by_level && lookalikes === 0) {
    comparison.expect("results by level", { PASS: 0, WARN: 0, INFO: 0, NOTE: 0, ...entry.result_lines_with_id_by_level }, levelsOf(runs));
  }
}
