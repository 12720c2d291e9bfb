import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { TASK_PRIORITIES, taskName } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS, TASK_STATUSES, type TaskStatus } from "@/lib/tasks/task-status";
import type { BulkFailure, Undone } from "./bulk-actions";
import { lockHosts } from "./host-state";
import { changeTask } from "./task-writes";
import type { Sql } from "./transaction";

const Edited = z.object({
  id: z.int(),
  /** The one that the edit made. */
  version: z.int(),
  /** Where its open hosts were, each place once; empty when the edit moved none. */
  places: z.array(z.enum(TASK_STATUSES)),
  before: z.object({
    assigneeId: z.string().nullable(),
    dueOn: z.string().nullable(),
    priority: z.enum(TASK_PRIORITIES),
    labels: z.array(z.string()),
    status: z.enum(TASK_STATUSES),
  }),
});

/** A task that one action on many changed, with what it was. */
export type EditedTask = z.infer<typeof Edited>;

const Stored = z.object({ tasks: z.array(Edited) });

/** Puts back what one action changed, in every task that nobody and no scan changed since. */
export async function undoEditedTasks(sql: Sql, viewer: Viewer, stored: unknown): Promise<Undone> {
  const { tasks } = Stored.parse(stored);
  await lockHostsOf(
    sql,
    tasks.map(({ id }) => id),
  );
  const failures: BulkFailure[] = [];
  for (const task of tasks) {
    const reason = await putBack(sql, viewer, task);
    if (reason !== null) failures.push({ what: taskName(task.id), href: `/tasks/${task.id}`, reason });
  }
  return { done: tasks.length - failures.length, failures };
}

/** All at once and in order: two transactions never wait for each other in a circle. */
async function lockHostsOf(sql: Sql, taskIds: readonly number[]): Promise<void> {
  const { rows } = await sql.query<{ hostId: number }>(
    `select distinct host_id as "hostId" from task_target where task_id = any($1::int[])`,
    [taskIds],
  );
  await lockHosts(
    sql,
    rows.map(({ hostId }) => hostId),
  );
}

/** Null when the task is as it was; else why it stays as it is. */
async function putBack(sql: Sql, viewer: Viewer, { id, version, places, before }: EditedTask): Promise<string | null> {
  if (places.length > 1) return "Its hosts were not all in one place before. Move it by hand.";
  const { assigneeId, status, ...rest } = before;
  await sql.query("savepoint put_back");
  try {
    await changeTask(sql, viewer, id, version, {
      ...rest,
      assignee: assigneeId === null ? null : { id: assigneeId },
      ...(places.length > 0 && { status }),
    });
    await sql.query("release savepoint put_back");
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await sql.query("rollback to savepoint put_back");
    if (error.code === "not-found") return "It is not there any more.";
    const { reason, taskStatus } = error.detail;
    if (reason !== "changed") return error.message;
    const now = TASK_STATUSES.find((known) => known === taskStatus);
    return `It was changed since${now === undefined ? "" : `: it is ${TASK_STATUS_LABELS[now].toLowerCase()} now`}.`;
  }
}

/** Where the open hosts of a task are, each place once. */
export async function placesOf(sql: Sql, taskId: number): Promise<readonly TaskStatus[]> {
  const { rows } = await sql.query<{ status: TaskStatus }>(
    `select distinct g.status from task_target g left join finding f on f.host_id = g.host_id and f.key = g.key
     where g.task_id = $1 and g.status <> 'verified' and coalesce(f.state not in ('accepted', 'not_applicable'), true)`,
    [taskId],
  );
  return rows.map(({ status }) => status);
}
