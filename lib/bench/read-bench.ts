import { err, ok, type Result } from "@/lib/shared/result";
import { readAquaJson } from "./aqua-json";
import { readAquaText } from "./aqua-text";
import { cleanText } from "./clean-text";
import { readDockerBenchJson } from "./docker-bench-json";
import { readDockerBenchText } from "./docker-bench-text";
import { explainRefusal } from "./explain-refusal";
import { readLenientJson } from "./lenient-json";
import { refuse } from "./refusal";
import type { BenchFile, BenchFormat, BenchRun, Refusal } from "./report";
import { readSectionedJson } from "./sectioned-json";
import { hasMonthForMinutes } from "./started-at";
import { isUndashed, printerOf } from "./undashed";

/** What one reader makes of a text; null when it is not its format. */
interface Reading {
  readonly format: BenchFormat;
  readonly runs: readonly BenchRun[];
  readonly remarks: readonly string[];
}

/** Asked in this order; the first that finds a run has the file. A reader for another tool is one more entry. */
const READERS: readonly ((text: string) => Reading | null)[] = [readAsJson, readAsText, readAsAquaText, readJsonAfterProse];

/**
 * Reads a log of any known tool. The format is told from the content, never from the name. Total: any string gives a file with at
 * least one run, or a refusal with a place; never an exception. Time is linear in the length, memory bounded by the values in it.
 * `remarks` are those of the decoding and are handed on.
 */
export function readBench(text: string, remarks: readonly string[] = []): Result<BenchFile, Refusal> {
  const clean = cleanText(text);
  if (clean.text.trim() === "") {
    return err(
      refuse("", {
        code: "empty",
        message: "The file is empty.",
        expected: "the output of docker-bench-security or kube-bench",
        found: "nothing",
      }),
    );
  }
  for (const read of READERS) {
    const reading = read(clean.text);
    if (reading === null || !reading.runs.some(isReal)) continue;
    return ok({
      format: reading.format,
      runs: reading.runs,
      remarks: [...remarks, ...clean.remarks, ...reading.remarks, ...dateRemarks(reading.runs)],
    });
  }
  return err(explainRefusal(clean.text));
}

/** An aborted run of no results is one when the tool's own header, or its start with a date, says so. */
const isReal = (run: BenchRun): boolean => run.results.length > 0 || run.headerVersion !== null || run.startedAt !== null;

function readAsText(text: string): Reading | null {
  if (isUndashed(text)) return null;
  return { format: "docker-bench-text", runs: readDockerBenchText(text), remarks: [] };
}

function readAsAquaText(text: string): Reading | null {
  const runs = readAquaText(text);
  return { format: printerOf(runs) === "kube-bench" ? "kube-bench-text" : "aqua-docker-bench-text", runs, remarks: [] };
}

function readAsJson(text: string): Reading | null {
  const start = /\S/.exec(text)?.index ?? 0;
  return text[start] === "{" || text[start] === '"' || /^\[\s*[{["\]]/.test(text.slice(start, start + 1000)) ? readJson(text) : null;
}

/** JSON after a prompt or a Markdown fence, or a piece that starts in the middle of a file. */
function readJsonAfterProse(text: string): Reading | null {
  return ['"result"', '"dockerbenchsecurity"', '"test_number"'].some((member) => text.includes(member)) ? readJson(text) : null;
}

function readJson(text: string): Reading | null {
  const sectioned = readSectionedJson(text);
  if (sectioned !== null) return { format: "docker-bench-json", runs: sectioned, remarks: [] };
  const { roots, broken } = readLenientJson(text);
  const aqua = text.includes('"test_number"') ? readAquaJson(roots) : null;
  const remarks = broken
    ? [`broken JSON at line ${broken.line}, column ${broken.column} (${broken.what}): everything readable was read`]
    : [];
  if (aqua !== null && aqua.runs.length > 0) {
    return { format: aqua.tool === "kube-bench" ? "kube-bench-json" : "aqua-docker-bench-json", runs: aqua.runs, remarks };
  }
  return { format: "docker-bench-json", runs: readDockerBenchJson(roots), remarks };
}

function dateRemarks(runs: readonly BenchRun[]): string[] {
  return runs
    .filter(({ startedAt, headerVersion }) => startedAt !== null && (headerVersion ?? "1.3.5") === "1.3.5" && hasMonthForMinutes(startedAt))
    .map(
      ({ firstLine }) =>
        `the run from line ${firstLine} may print the month in place of the minutes (1.3.5 of March 2021): its time may be up to an hour off`,
    );
}
