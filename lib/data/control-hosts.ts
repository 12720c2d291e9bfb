import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Level } from "@/lib/bench/report";
import { FINDING_STATES, type FindingState } from "@/lib/hardening/states";
import { authorize } from "./authorize";
import { pool } from "./client";

/** A host and where one control stands on it. All but the host is null where no scan ever printed the control. */
export interface ControlHost {
  readonly host: string;
  readonly findingId: number | null;
  readonly state: FindingState | null;
  readonly level: Level | null;
  readonly since: Date | null;
  readonly itemCount: number;
  /** The first of them by name. */
  readonly firstItem: string | null;
  readonly assignee: string | null;
  /** When a scan last covered the control, and when the host was last scanned at all. */
  readonly coveredAt: Date | null;
  readonly latestRanAt: Date | null;
}

/** "absent": hosts on which no scan ever printed the control. */
export type ControlHostState = FindingState | "absent";

/** Hosts by where a control stands on them; states that occur nowhere are missing. They add up to all hosts in service. */
export async function countControlHosts(viewer: Viewer, key: string): Promise<ReadonlyMap<ControlHostState, number>> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<{ state: ControlHostState; hosts: number }>(
    `select coalesce(f.state::text, 'absent') as state, count(*)::int as hosts
     from host h left join finding f on f.host_id = h.id and f.key = $1 where h.retired_at is null group by 1`,
    [key],
  );
  return new Map(rows.map(({ state, hosts }) => [state, hosts]));
}

/** A page of the hosts in one of these states, what got worse first, then by name. Pages count from 1. */
export async function listControlHosts(
  viewer: Viewer,
  key: string,
  states: readonly ControlHostState[],
  page: { readonly number: number; readonly size: number },
): Promise<ControlHost[]> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<ControlHost>(
    `with picked as (
       select h.id as host_id, h.name, h.latest_ran_at, f.id, f.state, f.level, f.since, f.item_count, f.fold, f.assignee_id,
         row_number() over (order by array_position($4::text[], f.state::text) nulls last, h.name) as place
       from host h left join finding f on f.host_id = h.id and f.key = $1
       where h.retired_at is null and coalesce(f.state::text, 'absent') = any($2::text[])
       order by place limit $3 offset $5
     )
     select p.name as host, p.id as "findingId", p.state, p.level, p.since, coalesce(p.item_count, 0) as "itemCount",
       p.fold->'items'->0->>'name' as "firstItem",
       u.name as assignee, p.latest_ran_at as "latestRanAt",
       (select max(c.ran_at) from host_coverage c join coverage_set s on s.id = c.coverage_id
        where c.host_id = p.host_id and $1 = any(s.keys)) as "coveredAt"
     from picked p left join "user" u on u.id = p.assignee_id order by p.place`,
    [key, states, page.size, FINDING_STATES, (page.number - 1) * page.size],
  );
  return rows;
}

/** What the scans call a key that no catalogue knows: number and title of a finding that has it. Null when none has. */
export async function getUnmappedTitle(viewer: Viewer, key: string): Promise<{ title: string; number: string | null } | null> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<{ title: string; number: string | null }>(
    "select title, number from finding where key = $1 and control is null order by id desc limit 1",
    [key],
  );
  return rows[0] ?? null;
}
