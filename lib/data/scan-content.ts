import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { catalogueFacts } from "@/lib/catalogue/catalogue-facts";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import { diffScans, type ScanDiff } from "@/lib/hardening/diff";
import { AppError } from "@/lib/shared/app-error";
import { authorize } from "./authorize";
import { unpack } from "./blob";
import { pool } from "./client";
import { ingestDiff } from "./ingest-diff";
import { scanStep } from "./scan-step";
import { unpackRun } from "./stored-run";
import { transaction } from "./transaction";

/** Everything a scan printed, resolved with today's catalogue. Null for an unknown scan. */
export async function getScanRun(viewer: Viewer, id: number): Promise<ResolvedRun | null> {
  authorize(viewer, "scan:read");
  const { rows } = await pool().query<{ data: Buffer }>(
    "select r.data from scan s join result_set r on r.digest = s.result_set_digest where s.id = $1",
    [id],
  );
  return rows[0] === undefined ? null : unpackRun(rows[0].data);
}

/** An upload of a scan. The first is the one whose lines the evidence names. */
export interface RawLog {
  readonly digest: string;
  readonly format: string;
  readonly fileName: string | null;
  readonly sizeBytes: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Position of the run in the file, from 0. */
  readonly run: number;
  /** "web", "api" or "cli". */
  readonly via: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}

export async function listRawLogs(viewer: Viewer, scanId: number): Promise<RawLog[]> {
  authorize(viewer, "scan:read");
  const { rows } = await pool().query<RawLog>(
    `select l.digest, l.format, l.file_name as "fileName", r.size_bytes as "sizeBytes", l.first_line as "firstLine", l.last_line as "lastLine",
       l.run, l.via, l.uploaded_at as "uploadedAt", l.uploaded_by as "uploadedBy"
     from scan_log l join raw_log r on r.digest = l.digest where l.scan_id = $1 order by l.uploaded_at, l.digest limit 100`,
    [scanId],
  );
  return rows;
}

/** The uploaded bytes, unpacked, exactly as they came. */
export async function getRawBytes(viewer: Viewer, scanId: number, digest: string): Promise<Buffer | null> {
  authorize(viewer, "scan:read");
  const { rows } = await pool().query<{ data: Buffer }>(
    "select r.data from scan_log l join raw_log r on r.digest = l.digest where l.scan_id = $1 and l.digest = $2",
    [scanId, digest],
  );
  return rows[0] === undefined ? null : unpack(rows[0].data);
}

/** A scan against all that was known before it. */
export async function getIngestDiff(viewer: Viewer, scan: { readonly id: number; readonly hostId: number }): Promise<ScanDiff> {
  authorize(viewer, "scan:read");
  return transaction((sql) => ingestDiff(sql, scan.hostId, scan.id));
}

/** Exactly two scans of one host. */
export async function getScanDiff(viewer: Viewer, id: number, baseId: number): Promise<ScanDiff> {
  authorize(viewer, "scan:read");
  const [after, before] = await Promise.all([getStep(viewer, id), getStep(viewer, baseId)]);
  if (after === null || before === null) throw new AppError("not-found", "There is no such scan.");
  if (after.hostId !== before.hostId) throw new AppError("invalid-input", "The two scans are of different hosts.");
  return diffScans(before.step, after.step, catalogueFacts);
}

async function getStep(viewer: Viewer, id: number) {
  const run = await getScanRun(viewer, id);
  const { rows } = await pool().query<{ host_id: number; ran_at: Date; results_digest: string }>(
    "select host_id, ran_at, results_digest from scan where id = $1",
    [id],
  );
  const row = rows[0];
  if (run === null || row === undefined) return null;
  return { hostId: row.host_id, step: scanStep(run, { scanId: id, ranAt: row.ran_at, digest: row.results_digest }) };
}
