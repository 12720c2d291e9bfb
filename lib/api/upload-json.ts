import type { IngestAnswer } from "@/lib/ingest/ingest-log";
import { diffJson } from "./diff-json";
import { scanJson } from "./scan-json";

/**
 * An upload as the API answers it. `scan` and `diff` are those of the run that stands for the file: the newest complete one of
 * those that were taken.
 */
export function uploadJson(answer: IngestAnswer, wanted: "newest" | "all") {
  const main = answer.runs.find((run) => run.index === answer.file.chosen) ?? answer.runs.at(-1);
  if (main === undefined) throw new Error("an upload was stored without a run");
  const taken = new Set(answer.runs.map((run) => run.index));
  return {
    scan: scanJson(main.scan),
    diff: diffJson(main.diff),
    duplicate: answer.runs.every((run) => !run.created),
    warnings: answer.warnings,
    runs: answer.file.runs.map(({ firstLine, lastLine, complete, results }, index) => ({
      firstLine,
      lastLine,
      complete,
      checks: results.length,
      taken: taken.has(index),
    })),
    ...(wanted === "all" ? { scans: answer.runs.map((run) => scanJson(run.scan)) } : {}),
  };
}

/** What `POST /scans` answers. */
export type UploadAnswer = ReturnType<typeof uploadJson>;
