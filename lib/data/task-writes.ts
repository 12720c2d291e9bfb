import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { type TaskPriority, taskName } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS, type TaskStatus } from "@/lib/tasks/task-status";
import { actorName, recordAudit } from "./audit";
import { authorize } from "./authorize";
import { type LockedHost, lockHosts } from "./host-state";
import { type PersonRef, requirePerson } from "./people";
import { moveLockedTask } from "./task-move";
import { refreshTasks } from "./task-targets";
import { requireTaskRow, type TaskRow } from "./tasks";
import { type Sql, transaction } from "./transaction";

export interface TaskEdits {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Null: nobody. */
  readonly assignee?: PersonRef | null | undefined;
  /** A day; null for none. */
  readonly dueOn?: string | null | undefined;
  readonly priority?: TaskPriority | undefined;
}

export interface TaskChanges extends TaskEdits {
  readonly status?: TaskStatus | undefined;
}

/**
 * Changes a task, all of it or nothing. `version` is the one that was read; null checks none. Throws "conflict" when somebody, or a
 * scan, changed it since, and for a move that only a scan may make. A status it has already is no change.
 */
export async function updateTask(viewer: Viewer, id: number, version: number | null, changes: TaskChanges): Promise<TaskRow> {
  authorize(viewer, "task:work");
  return transaction(async (sql) => {
    // Scans write a task under the lock of one of its hosts: with all of them nobody else writes it.
    const hosts = await lockHostsOf(sql, id);
    const before = await requireTaskRow(sql, id);
    if (version !== null && version !== before.version) throw changedMeanwhile(before);
    const edited = await editLockedTask(sql, viewer, before, changes);
    const moved = changes.status !== undefined && changes.status !== before.status;
    if (moved) await moveAndRecord(sql, viewer, before, hosts, changes.status);
    if (!edited && !moved) return before;
    await sql.query("update task set version = $2, updated_at = now() where id = $1", [id, before.version + 1]);
    return requireTaskRow(sql, id);
  });
}

/** Moves a task to another column. Its findings follow; nobody moves one to verified. */
export const moveTask = (viewer: Viewer, id: number, version: number, to: TaskStatus): Promise<TaskRow> =>
  updateTask(viewer, id, version, { status: to });

/** Changes what people say of a task. */
export const editTask = (viewer: Viewer, id: number, version: number, edits: TaskEdits): Promise<TaskRow> =>
  updateTask(viewer, id, version, edits);

export interface TaskComment {
  readonly id: number;
  readonly author: string;
  readonly at: Date;
  readonly body: string;
}

/** Adds a comment; comments are never changed. */
export async function commentOnTask(viewer: Viewer, id: number, body: string): Promise<TaskComment> {
  authorize(viewer, "task:comment");
  return transaction(async (sql) => {
    await requireTaskRow(sql, id);
    const { rows } = await sql.query<TaskComment>(
      "insert into task_comment (task_id, author_id, author, body) values ($1, $2, $3, $4) returning id, author, at, body",
      [id, viewer.userId, actorName(viewer), body],
    );
    const [comment] = rows;
    if (comment === undefined) throw new Error("the comment was not stored");
    await recordAudit(sql, viewer, { action: "task.comment", object: `task ${id}`, after: { comment: comment.id } });
    return comment;
  });
}

async function lockHostsOf(sql: Sql, taskId: number): Promise<LockedHost[]> {
  const { rows } = await sql.query<{ hostId: number }>(`select host_id as "hostId" from task_target where task_id = $1`, [taskId]);
  const hosts = await lockHosts(
    sql,
    rows.map((row) => row.hostId),
  );
  // A task whose hosts are gone has no other lock.
  await sql.query("select 1 from task where id = $1 for update", [taskId]);
  return hosts;
}

function changedMeanwhile(task: TaskRow): AppError {
  const status = TASK_STATUS_LABELS[task.status].toLowerCase();
  return new AppError("conflict", `${taskName(task.id)} has changed since you opened it: it is ${status} now. Look at it and try again.`, {
    detail: { reason: "changed", version: task.version, taskStatus: task.status },
  });
}

async function moveAndRecord(
  sql: Sql,
  viewer: Viewer,
  before: TaskRow,
  hosts: readonly LockedHost[],
  to: TaskStatus | undefined,
): Promise<void> {
  if (to === undefined) return;
  const moved = await moveLockedTask(sql, viewer, before, hosts, to);
  await recordAudit(sql, viewer, {
    action: "task.move",
    object: `task ${before.id}`,
    before: { status: before.status },
    after: { status: to, hosts: moved.hosts, acts: moved.actIds },
  });
}

/** True when anything was another value. */
async function editLockedTask(sql: Sql, viewer: Viewer, before: TaskRow, edits: TaskEdits): Promise<boolean> {
  const assignee =
    edits.assignee === undefined ? before.assignee : edits.assignee === null ? null : await assigneeOf(sql, before, edits.assignee);
  const was = fields(before);
  const becomes = fields({
    title: edits.title ?? before.title,
    description: edits.description ?? before.description,
    priority: edits.priority ?? before.priority,
    dueOn: edits.dueOn === undefined ? before.dueOn : edits.dueOn,
    assignee,
  });
  const changed = (Object.keys(was) as (keyof typeof was)[]).filter((field) => was[field] !== becomes[field]);
  if (changed.length === 0 && assignee?.id === before.assignee?.id) return false;
  await sql.query(
    `update task set title = $2, description = $3, priority = $4::"TaskPriority", due_on = $5::date, assignee_id = $6 where id = $1`,
    [before.id, becomes.title, becomes.description, becomes.priority, becomes.dueOn, assignee?.id ?? null],
  );
  await refreshTasks(sql, [before.id]);
  const only = (values: typeof was) => Object.fromEntries(changed.map((field) => [field, values[field]]));
  await recordAudit(sql, viewer, { action: "task.edit", object: `task ${before.id}`, before: only(was), after: only(becomes) });
  return true;
}

/** Who has the task already may keep it, disabled or not: another edit must not fail for it. */
const assigneeOf = async (sql: Sql, { assignee }: TaskRow, ref: PersonRef) =>
  assignee !== null && ("id" in ref ? ref.id === assignee.id : ref.email.trim().toLowerCase() === assignee.email)
    ? assignee
    : requirePerson(sql, ref);

/** What an edit may change, as the audit log names it. */
const fields = (task: Pick<TaskRow, "title" | "description" | "priority" | "dueOn" | "assignee">) => ({
  title: task.title,
  description: task.description,
  priority: task.priority,
  dueOn: task.dueOn,
  assignee: task.assignee?.name ?? null,
});
