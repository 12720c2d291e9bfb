import { join } from "node:path";
import type { BenchRun } from "@/lib/bench/report";
import { Comparison, countLines, type Levels, levelsOf, type Outcome, readFile } from "./corpus-reading";

/** One output found in public. Its counts were made with grep: sub-headings and Section B are among the lines with a number. */
export interface FoundEntry {
  readonly file: string;
  readonly tool: string;
  readonly format: string;
  readonly runs?: number | null;
  readonly counts: Levels;
  readonly n_results: number | null;
  readonly ids: readonly string[];
  readonly result_lines_with_id_by_level?: Levels | null;
}

/** Compares one found file of docker-bench-security. */
export function checkFound(directory: string, entry: FoundEntry): Outcome {
  const read = readFile(join(directory, entry.file));
  const comparison = new Comparison();
  if (entry.n_results === 0 && entry.format.includes("json") && read.result.ok) {
    // grep counted printed lines only, and this is JSON: its own numbers are what it can be held against.
    const written = new Set([...read.text.matchAll(/"id": ?"([\d.]+)", ?"desc"/g)].map(([, id]) => id));
    comparison.expect("numbers", [...written], [...new Set(read.result.value.runs.flatMap(({ results }) => results.map(({ id }) => id)))]);
    return { outcome: "read", deviations: comparison.deviations };
  }
  const refused = entry.n_results === 0;
  comparison.expect("refused", refused, !read.result.ok);
  if (!read.result.ok) return { outcome: "refused", deviations: comparison.deviations };
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
