import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { pool } from "./client";
import { removeHost } from "./delete-host";
import { lockAllHosts } from "./host-names";
import { transaction } from "./transaction";

/** A sample host before it has a scan. */
export interface NewSampleHost {
  readonly name: string;
  readonly environment: string;
  readonly labels: readonly string[];
}

/**
 * Makes the hosts that are not there yet, marked as samples before they have a scan: a load that breaks off leaves nothing that could
 * be taken for a real host. Answers the names of those that are samples now; a name that a real host has, or had, is not among them.
 */
export async function makeSampleHosts(viewer: Viewer, hosts: readonly NewSampleHost[]): Promise<ReadonlySet<string>> {
  authorize(viewer, "settings:manage");
  return transaction(async (sql) => {
    const { rows: made } = await sql.query<{ name: string }>(
      `insert into host (name, environment, labels, sample)
       select name, environment, array(select json_array_elements_text(labels)), true
       from json_to_recordset($1::json) as h(name text, environment text, labels json)
       where not exists (select 1 from host_alias a where a.name = h.name)
       on conflict (name) do nothing returning name`,
      [JSON.stringify(hosts)],
    );
    const { rows } = await sql.query<{ name: string }>("select name from host where sample and name = any($1::text[])", [
      hosts.map(({ name }) => name),
    ]);
    if (made.length > 0)
      await recordAudit(sql, viewer, { action: "samples.load", object: "sample fleet", after: { hosts: made.map(({ name }) => name) } });
    return new Set(rows.map(({ name }) => name));
  });
}

export interface SampleCounts {
  readonly hosts: number;
  readonly scans: number;
  /** Tasks that have no other host: they go with the samples. */
  readonly tasks: number;
}

/** How much of the sample fleet is there. */
export async function countSamples(viewer: Viewer): Promise<SampleCounts> {
  authorize(viewer, "host:read");
  const { rows } = await pool().query<SampleCounts>(
    `select count(*)::int as hosts, coalesce(sum(scan_count), 0)::int as scans,
       (select count(*)::int from (
          select g.task_id from task_target g join host x on x.id = g.host_id group by g.task_id having bool_and(x.sample)
        ) own) as tasks
     from host where sample`,
  );
  return rows[0] ?? { hosts: 0, scans: 0, tasks: 0 };
}

/** Removes all sample hosts with everything that hangs on them, in one transaction. Real hosts keep all they have. */
export async function removeSampleHosts(viewer: Viewer): Promise<void> {
  authorize(viewer, "settings:manage");
  await transaction(async (sql) => {
    const { rows } = await sql.query<{ id: number }>("select id from host where sample");
    const hosts = await lockAllHosts(
      sql,
      rows.map(({ id }) => id),
    );
    for (const { id } of hosts) await removeHost(sql, id);
    if (hosts.length > 0) {
      await recordAudit(sql, viewer, {
        action: "samples.remove",
        object: "sample fleet",
        before: { hosts: hosts.map(({ name }) => name) },
      });
    }
  });
}
