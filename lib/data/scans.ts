import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { BenchFormat, Level } from "@/lib/bench/report";
import { type Tool, toolOf } from "@/lib/bench/tool";
import { AppError } from "@/lib/shared/app-error";
import { type Page, type PageRequest, toPage } from "@/lib/shared/page";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { Sql } from "./transaction";

/** A stored scan: what the tool printed in numbers, and how it came here. */
export interface ScanRow {
  readonly id: number;
  readonly hostId: number;
  readonly host: string;
  readonly tool: Tool;
  readonly format: BenchFormat;
  readonly headerVersion: string | null;
  readonly edition: string | null;
  readonly editionCandidates: readonly string[];
  readonly ranAt: Date;
  readonly timeSource: "stated" | "log" | "log_assumed_zone" | "upload";
  readonly loggedAt: Date | null;
  readonly complete: boolean;
  readonly checks: number;
  readonly toolChecks: number | null;
  readonly toolScore: number | null;
  readonly levels: Readonly<Record<Level, number>>;
  readonly unmapped: number;
  readonly skipped: number;
  /** Sizes of the ingest diff when the scan was stored. */
  readonly newlyFailing: number;
  readonly fixed: number;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}

type ScanRecord = Omit<ScanRow, "tool" | "levels"> & { readonly levels: readonly number[] };

const SELECT = `
  select s.id, s.host_id as "hostId", h.name as host, s.format, s.header_version as "headerVersion", s.edition,
    s.edition_candidates as "editionCandidates", s.ran_at as "ranAt", s.time_source as "timeSource", s.logged_at as "loggedAt", s.complete,
    s.check_count as checks, s.tool_checks as "toolChecks", s.tool_score as "toolScore",
    array[s.level_pass, s.level_warn, s.level_info, s.level_note, s.level_fail] as levels,
    s.unmapped_count as unmapped, s.skipped_count as skipped, s.newly_failing as "newlyFailing", s.fixed,
    s.uploaded_at as "uploadedAt", s.uploaded_by as "uploadedBy"
  from scan s join host h on h.id = s.host_id`;

function toRow(record: ScanRecord): ScanRow {
  const [PASS = 0, WARN = 0, INFO = 0, NOTE = 0, FAIL = 0] = record.levels;
  return { ...record, tool: toolOf(record.format), levels: { PASS, WARN, INFO, NOTE, FAIL } };
}

/** For code that holds a transaction on the scan's host. */
export async function getScanRow(sql: Sql, id: number): Promise<ScanRow> {
  const { rows } = await sql.query<ScanRecord>({ name: "scan-row", text: `${SELECT} where s.id = $1`, values: [id] });
  if (rows[0] === undefined) throw new Error(`scan ${id} is gone`);
  return toRow(rows[0]);
}

export async function getScan(viewer: Viewer, id: number): Promise<ScanRow | null> {
  authorize(viewer, "scan:read");
  const { rows } = await pool().query<ScanRecord>({ name: "scan-row", text: `${SELECT} where s.id = $1`, values: [id] });
  return rows[0] === undefined ? null : toRow(rows[0]);
}

/** The newest scan of a host by a tool that looks at Docker; null when only kube-bench has been there. */
export async function getNewestDockerScan(viewer: Viewer, hostId: number): Promise<ScanRow | null> {
  authorize(viewer, "scan:read");
  const { rows } = await pool().query<ScanRecord>(
    `${SELECT} where s.host_id = $1 and s.format not like 'kube-bench%' order by s.ran_at desc, s.results_digest desc limit 1`,
    [hostId],
  );
  return rows[0] === undefined ? null : toRow(rows[0]);
}

/** A host's newest scan before an instant, and that of the other family (Docker or Kubernetes) where there is one; newest first. */
export async function listNewestByFamily(viewer: Viewer, hostId: number, before: Date | null): Promise<ScanRow[]> {
  authorize(viewer, "scan:read");
  const { rows } = await pool().query<ScanRecord>(
    `${SELECT} where s.id in (
       select distinct on (format like 'kube-bench%') id from scan where host_id = $1 and ($2::timestamptz is null or ran_at < $2)
       order by format like 'kube-bench%', ran_at desc, results_digest desc
     ) order by s.ran_at desc, s.results_digest desc`,
    [hostId, before],
  );
  return rows.map(toRow);
}

/** A host's scans, newest first by their own time. The cursor is "epochMs-id". */
export async function listHostScans(viewer: Viewer, hostId: number, page: PageRequest): Promise<Page<ScanRow>> {
  authorize(viewer, "scan:read");
  const [at, id] = readCursor(page.cursor);
  const { rows } = await pool().query<ScanRecord>(
    `${SELECT} where s.host_id = $1 and ($2::timestamptz is null or (s.ran_at, s.id) < ($2, $3)) order by s.ran_at desc, s.id desc limit $4`,
    [hostId, at, id, page.limit + 1],
  );
  return toPage(rows, page.limit, (scan) => `${scan.ranAt.getTime()}-${scan.id}`, toRow);
}

/** The newest scans of all hosts by upload, for the overview. */
export async function listNewestScans(viewer: Viewer, limit: number): Promise<ScanRow[]> {
  authorize(viewer, "scan:read");
  const { rows } = await pool().query<ScanRecord>(`${SELECT} order by s.id desc limit $1`, [limit]);
  return rows.map(toRow);
}

function readCursor(cursor: string | null): [Date | null, number] {
  const match = cursor === null ? null : /^(\d{1,15})-(\d{1,10})$/.exec(cursor);
  return match === null ? [null, 0] : [new Date(Number(match[1])), Number(match[2])];
}

/** The scan, or a refusal that names it. */
export async function requireScan(viewer: Viewer, id: number): Promise<ScanRow> {
  const scan = await getScan(viewer, id);
  if (scan === null) throw new AppError("not-found", `There is no scan ${id}.`);
  return scan;
}
