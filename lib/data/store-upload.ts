import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { BenchRun } from "@/lib/bench/report";
import type { ScanDiff } from "@/lib/hardening/diff";
import type { GateRule } from "@/lib/hardening/gate";
import type { HostState } from "@/lib/hardening/host-state";
import { actorName, recordAudit } from "./audit";
import { authorize } from "./authorize";
import { gateUpload, type UploadVerdict } from "./gate-upload";
import { type LockedHost, loadHostState, lockHostByName } from "./host-state";
import { ingestDiff } from "./ingest-diff";
import { keepSamplesApart } from "./keep-samples-apart";
import { setRetired } from "./retire-host";
import { getScanRow, type ScanRow } from "./scans";
import { attachLog, type PreparedLog, type PreparedRun, storeNewScan } from "./store-scan";
import { type Sql, transaction } from "./transaction";

/** A read and packed upload that only waits for its host. */
export interface UploadToStore {
  readonly hostName: string;
  readonly runs: readonly Omit<PreparedRun, "time">[];
  readonly log: Omit<PreparedLog, "actor">;
  /** Decides when a run ran, given the host's own zone setting. */
  readonly dateRun: (run: BenchRun, hostZone: string | null) => PreparedRun["time"];
  /** What the caller stated; only for the warning that known bytes keep their time. */
  readonly statedTime: Date | null;
  /** A log of the sample fleet; sample hosts take no others. */
  readonly sample: boolean;
  /** What the upload's newest scan is held against; null when nobody asked. */
  readonly gate: GateRule | null;
}

/** One run of the upload and the scan it is now. */
export interface IngestedRun {
  readonly index: number;
  readonly scan: ScanRow;
  /** False when the bytes or the run were known. */
  readonly created: boolean;
  readonly diff: ScanDiff;
}

export interface IngestOutcome {
  /** In file order; never empty. */
  readonly runs: readonly IngestedRun[];
  readonly warnings: readonly string[];
  readonly gate: UploadVerdict | null;
}

/** Stores an upload: all of its runs or nothing. Uploads for one host queue on its row. */
export async function storeUpload(viewer: Viewer, upload: UploadToStore): Promise<IngestOutcome> {
  authorize(viewer, "scan:upload");
  const log: PreparedLog = { ...upload.log, actor: actorName(viewer) };
  return transaction(async (sql) => {
    const host = await lockHostByName(sql, upload.hostName);
    keepSamplesApart(host, upload.sample, "host");
    const warnings = new Set<string>();
    const runs: IngestedRun[] = [];
    const afterScan = new Map<number, HostState>();
    let current = host;
    let state: HostState | null = null;
    for (const run of upload.runs) {
      const prepared = { ...run, time: upload.dateRun(run.run, host.timeZone) };
      const known = await lookUp(sql, host, prepared, log);
      if (known.elsewhereName !== null) {
        warnings.add(
          `The same file was uploaded for another host: it is scan ${known.elsewhereId} of ${known.elsewhereName}. Is this the right host?`,
        );
      }
      if (known.scanId !== null) {
        if (known.sameBytes && upload.statedTime !== null)
          warnings.add("These bytes are known for this host; the scan keeps the time it has.");
        if (!known.sameBytes) await attachLog(sql, host, known.scanId, prepared, log);
        runs.push(await knownRun(sql, host, known.scanId, prepared.index));
        continue;
      }
      state ??= await loadHostState(sql, current);
      const stored = await storeNewScan(sql, current, state, { scanId: known.nextId, prepared, log });
      state = stored.state;
      if (stored.inOrder) afterScan.set(stored.scan.id, stored.state);
      current = { ...current, cursor: state.cursor };
      runs.push({ index: prepared.index, scan: stored.scan, created: true, diff: stored.diff });
    }
    await returnIfSeen(sql, viewer, host, runs, warnings);
    await auditUpload(sql, viewer, host, runs, upload.log.fileName);
    const gate = upload.gate === null ? null : await gateUpload(sql, runs, afterScan, upload.gate);
    return { runs, warnings: [...warnings], gate };
  });
}

/** What the database knows of a run before it is stored. */
interface Known {
  /** The scan of this host that these bytes, or this run, are already (rules of evidence 1.5). */
  readonly scanId: number | null;
  readonly sameBytes: boolean;
  /** A scan of another host that came from these bytes. */
  readonly elsewhereId: number | null;
  readonly elsewhereName: string | null;
  /** The number a new scan takes. */
  readonly nextId: number;
}

async function lookUp(sql: Sql, host: LockedHost, prepared: PreparedRun, log: PreparedLog): Promise<Known> {
  const { rows } = await sql.query<Known>({
    name: "look-up-run",
    text: `select known.scan_id as "scanId", coalesce(known.same_bytes, false) as "sameBytes", other.scan_id as "elsewhereId",
        other.name as "elsewhereName",
        case when known.scan_id is null then nextval(pg_get_serial_sequence('scan', 'id'))::int else 0 end as "nextId"
      from (select 1) one
      left join lateral (
        select scan_id, true as same_bytes from scan_log where host_id = $1 and digest = $2 and run = $3
        union all
        select id, false from scan where host_id = $1 and ran_at = $4 and results_digest = $5
        order by 2 desc limit 1
      ) known on true
      left join lateral (
        select l.scan_id, h.name from scan_log l join host h on h.id = l.host_id
        where l.digest = $2 and l.host_id <> $1 order by l.scan_id limit 1
      ) other on true`,
    values: [host.id, log.digest, prepared.index, prepared.time.ranAt, prepared.digest],
  });
  const known = rows[0];
  if (known === undefined) throw new Error("the look-up of a run gave no row");
  return known;
}

/** The answer for a run that is known: its scan, and what it had changed when it was new. */
async function knownRun(sql: Sql, host: LockedHost, scanId: number, index: number): Promise<IngestedRun> {
  return { index, scan: await getScanRow(sql, scanId), created: false, diff: await ingestDiff(sql, host.id, scanId) };
}

/** A retired host that was scanned since is in service again. An older log alone, out of some archive, brings nothing back. */
async function returnIfSeen(
  sql: Sql,
  viewer: Viewer,
  host: LockedHost,
  runs: readonly IngestedRun[],
  warnings: Set<string>,
): Promise<void> {
  const { retiredAt } = host;
  const created = runs.filter((run) => run.created);
  if (retiredAt === null || created.length === 0) return;
  if (created.some((run) => run.scan.ranAt > retiredAt)) {
    await setRetired(sql, viewer, host, false);
    warnings.add(`${host.name} was retired. It was scanned since then, so it is in service again.`);
  } else warnings.add(`${host.name} is retired, and stays so: the scan ran before it was retired.`);
}

async function auditUpload(
  sql: Sql,
  viewer: Viewer,
  host: LockedHost,
  runs: readonly IngestedRun[],
  fileName: string | null,
): Promise<void> {
  const created = runs.filter((run) => run.created).map((run) => run.scan.id);
  if (created.length === 0) return;
  await recordAudit(sql, viewer, {
    action: "scan.upload",
    object: `host ${host.name}`,
    after: { scans: created, ...(fileName === null ? {} : { fileName }) },
  });
}
