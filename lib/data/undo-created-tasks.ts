import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { groupBy } from "@/lib/shared/group-by";
import { taskName } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS, TASK_STATUSES, type TaskStatus } from "@/lib/tasks/task-status";
import { recordAudit } from "./audit";
import type { BulkFailure, Undone } from "./bulk-actions";
import { lockHosts } from "./host-state";
import type { Sql } from "./transaction";

const Target = z.object({ hostId: z.int(), status: z.enum(TASK_STATUSES) });

/** The tasks as they were made. */
const Stored = z.object({ tasks: z.array(z.object({ id: z.int(), version: z.int(), targets: z.array(Target) })) });

type StoredTasks = z.infer<typeof Stored>;

interface TaskNow {
  readonly id: number;
  readonly title: string;
  readonly version: number;
  readonly status: TaskStatus;
  readonly comments: number;
}

type HostsOfTask = ReadonlyMap<number, readonly { readonly taskId: number; readonly hostId: number; readonly status: TaskStatus }[]>;

/** What `undoCreatedTasks` is to be given later of tasks that were made in this transaction. */
export async function tasksAsMade(sql: Sql, ids: readonly number[]): Promise<StoredTasks> {
  const targets = await readTargets(sql, ids);
  const tasks = await readTasks(sql, ids);
  return {
    tasks: tasks.map(({ id, version }) => ({
      id,
      version,
      targets: (targets.get(id) ?? []).map(({ hostId, status }) => ({ hostId, status })),
    })),
  };
}

/** Deletes the tasks that one action made, as long as nobody and no scan did anything with them. */
export async function undoCreatedTasks(sql: Sql, viewer: Viewer, stored: unknown): Promise<Undone> {
  const { tasks } = Stored.parse(stored);
  const ids = tasks.map(({ id }) => id);
  // Scans write tasks under the lock of a host.
  const held = await sql.query<{ hostId: number }>(`select distinct host_id as "hostId" from task_target where task_id = any($1::int[])`, [
    ids,
  ]);
  await lockHosts(
    sql,
    held.rows.map(({ hostId }) => hostId),
  );
  const now = new Map((await readTasks(sql, ids)).map((task) => [task.id, task]));
  const targets = await readTargets(sql, ids);
  const failures: BulkFailure[] = [];
  const untouched: TaskNow[] = [];
  for (const task of tasks) {
    const found = now.get(task.id);
    const reason = reasonToKeep(task, found, targets);
    if (found !== undefined && reason === null) untouched.push(found);
    else failures.push({ what: taskName(task.id), href: found === undefined ? null : `/tasks/${task.id}`, reason: reason ?? "" });
  }
  await deleteTasks(sql, viewer, untouched);
  return { done: untouched.length, failures };
}

/** Null for a task that is as it was made. */
function reasonToKeep(made: StoredTasks["tasks"][number], now: TaskNow | undefined, targets: HostsOfTask): string | null {
  if (now === undefined) return "It is not there any more.";
  if (now.comments > 0) return "Somebody commented on it.";
  if (now.version !== made.version) return `It was changed since: it is ${TASK_STATUS_LABELS[now.status].toLowerCase()} now.`;
  const statuses = new Map((targets.get(made.id) ?? []).map(({ hostId, status }) => [hostId, status]));
  const same = statuses.size === made.targets.length && made.targets.every(({ hostId, status }) => statuses.get(hostId) === status);
  return same ? null : "One of its hosts was worked on, scanned or deleted since.";
}

async function readTasks(sql: Sql, ids: readonly number[]): Promise<TaskNow[]> {
  const { rows } = await sql.query<TaskNow>(
    `select t.id, t.title, t.version, t.status, (select count(*)::int from task_comment c where c.task_id = t.id) as comments
     from task t where t.id = any($1::int[]) order by t.id for update`,
    [ids],
  );
  return rows;
}

async function readTargets(sql: Sql, ids: readonly number[]): Promise<HostsOfTask> {
  const { rows } = await sql.query<{ taskId: number; hostId: number; status: TaskStatus }>(
    `select task_id as "taskId", host_id as "hostId", status from task_target where task_id = any($1::int[])`,
    [ids],
  );
  return groupBy(rows, ({ taskId }) => taskId);
}

async function deleteTasks(sql: Sql, viewer: Viewer, tasks: readonly TaskNow[]): Promise<void> {
  const ids = tasks.map(({ id }) => id);
  // A task was only made where no other open one was, so nobody else's is behind it.
  await sql.query("update finding set task_id = null, assignee_id = null, due_on = null where task_id = any($1::int[])", [ids]);
  await sql.query("delete from task where id = any($1::int[])", [ids]);
  for (const { id, title } of tasks) await recordAudit(sql, viewer, { action: "task.undo", object: `task ${id}`, before: { title } });
}
