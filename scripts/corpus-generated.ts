import { join } from "node:path";
import type { BenchResult, BenchRun } from "@/lib/bench/report";
import { Comparison, countLines, type Levels, levelsOf, type Outcome, type Read, readFile } from "./corpus-reading";

interface TextCounts {
  readonly runs: number;
  readonly checkLines: Levels;
  readonly idlessCheckLines: number;
  readonly subItemLines: Levels;
  readonly headingLines: number;
  readonly remediationLines: number;
  readonly checks: number | readonly number[] | null;
  readonly score: number | readonly number[] | null;
  readonly totalCheckLines: number;
}

/** One file of a corpus made by running the tool: counts are those of the text, also for the JSON of the same run. */
export interface GeneratedEntry {
  readonly file: string;
  readonly format: string;
  readonly truncated: boolean;
  readonly expected: TextCounts | { readonly text: TextCounts } | null;
  readonly jsonResultKeys?: number;
  readonly jsonCoversLastRunOnly?: boolean;
  readonly jsonShape?: string;
}

/** Compares one file of the generated corpus with its index entry. */
export function checkGenerated(directory: string, entry: GeneratedEntry): Outcome {
  const read = readFile(join(directory, entry.file));
  const comparison = new Comparison();
  if (entry.expected === null) {
    comparison.expect("refused", true, !read.result.ok);
    return { outcome: "refused", deviations: comparison.deviations };
  }
  comparison.expect("refused", false, !read.result.ok);
  if (read.result.ok) {
    if ("text" in entry.expected) compareJson(comparison, entry, entry.expected.text, read.text, read.result.value.runs);
    else compareText(comparison, entry.expected, read, read.result.value.runs);
  }
  return { outcome: "read", deviations: comparison.deviations };
}

function compareText(comparison: Comparison, expected: TextCounts, read: Read, runs: readonly BenchRun[]): void {
  const results = runs.flatMap((run) => run.results);
  const lines = countLines(read.text);
  comparison.expect("runs", expected.runs, runs.length);
  comparison.expect("results by level", expected.checkLines, levelsOf(runs));
  comparison.expect("results without an id", expected.idlessCheckLines, results.filter(({ id }) => id === null).length);
  comparison.expect("results", expected.totalCheckLines, results.length);
  comparison.expect("lines of items by level", expected.subItemLines, lines.subItems);
  comparison.expect("lines of items kept", sum(expected.subItemLines), keptSubLines(runs));
  comparison.expect(
    "headings",
    expected.headingLines,
    lines.headings + lines.checks - (expected.totalCheckLines - expected.idlessCheckLines),
  );
  comparison.expect("lines of Section B", expected.remediationLines, lines.remediation);
  comparison.expect("checks", listed(expected.checks), footers(runs, "checks"));
  comparison.expect("score", listed(expected.score), footers(runs, "score"));
}

/** Every line of items is an item, a note or a skipped line. One line may name several users; they share its number. */
function keptSubLines(runs: readonly BenchRun[]): number {
  const results = runs.flatMap((run) => run.results);
  const itemLines = new Set(results.flatMap((result) => result.items.map((item) => item.line)));
  const skipped = runs
    .flatMap((run) => run.skipped)
    .filter(({ reason }) => reason === "the tool left out a section" || reason === "an item without its check");
  return itemLines.size + results.flatMap((result) => result.notes).length + skipped.length;
}

function compareJson(comparison: Comparison, entry: GeneratedEntry, expected: TextCounts, text: string, runs: readonly BenchRun[]): void {
  const share = entry.jsonCoversLastRunOnly ? expected.runs : 1;
  comparison.expect("runs", 1, runs.length);
  const results = runs.flatMap((run) => run.results).length;
  // The flat form leaves out some checks of the text, so it is held against its own keys.
  if (entry.jsonShape === "flat") comparison.expect("results", flatKeys(text), results);
  else comparison.expect("results", entry.jsonResultKeys, results + lostStarts(runs));
  comparison.expect(
    "closed",
    !entry.truncated,
    runs.every((run) => run.closed),
  );
  comparison.expect("checks", entry.truncated ? [] : listed(expected.checks).slice(0, 1), footers(runs, "checks"));
  comparison.expect("score", entry.truncated ? [] : listed(expected.score).slice(0, 1), footers(runs, "score"));
  if (!entry.truncated && entry.jsonShape !== "flat") compareJsonLevels(comparison, expected, share, runs);
}

const flatKeys = (text: string): number => new Set(text.match(/^ {2}"\d+\.\d+(?=":)/gm)).size;

/** Results the tool itself wrote without their first half. */
const lostStarts = (runs: readonly BenchRun[]): number =>
  runs.flatMap((run) => run.skipped).filter(({ reason }) => reason === "a result whose number was never written").length;

/**
 * Known differences: the text says NOTE and the JSON INFO for the hardened host, for the daemon as a non-root user and in section 8;
 * the version of Docker may be PASS in the text and INFO in the JSON; only the JSON numbers the deprecated check.
 */
function compareJsonLevels(comparison: Comparison, expected: TextCounts, share: number, runs: readonly BenchRun[]): void {
  const lost = lostStarts(runs);
  const { PASS = 0, WARN = 0, INFO = 0, NOTE = 0 } = levelsOf(runs.map((run) => ({ ...run, results: run.results.map(asInText) })));
  const text = { PASS: 0, WARN: 0, INFO: 0, NOTE: 0, ...expected.checkLines };
  const oneLess = PASS + lost === text.PASS / share - 1;
  comparison.expect(
    "results by level",
    { WARN: text.WARN / share, NOTE: text.NOTE / share, INFO: (text.INFO + expected.idlessCheckLines) / share },
    { WARN, NOTE, INFO: INFO - (oneLess ? 1 : 0) },
  );
  comparison.expect("PASS", text.PASS / share, PASS + lost + (oneLess ? 1 : 0));
}

function asInText(result: BenchResult): BenchResult {
  const saysNote =
    /^(?:Ensure the container host has been Hardened|Run the Docker daemon as a non-root user)/.test(result.title) ||
    result.section === "8";
  return saysNote && result.level === "INFO" ? { ...result, level: "NOTE" } : result;
}

const sum = (levels: Levels): number => Object.values(levels).reduce((total, count) => total + count, 0);
const listed = (value: number | readonly number[] | null): readonly number[] =>
  value === null ? [] : typeof value === "number" ? [value] : value;
const footers = (runs: readonly BenchRun[], key: "checks" | "score"): number[] =>
  runs.map((run) => run[key]).filter((value) => value !== null);
