import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { FAILING_STATES } from "@/lib/hardening/states";
import type { ScanStep } from "@/lib/hardening/steps";
import { authorize } from "./authorize";
import { pool } from "./client";
import { loadResultSets } from "./history";
import { scanStep } from "./scan-step";

/** What some scans of a host printed, in the order of the ids; others are left out. For a page of scans: at most 100 are read. */
export async function listScanSteps(viewer: Viewer, hostId: number, scanIds: readonly number[]): Promise<ScanStep[]> {
  authorize(viewer, "scan:read");
  const { rows } = await pool().query<{ id: number; ranAt: Date; digest: string; resultSet: string }>(
    `select id, ran_at as "ranAt", results_digest as digest, result_set_digest as "resultSet" from scan
     where host_id = $1 and id = any($2::int[]) limit 100`,
    [hostId, scanIds],
  );
  const sets = await loadResultSets(pool(), [...new Set(rows.map(({ resultSet }) => resultSet))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return scanIds.flatMap((scanId) => {
    const row = byId.get(scanId);
    const resolved = row === undefined ? undefined : sets.get(row.resultSet);
    return row === undefined || resolved === undefined ? [] : [scanStep(resolved.run, { scanId, ...row }, resolved.observed)];
  });
}

/**
 * How many findings of the host were failing when the fold had taken each of these scans: by the scan's own time, with what
 * people had decided by then, whatever was uploaded later.
 */
export async function listOpenAfter(viewer: Viewer, hostId: number, scanIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  authorize(viewer, "finding:read");
  // Counted back from today: only what happened since the oldest of these scans is read, however long the history.
  const { rows } = await pool().query<{ id: number; open: number }>(
    `with shown as (
       select id, ran_at, results_digest::text as digest from scan where host_id = $1 and id = any($2::int[])
     ), step as (
       select e.at, case when e.scan_id is not null then 1 when e.act_id is not null then 2 else 0 end as rank,
         coalesce(by.results_digest, '')::text as tie,
         sum((e."to" = any($3::"FindingState"[]))::int - coalesce((e."from" = any($3::"FindingState"[]))::int, 0)) as delta
       from finding f join finding_event e on e.finding_id = f.id left join scan by on by.id = e.scan_id
       where f.host_id = $1 and e."from" is distinct from e."to" and e.at >= (select min(ran_at) from shown)
       group by 1, 2, 3
     ), today as (
       select count(*) as open from finding where host_id = $1 and state = any($3::"FindingState"[])
     )
     select s.id, (today.open - coalesce(sum(step.delta), 0))::int as open
     from shown s cross join today left join step on (step.at, step.rank, step.tie) > (s.ran_at, 1, s.digest)
     group by s.id, today.open`,
    [hostId, scanIds, FAILING_STATES],
  );
  return new Map(rows.map(({ id, open }) => [id, open]));
}
