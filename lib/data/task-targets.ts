import "server-only";
import type { FindingEvent } from "@/lib/hardening/events";
import type { FindingState } from "@/lib/hardening/states";
import { groupBy } from "@/lib/shared/group-by";
import { type PastTask, taskToReopen } from "@/lib/tasks/plan-tasks";
import { isWaived, type TaskStatus, targetAfterFinding, taskStatusOf } from "@/lib/tasks/task-status";
import { type MovedTarget, tellOfFindings } from "./tell-of-findings";
import type { Sql } from "./transaction";

interface TargetRow {
  readonly taskId: number;
  readonly key: string;
  readonly status: TaskStatus;
  readonly verifiedAt: Date | null;
}

/**
 * Lets a host's tasks follow what happened to its findings: evidence verifies, a fail after "fixed" sends back, a regression
 * reopens the last task with its history and assignee. Events are in the order they happened. The caller holds the host's lock.
 * People are told of what is news: the events of the scans in `told`.
 */
export async function updateTargets(
  sql: Sql,
  hostId: number,
  events: readonly FindingEvent[],
  told: ReadonlySet<number> = NO_SCANS,
): Promise<void> {
  if (events.length === 0) return;
  const byKey = groupBy(events, (event) => event.key);
  const { rows } = await sql.query<TargetRow>({
    name: "targets-of-findings",
    text: `select task_id as "taskId", key, status, verified_at as "verifiedAt" from task_target where host_id = $1 and key = any($2::text[])`,
    values: [hostId, [...byKey.keys()]],
  });
  const concerned = new Map<string, MovedTarget>();
  for (const [key, targets] of groupBy(rows, (row) => row.key)) {
    const taskId = taskToReopen(targets.map(pastTask));
    const target = targets.find((row) => row.taskId === taskId);
    if (target === undefined) continue;
    const status = await moveTarget(sql, hostId, target, byKey.get(key) ?? []);
    // Also where the target stays: an acceptance moves no target, and the task may be done with it all the same.
    concerned.set(key, { taskId: target.taskId, verified: status === "verified" && target.status !== "verified" });
  }
  if (concerned.size > 0) {
    await refreshTasks(
      sql,
      [...concerned.values()].map(({ taskId }) => taskId),
      hostId,
    );
  }
  await tellOfFindings(
    sql,
    hostId,
    events.filter((event) => event.scanId !== null && told.has(event.scanId)),
    concerned,
  );
}

const NO_SCANS: ReadonlySet<number> = new Set();

const pastTask = ({ taskId, status, verifiedAt }: TargetRow): PastTask => ({
  taskId,
  targetStatus: status === "verified" ? "verified" : "open",
  verifiedAt: verifiedAt?.getTime() ?? null,
});

async function moveTarget(sql: Sql, hostId: number, target: TargetRow, events: readonly FindingEvent[]): Promise<TaskStatus> {
  let status = target.status;
  for (const event of events) status = targetAfterFinding(status, event);
  if (status === target.status) return status;
  const last = events.at(-1);
  const stillFailing = last?.kind === "still_failing" ? await failingItems(sql, hostId, target.key) : [];
  const claimId = status === "awaiting_verification" ? (events.findLast((event) => event.kind === "said_fixed")?.actId ?? null) : null;
  await sql.query(
    `update task_target set status = $4::"TaskStatus",
       verified_scan_id = case when $4 = 'verified' then $5::int end,
       verified_at = case when $4 = 'verified' then $6::timestamptz else verified_at end,
       reopened_scan_id = case when $7 then $5::int else reopened_scan_id end,
       still_failing = $8,
       fixed_by = coalesce((select actor from act where id = $9::int), fixed_by),
       fixed_by_id = case when $9::int is null then fixed_by_id else (select actor_id from act where id = $9::int) end,
       fixed_at = coalesce((select at from act where id = $9::int), fixed_at)
     where task_id = $1 and host_id = $2 and key = $3`,
    [
      target.taskId,
      hostId,
      target.key,
      status,
      last?.scanId ?? null,
      new Date(last?.at ?? 0),
      target.status === "verified",
      stillFailing,
      claimId,
    ],
  );
  return status;
}

async function failingItems(sql: Sql, hostId: number, key: string): Promise<string[]> {
  const { rows } = await sql.query<{ items: { name: string }[] }>(
    "select fold->'items' as items from finding where host_id = $1 and key = $2",
    [hostId, key],
  );
  return rows[0]?.items.map((item) => item.name) ?? [];
}

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
