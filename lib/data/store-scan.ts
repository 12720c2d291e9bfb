import "server-only";
import { levelCounts } from "@/lib/bench/level-counts";
import { toolOf } from "@/lib/bench/tool";
import { catalogueFacts } from "@/lib/catalogue/catalogue-facts";
import type { Observation } from "@/lib/catalogue/observation";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import { CATALOGUE_VERSION } from "@/lib/catalogue/version";
import { diffAgainstKnown, type ScanDiff } from "@/lib/hardening/diff";
import { foldBefore, follows } from "@/lib/hardening/fold";
import type { HostState } from "@/lib/hardening/host-state";
import type { ScanStep } from "@/lib/hardening/steps";
import { advanceHost } from "./advance-host";
import { loadHistory } from "./history";
import type { LockedHost } from "./host-state";
import { coverageId, scanStep } from "./scan-step";
import type { ScanRow } from "./scans";
import type { Sql } from "./transaction";

/** A run that is ready to be stored: read, resolved, dated, compressed. Nothing slow is left for the transaction. */
export interface PreparedRun {
  readonly run: ResolvedRun;
  readonly observed: readonly Observation[];
  /** Position in the file, from 0. */
  readonly index: number;
  readonly digest: string;
  readonly resultSet: { readonly digest: string; readonly data: Buffer };
  readonly time: {
    readonly ranAt: Date;
    readonly source: ScanRow["timeSource"];
    readonly loggedAt: Date | null;
    readonly wallClock: string | null;
  };
}

/** The upload a run came from. */
export interface PreparedLog {
  readonly digest: string;
  readonly sizeBytes: number;
  readonly data: Buffer;
  readonly fileName: string | null;
  readonly via: string;
  readonly actor: string;
}

export interface StoredScan {
  readonly scan: ScanRow;
  readonly diff: ScanDiff;
  readonly state: HostState;
  /** True when it was newer than all that was folded: then `state` is the host just after it. */
  readonly inOrder: boolean;
}

/** A run on its way into the database, under the number its scan will have. */
export interface NewScan {
  readonly scanId: number;
  readonly prepared: PreparedRun;
  readonly log: PreparedLog;
}

/** Stores a run that is new for a locked host, and takes the fold onwards. */
export async function storeNewScan(sql: Sql, host: LockedHost, before: HostState, { scanId, prepared, log }: NewScan): Promise<StoredScan> {
  const step = scanStep(prepared.run, { scanId, ranAt: prepared.time.ranAt, digest: prepared.digest }, prepared.observed);
  const inOrder = follows(before, { scan: step });
  const known = inOrder ? before : foldBefore(await loadHistory(sql, host.id), step, catalogueFacts);
  const diff = diffAgainstKnown(known, step, catalogueFacts);
  const row = scanRow(host, { scanId, prepared, log }, diff);
  const uploadedAt = await insertScan(sql, row, { prepared, log, step });
  await noteUnmapped(sql, step);
  const state = await advanceHost(sql, host, before, [{ scan: step }]);
  return { scan: { ...row, uploadedAt }, diff, state, inOrder };
}

type NewScanRow = Omit<ScanRow, "uploadedAt">;

/** The scan as lists will show it: what is inserted, so that nothing has to be read back. */
function scanRow(host: LockedHost, { scanId, prepared: { run, time }, log }: NewScan, diff: ScanDiff): NewScanRow {
  return {
    id: scanId,
    hostId: host.id,
    host: host.name,
    tool: toolOf(run.format),
    format: run.format,
    headerVersion: run.headerVersion,
    edition: run.edition,
    editionCandidates: run.editionCandidates,
    ranAt: time.ranAt,
    timeSource: time.source,
    loggedAt: time.loggedAt,
    complete: run.complete,
    checks: run.results.length,
    toolChecks: run.checks,
    toolScore: run.score,
    levels: levelCounts(run),
    unmapped: run.results.filter((result) => result.mapping === "unmapped").length,
    skipped: run.skipped.length,
    newlyFailing: diff.newlyFailing.length,
    fixed: diff.fixed.length,
    uploadedBy: log.actor,
  };
}

/** Answers the database's time of the upload. */
async function insertScan(
  sql: Sql,
  scan: NewScanRow,
  { prepared, log, step }: { readonly prepared: PreparedRun; readonly log: PreparedLog; readonly step: ScanStep },
): Promise<Date> {
  const { run } = prepared;
  const keys = step.observations.map((observation) => observation.key);
  const { rows } = await sql.query<{ uploaded_at: Date }>({
    name: "insert-scan",
    text: `with results as (
        insert into result_set (digest, data) values ($1, $2) on conflict (digest) do nothing
      ), covered as (
        insert into coverage_set (id, keys) values ($3, $4::text[]) on conflict (id) do nothing
      ), bytes as (
        insert into raw_log (digest, size_bytes, data) values ($5, $6, $7) on conflict (digest) do nothing
      ), stored as (
        insert into scan (id, host_id, format, header_version, edition, edition_candidates, ran_at, time_source, logged_at, complete, check_count,
          tool_checks, tool_score, level_pass, level_warn, level_info, level_note, level_fail, unmapped_count, skipped_count, newly_failing, fixed,
          results_digest, result_set_digest, coverage_id, uploaded_by, wall_clock)
        values ($8, $9, $10, $11, $12, $13::text[], $14, $15::"TimeSource", $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30,
          $1, $3, $31, $38)
      ), fresh as (
        update host set projection_version = $36 where id = $9 and projection_version = 0
      )
      insert into scan_log (scan_id, digest, host_id, run, format, first_line, last_line, file_name, via, uploaded_by)
      values ($8, $5, $9, $32, $10, $33, $34, $35, $37, $31)
      returning uploaded_at`,
    values: [
      prepared.resultSet.digest,
      prepared.resultSet.data,
      coverageId(step.tool, keys),
      keys,
      log.digest,
      log.sizeBytes,
      log.data,
      scan.id,
      scan.hostId,
      scan.format,
      scan.headerVersion,
      scan.edition,
      scan.editionCandidates,
      scan.ranAt,
      scan.timeSource,
      scan.loggedAt,
      scan.complete,
      scan.checks,
      scan.toolChecks,
      scan.toolScore,
      scan.levels.PASS,
      scan.levels.WARN,
      scan.levels.INFO,
      scan.levels.NOTE,
      scan.levels.FAIL,
      scan.unmapped,
      scan.skipped,
      scan.newlyFailing,
      scan.fixed,
      prepared.digest,
      scan.uploadedBy,
      prepared.index,
      run.firstLine,
      run.lastLine,
      log.fileName,
      CATALOGUE_VERSION,
      log.via,
      prepared.time.wallClock,
    ],
  });
  const stored = rows[0];
  if (stored === undefined) throw new Error("the insert of a scan gave no row");
  return stored.uploaded_at;
}

/** Adds another upload of a run that is stored already: its JSON beside its text, or other bytes around the same results. */
export async function attachLog(sql: Sql, host: LockedHost, scanId: number, prepared: PreparedRun, log: PreparedLog): Promise<void> {
  await sql.query(
    `with bytes as (
       insert into raw_log (digest, size_bytes, data) values ($1, $2, $3) on conflict (digest) do nothing
     )
     insert into scan_log (scan_id, digest, host_id, run, format, first_line, last_line, file_name, via, uploaded_by)
     values ($4, $1, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [
      log.digest,
      log.sizeBytes,
      log.data,
      scanId,
      host.id,
      prepared.index,
      prepared.run.format,
      prepared.run.firstLine,
      prepared.run.lastLine,
      log.fileName,
      log.via,
      log.actor,
    ],
  );
}

async function noteUnmapped(sql: Sql, scan: ScanStep): Promise<void> {
  const unmapped = scan.observations.filter((observation) => observation.control === null);
  if (unmapped.length === 0) return;
  await sql.query(
    `insert into unmapped_title (key, title, number, first_scan_id, first_seen_at)
     select key, title, number, $2, $3 from json_to_recordset($1::json) as u(key text, title text, number text)
     on conflict (key) do nothing`,
    [JSON.stringify(unmapped.map(({ key, title, number }) => ({ key, title, number }))), scan.scanId, new Date(scan.ranAt)],
  );
}
