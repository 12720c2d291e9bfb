import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Notice } from "@/lib/notices/notice";
import { authorize } from "./authorize";
import { tell } from "./notices";
import { getEvidenceLimit } from "./settings";
import { transaction } from "./transaction";

/**
 * Tells of hosts that have sent no scan for longer than evidence is fresh, once for each silence: the person whom the host names as its
 * owner, by name or address, else the leads and admins. Hosts out of service and samples may be silent.
 */
export async function tellOfSilentHosts(viewer: Viewer, now: Date): Promise<void> {
  authorize(viewer, "settings:manage");
  const { freshDays, staleBefore } = await getEvidenceLimit(viewer, now);
  await transaction(async (sql) => {
    const { rows } = await sql.query<{ id: number; name: string; scanId: number; last: string; owners: string[] | null }>(
      `select h.id, h.name, h.latest_scan_id as "scanId", to_char(h.latest_ran_at at time zone 'UTC', 'YYYY-MM-DD') as last,
         (select array_agg(u.id) from "user" u where u.disabled_at is null and (u.email = lower(trim(h.owner)) or u.name = trim(h.owner))) as owners
       from host h
       where h.retired_at is null and not h.sample and h.latest_ran_at < $1
         and not exists (select 1 from notice n where n.host_id = h.id and n.kind = 'host_silent' and n.scan_id = h.latest_scan_id)
       order by h.name`,
      [staleBefore],
    );
    if (rows.length === 0) return;
    const leads = await sql.query<{ id: string }>(`select id from "user" where role in ('lead', 'admin') and disabled_at is null`);
    const notices = rows.map(
      ({ id, name, scanId, last, owners }): Notice => ({
        kind: "host_silent",
        to: owners ?? leads.rows.map((row) => row.id),
        by: null,
        title: name,
        detail: `No scan for more than ${freshDays} days; the last is scan ${scanId} of ${last}.`,
        hostId: id,
        scanId,
        dedupe: `host_silent:${id}:${scanId}`,
      }),
    );
    await tell(sql, notices);
  });
}
