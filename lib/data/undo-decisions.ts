import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { BulkFailure, Undone } from "./bulk-actions";
import { lockHosts } from "./host-state";
import { StoredDecisions } from "./remember-decisions";
import { withdrawLocked } from "./review-decisions";
import type { Sql } from "./transaction";

const REASON = "Undone.";

/**
 * Takes decisions of one action back, on every host on which they are in force. What was decided about since, as a whole or on a host by
 * a scan or a person, is left as it is and named.
 */
export async function undoDecisions(sql: Sql, viewer: Viewer, stored: unknown): Promise<Undone> {
  const { decisions } = StoredDecisions.parse(stored);
  const ids = decisions.map(({ id }) => id);
  const { rows: held } = await sql.query<{ hostId: number }>(
    `select distinct host_id as "hostId" from decision_host where decision_id = any($1::int[])`,
    [ids],
  );
  await lockHosts(
    sql,
    held.map(({ hostId }) => hostId),
  );
  const { rows: now } = await sql.query<{ id: number; status: string }>("select id, status from decision where id = any($1::int[])", [ids]);
  const statuses = new Map(now.map(({ id, status }) => [id, status]));
  const failures: BulkFailure[] = [];
  let done = 0;
  for (const { id, status } of decisions) {
    const [what, href] = [`Decision ${id}`, `/decisions/${id}`];
    if (statuses.get(id) !== status) {
      failures.push({ what, href, reason: changedTo(statuses.get(id)) });
      continue;
    }
    const left = await withdrawLocked(sql, viewer, id, REASON);
    failures.push(...left.map(({ host, reason }) => ({ what: `${what} on ${host}`, href, reason })));
    done += 1;
  }
  return { done, failures };
}

const changedTo = (status: string | undefined): string =>
  status === undefined ? "It is gone." : status === "withdrawn" ? "It was taken back already." : `It was ${status} since.`;
