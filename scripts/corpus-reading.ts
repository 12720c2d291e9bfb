import { readFileSync } from "node:fs";
import { readLine, splitJoined } from "@/lib/bench/bench-line";
import { decodeText } from "@/lib/bench/decode-text";
import { readBench } from "@/lib/bench/read-bench";
import type { BenchFile, BenchRun, Level, Refusal } from "@/lib/bench/report";
import type { Result } from "@/lib/shared/result";

/** One value of one file that is not what its index says. */
export interface Deviation {
  readonly what: string;
  readonly expected: string;
  readonly got: string;
}

export interface Outcome {
  readonly outcome: "read" | "refused";
  readonly deviations: readonly Deviation[];
}

export type Levels = Partial<Record<Level, number>>;

export interface Read {
  readonly text: string;
  readonly result: Result<BenchFile, Refusal>;
}

export function readFile(path: string): Read {
  const { text, remarks } = decodeText(readFileSync(path));
  return { text, result: readBench(text, remarks) };
}

/** Collects what differs; equal values leave no trace. Values are compared as JSON with sorted keys. */
export class Comparison {
  readonly deviations: Deviation[] = [];

  expect(what: string, expected: unknown, got: unknown): void {
    const [wanted, found] = [stable(expected), stable(got)];
    if (wanted !== found) this.deviations.push({ what, expected: wanted, got: found });
  }
}

const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Counts results with an id by level, over all runs; levels that do not occur are 0. */
export function levelsOf(runs: readonly BenchRun[]): Levels {
  const counts: Levels = { PASS: 0, WARN: 0, INFO: 0, NOTE: 0 };
  for (const result of runs.flatMap((run) => run.results)) if (result.id !== null) counts[result.level] = (counts[result.level] ?? 0) + 1;
  return counts;
}

export interface LineCounts {
  readonly subItems: Levels;
  headings: number;
  /** Lines in the shape of checks, with the headings that only structure tells apart. */
  checks: number;
  /** Tagged lines of Section B, and those among them in the shape of checks. */
  remediation: number;
  remediationChecks: number;
  readonly remediationIds: Set<string>;
}

/** Counts lines of a text by their shape alone, to be held against what the reader made of them. */
export function countLines(text: string): LineCounts {
  const counts: LineCounts = {
    subItems: { PASS: 0, WARN: 0, INFO: 0, NOTE: 0 },
    headings: 0,
    checks: 0,
    remediation: 0,
    remediationChecks: 0,
    remediationIds: new Set(),
  };
  let inRemediation = false;
  for (const line of text.split("\n").flatMap(splitJoined)) {
    const read = readLine(line);
    if (read.kind === "part" || read.kind === "start" || read.kind === "checks") inRemediation = read.kind === "part" && read.part === "B";
    else if (inRemediation) {
      if ("level" in read) counts.remediation += 1;
      if (read.kind === "check") {
        counts.remediationChecks += 1;
        counts.remediationIds.add(read.id);
      }
    } else if (read.kind === "sub") counts.subItems[read.level] = (counts.subItems[read.level] ?? 0) + 1;
    else if (read.kind === "heading") counts.headings += 1;
    else if (read.kind === "check") counts.checks += 1;
  }
  return counts;
}
