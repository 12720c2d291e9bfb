import { readFileSync } from "node:fs";
import { decodeText } from "@/lib/bench/decode-text";
import { readBench } from "@/lib/bench/read-bench";
import type { BenchFile, BenchResult, BenchRun } from "@/lib/bench/report";

export const LOGS = new URL("../logs/", import.meta.url).pathname;

export const logBytes = (file: string): Uint8Array => readFileSync(`${LOGS}${file}`);

export const logText = (file: string): string => decodeText(logBytes(file)).text;

/** Reads a log of tests/logs; a refusal fails the test. */
export function readLog(file: string): BenchFile {
  const { text, remarks } = decodeText(logBytes(file));
  return readText(text, remarks);
}

export function readText(text: string, remarks: readonly string[] = []): BenchFile {
  const result = readBench(text, remarks);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The only run of a log. */
export function onlyRun(file: BenchFile): BenchRun {
  const [run, ...others] = file.runs;
  if (!run || others.length > 0) throw new Error(`${file.runs.length} runs`);
  return run;
}

export function resultOf(run: BenchRun, id: string | null): BenchResult {
  const [result, ...others] = run.results.filter((candidate) => candidate.id === id);
  if (!result || others.length > 0) throw new Error(`${others.length + (result ? 1 : 0)} results of ${id}`);
  return result;
}

export const namesOf = (result: BenchResult): string[] => result.items.map(({ name }) => name);
