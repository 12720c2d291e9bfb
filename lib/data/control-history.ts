import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { FAILING_STATES } from "@/lib/hardening/states";
import { authorize } from "./authorize";
import { pool } from "./client";

/** On how many hosts in service a control passed and failed at the end of a day, by the time of their scans. */
export interface ControlDay {
  /** Midnight UTC at which the day began. */
  readonly day: Date;
  readonly passing: number;
  readonly failing: number;
}

/** Days on which something changed, oldest first; at most the newest `limit`. What came before them is in their sums. */
export async function listControlDays(viewer: Viewer, key: string, limit: number): Promise<ControlDay[]> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<ControlDay>(
    `with changes as (
       select date_trunc('day', e.at, 'UTC') as day,
         sum(("to" = 'hardened')::int - coalesce("from" = 'hardened', false)::int) as passed,
         sum(("to" = any($2::"FindingState"[]))::int - coalesce("from" = any($2::"FindingState"[]), false)::int) as failed
       from finding f join host h on h.id = f.host_id and h.retired_at is null join finding_event e on e.finding_id = f.id
       where f.key = $1 group by 1
     ), sums as (
       select day, (sum(passed) over (order by day))::int as passing, (sum(failed) over (order by day))::int as failing from changes
     )
     select * from (select * from sums order by day desc limit $3) newest order by day`,
    [key, FAILING_STATES, limit],
  );
  return rows;
}

/** A container, image, file or user that the newest results of a control name as failing. */
export interface NamedItem {
  readonly name: string;
  readonly hosts: number;
  /** One of them, the first by name. */
  readonly host: string;
}

/** How many findings are looked through; the items of more hosts are seldom read and would cost with the fleet. */
const FINDINGS_READ = 200;

/** The items named on most hosts first; at most `limit`, with how many there are and how many hosts were looked at. */
export async function listNamedItems(
  viewer: Viewer,
  key: string,
  limit: number,
): Promise<{ readonly items: readonly NamedItem[]; readonly total: number; readonly hostsRead: number }> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<NamedItem & { total: number; read: number }>(
    `with failing as (
       select f.fold, h.name as host from finding f join host h on h.id = f.host_id and h.retired_at is null
       where f.key = $1 and f.state = any($2::"FindingState"[]) order by h.name limit $3
     ), named as (
       select item->>'name' as name, count(*)::int as hosts, min(host) as host
       from failing, json_array_elements(fold->'items') item group by 1
     )
     select name, hosts, host, (count(*) over ())::int as total, (select count(*)::int from failing) as read
     from named order by hosts desc, name limit $4`,
    [key, FAILING_STATES, FINDINGS_READ, limit],
  );
  return {
    items: rows.map(({ name, hosts, host }) => ({ name, hosts, host })),
    total: rows[0]?.total ?? 0,
    hostsRead: rows[0]?.read ?? 0,
  };
}
