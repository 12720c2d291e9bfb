import type { Viewer } from "@/lib/access/viewer";
import { readBench } from "@/lib/bench/read-bench";
import type { Refusal } from "@/lib/bench/report";
import { type ResolvedFile, resolveFile } from "@/lib/catalogue/resolve-file";
import { authorize } from "@/lib/data/authorize";
import { pack, sha256 } from "@/lib/data/blob";
import { type IngestOutcome, storeUpload } from "@/lib/data/store-upload";
import type { GateRule } from "@/lib/hardening/gate";
import { AppError, type ErrorCode } from "@/lib/shared/app-error";
import { readHostName } from "@/lib/shared/host-name";
import { type DecodedLog, readLogBytes } from "./decode";
import { prepareRuns } from "./prepare-run";
import { decideScanTime } from "./scan-time";
import { MAX_LOG_BYTES } from "./upload-limits";

export interface Upload {
  readonly host: string;
  /** The log as sent, packed or not. */
  readonly bytes: Uint8Array;
  readonly runs: "newest" | "all";
  /** When the caller says that the scan ran; null to take the log's word. */
  readonly ranAt: Date | null;
  readonly fileName: string | null;
  readonly via: "web" | "api" | "cli";
  /** The server's clock. */
  readonly receivedAt: Date;
  /** A log of the sample fleet, for a host of the sample fleet. */
  readonly sample?: boolean;
  /** What the newest scan of the log is held against, where a build asks. */
  readonly gate?: GateRule | null;
}

/** What became of an upload. */
export interface IngestAnswer extends IngestOutcome {
  readonly file: ResolvedFile;
}

/**
 * Bytes to findings: decodes, reads, resolves, dates and stores a log in one transaction. Throws AppError with line, column,
 * expected and found when the file is no log of a known tool; then nothing is stored.
 */
export async function ingestLog(viewer: Viewer, upload: Upload): Promise<IngestAnswer> {
  authorize(viewer, "scan:upload");
  const hostName = readHostName(upload.host);
  if (!hostName.ok) throw new AppError("invalid-input", hostName.error, { detail: { code: "bad-host", field: "host" } });
  const { log, file } = readLog(upload.bytes);
  const [runs, data] = await Promise.all([prepareRuns(file, upload.runs), pack(log.bytes)]);
  const outcome = await storeUpload(viewer, {
    hostName: hostName.value,
    runs,
    log: { digest: sha256(log.bytes), sizeBytes: log.bytes.length, data, fileName: upload.fileName, via: upload.via },
    dateRun: (run, hostZone) => decideScanTime(run.startedAt, { stated: upload.ranAt, hostZone, uploadedAt: upload.receivedAt }),
    statedTime: upload.ranAt,
    sample: upload.sample ?? false,
    gate: upload.gate ?? null,
  });
  return { ...outcome, file, warnings: [...outcome.warnings, ...log.remarks, ...file.remarks] };
}

/** Bytes to runs that have found their controls. Throws AppError with the place when the bytes are no log of a known tool. */
export function readLog(bytes: Uint8Array): { readonly log: DecodedLog; readonly file: ResolvedFile } {
  const log = readLogBytes(bytes, MAX_LOG_BYTES);
  if (!log.ok) throw refused(log.error);
  const file = readBench(log.value.text);
  if (!file.ok) throw refused(file.error);
  return { log: log.value, file: resolveFile(file.value) };
}

const CODES: Partial<Record<Refusal["code"], ErrorCode>> = { archive: "unsupported-media", "too-large": "too-large" };

/** A reader's refusal as the edge answers it, with the place and the lines around it. */
function refused({ message, ...detail }: Refusal): AppError {
  return new AppError(CODES[detail.code] ?? "invalid-input", message, { detail });
}
