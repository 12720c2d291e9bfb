import type { IngestedRun } from "@/lib/data/store-upload";
import type { IngestAnswer } from "@/lib/ingest/ingest-log";
import { diffJson } from "./diff-json";
import { gateJson } from "./gate-json";
import { scanJson } from "./scan-json";

/** The run that stands for the file: the newest complete one of those that were taken. */
export function mainRun(answer: IngestAnswer): IngestedRun {
  const main = answer.runs.find((run) => run.index === answer.file.chosen) ?? answer.runs.at(-1);
  if (main === undefined) throw new Error("an upload was stored without a run");
  return main;
}

/** True when nothing was stored: the bytes, or their runs, were there already. */
export const isKnown = (answer: IngestAnswer): boolean => answer.runs.every((run) => !run.created);

/** An upload as the API answers it. `scan` and `diff` are those of its main run. */
export function uploadJson(answer: IngestAnswer, wanted: "newest" | "all") {
  const main = mainRun(answer);
  const taken = new Set(answer.runs.map((run) => run.index));
  return {
    scan: scanJson(main.scan),
    diff: diffJson(main.diff),
    duplicate: isKnown(answer),
    warnings: answer.warnings,
    runs: answer.file.runs.map(({ firstLine, lastLine, complete, results }, index) => ({
      firstLine,
      lastLine,
      complete,
      checks: results.length,
      taken: taken.has(index),
    })),
    ...(answer.gate === null ? {} : gateJson(answer.gate)),
    ...(wanted === "all" ? { scans: answer.runs.map((run) => scanJson(run.scan)) } : {}),
  };
}

/** What `POST /scans` answers. */
export type UploadAnswer = ReturnType<typeof uploadJson>;
