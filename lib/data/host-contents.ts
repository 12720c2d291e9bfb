import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { Sql } from "./transaction";

/** What hangs on a host: what goes when it is deleted, and what moves when it is merged. */
export interface HostContents {
  readonly scans: number;
  /** Uploaded files that no other host has. */
  readonly rawLogs: number;
  readonly findings: number;
  /** What people decided. */
  readonly acts: number;
  /** Tasks that have no other host, by number. */
  readonly tasksThatGo: readonly number[];
  /** Tasks that have other hosts too. */
  readonly tasksThatStay: readonly number[];
  readonly formerNames: readonly string[];
}

/** For people who are about to delete or merge a host. */
export async function getHostContents(viewer: Viewer, hostId: number): Promise<HostContents> {
  authorize(viewer, "host:read");
  return countHostContents(pool(), hostId);
}

/** The same for code that holds a transaction. */
export async function countHostContents(sql: Pick<Sql, "query">, hostId: number): Promise<HostContents> {
  const { rows } = await sql.query<HostContents>(
    `with tasks as (
       select g.task_id, exists (select 1 from task_target o where o.task_id = g.task_id and o.host_id <> $1) as shared
       from task_target g where g.host_id = $1
     )
     select (select count(*)::int from scan where host_id = $1) as scans,
       (select count(distinct l.digest)::int from scan_log l where l.host_id = $1
          and not exists (select 1 from scan_log o where o.digest = l.digest and o.host_id <> $1)) as "rawLogs",
       (select count(*)::int from finding where host_id = $1) as findings,
       (select count(*)::int from act where host_id = $1) as acts,
       (select coalesce(array_agg(task_id order by task_id), '{}') from tasks where not shared) as "tasksThatGo",
       (select coalesce(array_agg(task_id order by task_id), '{}') from tasks where shared) as "tasksThatStay",
       (select coalesce(array_agg(name order by name), '{}') from host_alias where host_id = $1) as "formerNames"`,
    [hostId],
  );
  if (rows[0] === undefined) throw new Error("counts without a row");
  return rows[0];
}
