import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { settleHost } from "./advance-host";
import { authorize } from "./authorize";
import { pool } from "./client";
import { loadHostState, lockHosts } from "./host-state";
import { transaction } from "./transaction";

/**
 * Ends the acceptances and attestations whose day has come, on all hosts: what they covered is open again, without anybody's visit.
 * Each event bears the decision's own end, however late this runs. One transaction per host, and a host that fails holds up no other:
 * what went wrong on the first of them is thrown at the end. Answers how many hosts changed.
 */
export async function endDueDecisions(viewer: Viewer, now: Date): Promise<number> {
  authorize(viewer, "settings:manage");
  const { rows } = await pool().query<{ hostId: number }>(
    `select distinct host_id as "hostId" from finding where decision_until <= $1 order by host_id`,
    [now],
  );
  let ended = 0;
  const problems: unknown[] = [];
  for (const { hostId } of rows) {
    try {
      if (await endOnHost(hostId, now)) ended += 1;
    } catch (problem) {
      problems.push(problem);
    }
  }
  if (problems.length > 0) throw problems[0];
  return ended;
}

const endOnHost = (hostId: number, now: Date): Promise<boolean> =>
  transaction(async (sql) => {
    const [host] = await lockHosts(sql, [hostId]);
    return host !== undefined && (await settleHost(sql, host, await loadHostState(sql, host), now.getTime()));
  });
