import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { settleHost } from "./advance-host";
import { authorize } from "./authorize";
import { pool } from "./client";
import { loadHostState, lockHosts } from "./host-state";
import { transaction } from "./transaction";

/**
 * Ends the acceptances and attestations whose day has come, on all hosts: what they covered is open again, without anybody's visit.
 * Each event bears the decision's own end, however late this runs. One transaction per host; answers how many hosts changed.
 */
export async function endDueDecisions(viewer: Viewer, now: Date): Promise<number> {
  authorize(viewer, "settings:manage");
  const { rows } = await pool().query<{ hostId: number }>(
    `select distinct host_id as "hostId" from finding where decision_until <= $1 order by host_id`,
    [now],
  );
  let ended = 0;
  for (const { hostId } of rows) {
    const changed = await transaction(async (sql) => {
      const [host] = await lockHosts(sql, [hostId]);
      return host !== undefined && (await settleHost(sql, host, await loadHostState(sql, host), now.getTime()));
    });
    if (changed) ended += 1;
  }
  return ended;
}
