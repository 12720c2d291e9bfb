import "server-only";
import type { Sql } from "./transaction";

/** Gives the decisions of a host that goes to the one that stays; of a decision on both, one place is left, one that took effect first. */
export async function mergeDecisions(sql: Sql, goneId: number, keptId: number): Promise<void> {
  await sql.query(
    `delete from decision_host t using decision_host o
     where t.decision_id = o.decision_id and t.host_id = any($1::int[]) and o.host_id = any($1::int[]) and t.host_id <> o.host_id
       and (t.act_id is null, t.host_id = $2) > (o.act_id is null, o.host_id = $2)`,
    [[goneId, keptId], goneId],
  );
  await sql.query("update decision_host set host_id = $2 where host_id = $1", [goneId, keptId]);
}
