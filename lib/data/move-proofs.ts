import "server-only";
import type { FindingEvent } from "@/lib/hardening/events";
import type { HostState } from "@/lib/hardening/host-state";
import type { Sql } from "./transaction";

/**
 * A late scan may change which scan proves what is hardened before and after: a fail between two passes leaves the second as the
 * proof, an earlier pass takes the place of a later one. The last task on it then names that scan, as if all had come in order.
 * Tasks that were verified before, and those about some items, keep theirs.
 */
export async function moveProofs(
  sql: Sql,
  hostId: number,
  before: HostState,
  after: HostState,
  events: readonly FindingEvent[],
): Promise<void> {
  const hardened = new Map(events.filter(({ from, to }) => to === "hardened" && from !== "hardened").map((event) => [event.key, event]));
  const proofs = [...after.findings.values()].flatMap(({ key, state, since }) => {
    const was = before.findings.get(key);
    const event = hardened.get(key);
    if (state !== "hardened" || was?.state !== "hardened" || was.since === since || event === undefined || event.scanId === null) return [];
    return [{ key, scan_id: event.scanId, at: new Date(event.at) }];
  });
  if (proofs.length === 0) return;
  await sql.query(
    `with moved as (
       update task_target g set verified_scan_id = p.scan_id, verified_at = p.at
       from json_to_recordset($2::json) as p(key text, scan_id int, at timestamptz)
       where g.host_id = $1 and g.key = p.key and g.status = 'verified' and g.any_item and g.verified_scan_id is not null
         and not exists (
           select 1 from task_target o where o.host_id = g.host_id and o.key = g.key and o.task_id <> g.task_id
             and (o.status <> 'verified' or o.verified_at > g.verified_at)
         )
       returning g.task_id, g.host_id, p.at
     )
     update task t set verified_at = greatest(
         (select max(m.at) from moved m where m.task_id = t.id),
         (select max(g.verified_at) from task_target g where g.task_id = t.id and g.status = 'verified'
            and not exists (select 1 from moved m where m.task_id = g.task_id and m.host_id = g.host_id)))
     where t.status = 'verified' and t.id in (select task_id from moved)`,
    [hostId, JSON.stringify(proofs)],
  );
}
