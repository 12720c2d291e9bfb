import type { Viewer } from "@/lib/access/viewer";
import { levelCounts } from "@/lib/bench/level-counts";
import type { StartedAt } from "@/lib/bench/report";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import { runCoverage } from "@/lib/catalogue/run-coverage";
import { authorize } from "@/lib/data/authorize";
import { sha256 } from "@/lib/data/blob";
import { findKnownLog, type KnownLog } from "@/lib/data/known-logs";
import { readHostName } from "@/lib/shared/host-name";
import { readLog } from "./ingest-log";
import { prepareRuns } from "./prepare-run";
import { decideScanTime } from "./scan-time";

/** A run of the file that was checked. */
export interface CheckedRun {
  readonly run: ResolvedRun;
  /** Null where the log names no time. */
  readonly startedAt: Date | null;
  /** The log's time has no zone. */
  readonly zoneAssumed: boolean;
}

export interface CheckedLog {
  /** In file order. */
  readonly runs: readonly CheckedRun[];
  /** The one that an upload of the newest run takes; one of `runs`. */
  readonly chosen: CheckedRun;
  /** Checks of the default run of its edition that the chosen run does not print; null when the edition is not known. */
  readonly notRun: number | null;
  readonly remarks: readonly string[];
  readonly known: KnownLog;
}

/**
 * Reads a log as `ingestLog` would and stores nothing. Throws the same refusals, so that what passes here is taken there. `host` is
 * a guess: one that is no name is left out.
 */
export async function checkLog(
  viewer: Viewer,
  upload: { readonly bytes: Uint8Array; readonly host: string | null; readonly receivedAt: Date },
): Promise<CheckedLog> {
  authorize(viewer, "scan:upload");
  const { log, file } = readLog(upload.bytes);
  const named = upload.host === null ? null : readHostName(upload.host);
  const [known] = await Promise.all([
    findKnownLog(viewer, sha256(log.bytes), named?.ok ? named.value : null),
    // Only for what it refuses.
    prepareRuns(file, "newest"),
  ]);
  const runs = file.runs.map((run) => ({ run, ...timeOf(run.startedAt, known.host?.timeZone ?? null, upload.receivedAt) }));
  const chosen = runs[file.chosen];
  if (chosen === undefined) throw new Error(`a file without the run ${file.chosen} that stands for it`);
  // A scan that says it ran tomorrow is refused, but an older run in the same file may be anything.
  decideScanTime(chosen.run.startedAt, { stated: null, hostZone: known.host?.timeZone ?? null, uploadedAt: upload.receivedAt });
  return { runs, chosen, notRun: runCoverage(chosen.run)?.missing.length ?? null, remarks: [...log.remarks, ...file.remarks], known };
}

function timeOf(startedAt: StartedAt | null, hostZone: string | null, now: Date): Omit<CheckedRun, "run"> {
  if (startedAt === null) return { startedAt: null, zoneAssumed: false };
  // Stating a time takes the log's as it is, wherever it lies.
  const { loggedAt } = decideScanTime(startedAt, { stated: now, hostZone, uploadedAt: now });
  return { startedAt: loggedAt, zoneAssumed: startedAt.kind === "local" };
}

/** Results of a run by level as printed. */
export const checkedCounts = ({ run }: CheckedRun): ReturnType<typeof levelCounts> => levelCounts(run);
