import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { decodeText } from "@/lib/bench/decode-text";
import { readBench } from "@/lib/bench/read-bench";
import { resolveFile } from "@/lib/catalogue/resolve-file";
import { authorize } from "./authorize";
import { pool } from "./client";
import { getRawBytes } from "./scan-content";

/** A run in an uploaded file. */
export interface FileRun {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Null for a run whose results were not read again. */
  readonly checks: number | null;
  readonly complete: boolean | null;
  /** The scan it is on the host that was asked about; null when only another run of the file was taken. */
  readonly scanId: number | null;
}

/** What else an uploaded file is. */
export interface ScanFile {
  /** In file order. */
  readonly runs: readonly FileRun[];
  /** False when the file is too large to be read again for this: then only runs that are scans are listed. */
  readonly whole: boolean;
  /** Scans of other hosts that came from the same bytes; at most 20. */
  readonly elsewhere: readonly { readonly scanId: number; readonly host: string }[];
}

/** Reading a file of this size takes some 50 ms. */
const READ_AGAIN_BYTES = 2 * 1024 * 1024;

interface Upload {
  readonly scanId: number;
  readonly hostId: number;
  readonly digest: string;
  readonly sizeBytes: number;
}

/** The runs of an upload of a scan, and where the same bytes were uploaded too. */
export async function getScanFile(viewer: Viewer, upload: Upload): Promise<ScanFile> {
  authorize(viewer, "scan:read");
  const whole = upload.sizeBytes <= READ_AGAIN_BYTES;
  const [scans, elsewhere, bytes] = await Promise.all([
    pool().query<{ scanId: number; index: number; firstLine: number; lastLine: number }>(
      `select scan_id as "scanId", run as index, first_line as "firstLine", last_line as "lastLine" from scan_log
       where digest = $1 and host_id = $2 order by run limit 1000`,
      [upload.digest, upload.hostId],
    ),
    pool().query<{ scanId: number; host: string }>(
      `select l.scan_id as "scanId", h.name as host from scan_log l join host h on h.id = l.host_id
       where l.digest = $1 and l.host_id <> $2 order by l.scan_id limit 20`,
      [upload.digest, upload.hostId],
    ),
    whole ? getRawBytes(viewer, upload.scanId, upload.digest) : null,
  ]);
  const stored = new Map(scans.rows.map((row) => [row.index, row]));
  const read = bytes === null ? [] : readRuns(bytes);
  const runs =
    read.length > 0
      ? read.map((run) => ({ ...run, scanId: stored.get(run.index)?.scanId ?? null }))
      : scans.rows.map((row) => ({ ...row, checks: null, complete: null }));
  return { runs, whole, elsewhere: elsewhere.rows };
}

function readRuns(bytes: Uint8Array): Omit<FileRun, "scanId">[] {
  const file = readBench(decodeText(bytes).text);
  if (!file.ok) return [];
  return resolveFile(file.value).runs.map((run, index) => ({
    index,
    firstLine: run.firstLine,
    lastLine: run.lastLine,
    checks: run.results.length,
    complete: run.complete,
  }));
}
