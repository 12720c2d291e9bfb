import { type CheckedLog, checkedCounts } from "@/lib/ingest/check-log";
import type { LogCheck } from "./log-check";

/** A checked log as the API answers it. */
export function checkJson({ runs, chosen, notRun, remarks, known }: CheckedLog): LogCheck {
  const { run } = chosen;
  return {
    format: run.format,
    headerVersion: run.headerVersion,
    edition: run.edition,
    editionCandidates: [...run.editionCandidates],
    startedAt: chosen.startedAt?.toISOString() ?? null,
    zoneAssumed: chosen.zoneAssumed,
    complete: run.complete,
    checks: run.results.length,
    notRun,
    counts: checkedCounts(chosen),
    runs: runs.map((checked) => ({
      firstLine: checked.run.firstLine,
      lastLine: checked.run.lastLine,
      startedAt: checked.startedAt?.toISOString() ?? null,
      complete: checked.run.complete,
      checks: checked.run.results.length,
      taken: checked === chosen,
    })),
    remarks: [...remarks],
    skipped: run.skipped.length,
    knownAs: known.knownAs,
    hostKnown: known.host?.known ?? null,
  };
}
