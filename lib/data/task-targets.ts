import "server-only";
import type { FindingState } from "@/lib/hardening/states";
import { groupBy } from "@/lib/shared/group-by";
import { isWaived, type TaskStatus, taskStatusOf } from "@/lib/tasks/task-status";
import type { Sql } from "./transaction";

/**
 * Computes the status of tasks from their hosts again, and writes who works on what beside the findings for lists: on one host,
 * or on all hosts of the tasks.
 */
export async function refreshTasks(sql: Sql, taskIds: readonly number[], hostId: number | null = null): Promise<void> {
  // Scans of two hosts of one task arrive at once, and each would see the other's target as it was: the later one waits here.
  await sql.query("select id from task where id = any($1::int[]) order by id for update", [taskIds]);
  await writeStatuses(sql, taskIds);
  await writeBesideFindings(sql, taskIds, hostId);
}

async function writeStatuses(sql: Sql, taskIds: readonly number[]): Promise<void> {
  const { rows } = await sql.query<{ taskId: number; status: TaskStatus; state: FindingState | null; now: TaskStatus }>(
    `select g.task_id as "taskId", g.status, f.state, t.status as now from task_target g
       join task t on t.id = g.task_id left join finding f on f.host_id = g.host_id and f.key = g.key
     where g.task_id = any($1::int[])`,
    [taskIds],
  );
  for (const [taskId, targets] of groupBy(rows, (row) => row.taskId)) {
    const status = taskStatusOf(targets.map((row) => ({ status: row.status, waived: row.state !== null && isWaived(row.state) })));
    if (status === targets[0]?.now) continue;
    await sql.query(
      `update task set status = $2::"TaskStatus", updated_at = now(), version = version + 1,
         verified_at = case when $2 = 'verified' then (select max(verified_at) from task_target where task_id = $1 and status = 'verified') end
       where id = $1`,
      [taskId, status],
    );
  }
}

/** A finding shows its open task; a verified one that knows the same host must not wipe it. */
async function writeBesideFindings(sql: Sql, taskIds: readonly number[], hostId: number | null): Promise<void> {
  await sql.query(
    `update finding f set assignee_id = w.assignee_id, task_id = w.id, due_on = w.due_on
     from (
       select g.host_id, g.key, o.id, o.assignee_id, o.due_on from task_target g
         left join lateral (
           select t.id, t.assignee_id, t.due_on from task_target n join task t on t.id = n.task_id
           where n.host_id = g.host_id and n.key = g.key and n.status <> 'verified'
         ) o on true
       where g.task_id = any($1::int[]) and ($2::int is null or g.host_id = $2::int)
     ) w
     where f.host_id = w.host_id and f.key = w.key
       and (f.assignee_id, f.task_id, f.due_on) is distinct from (w.assignee_id, w.id, w.due_on)`,
    [taskIds, hostId],
  );
}
