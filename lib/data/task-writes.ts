import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { type TaskPriority, taskName } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS, type TaskStatus } from "@/lib/tasks/task-status";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { checkedLabels } from "./checked-labels";
import { type LockedHost, lockHosts } from "./host-state";
import { type PersonRef, requirePerson } from "./people";
import { moveLockedTask } from "./task-move";
import { refreshTasks } from "./task-targets";
import { requireTaskRow, type TaskRow } from "./tasks";
import { tellAssigned } from "./tell-assigned";
import { type Sql, transaction } from "./transaction";

export interface TaskEdits {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Null: nobody. */
  readonly assignee?: PersonRef | null | undefined;
  /** A day; null for none. */
  readonly dueOn?: string | null | undefined;
  readonly priority?: TaskPriority | undefined;
  readonly labels?: readonly string[] | Relabelling | undefined;
}

/** Labels to add to those a task has, and to take off. */
export interface Relabelling {
  readonly add: readonly string[];
  readonly remove: readonly string[];
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
  return transaction(async (sql) => (await changeTask(sql, viewer, id, version, changes)).after);
}

/** A task before and after a change; the same object where nothing was another value. */
export interface ChangedTask {
  readonly before: TaskRow;
  readonly after: TaskRow;
}

/** `updateTask` in a transaction of the caller, who has authorised. */
export async function changeTask(sql: Sql, viewer: Viewer, id: number, version: number | null, changes: TaskChanges): Promise<ChangedTask> {
  // Scans write a task under the lock of one of its hosts: with all of them nobody else writes it.
  const hosts = await lockHostsOf(sql, id);
  const before = await requireTaskRow(sql, id);
  if (version !== null && version !== before.version) throw changedMeanwhile(before);
  const edited = await editLockedTask(sql, viewer, before, changes);
  const moved = changes.status !== undefined && changes.status !== before.status;
  if (moved) await moveAndRecord(sql, viewer, before, hosts, changes.status);
  if (!edited && !moved) return { before, after: before };
  await sql.query("update task set version = $2, updated_at = now() where id = $1", [id, before.version + 1]);
  return { before, after: await requireTaskRow(sql, id) };
}

/** Moves a task to another column. Its findings follow; nobody moves one to verified. */
export const moveTask = (viewer: Viewer, id: number, version: number, to: TaskStatus): Promise<TaskRow> =>
  updateTask(viewer, id, version, { status: to });

/** Changes what people say of a task. */
export const editTask = (viewer: Viewer, id: number, version: number, edits: TaskEdits): Promise<TaskRow> =>
  updateTask(viewer, id, version, edits);

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

function labelsAfter(before: readonly string[], edit: TaskEdits["labels"]): readonly string[] {
  if (edit === undefined) return before;
  if (!("add" in edit)) return checkedLabels(edit);
  const off = new Set(checkedLabels(edit.remove));
  return checkedLabels([...before.filter((label) => !off.has(label)), ...edit.add]);
}

/** True when anything was another value. */
async function editLockedTask(sql: Sql, viewer: Viewer, before: TaskRow, edits: TaskEdits): Promise<boolean> {
  const assignee =
    edits.assignee === undefined ? before.assignee : edits.assignee === null ? null : await assigneeOf(sql, before, edits.assignee);
  const labels = labelsAfter(before.labels, edits.labels);
  const was = fields(before);
  const becomes = fields({
    title: edits.title ?? before.title,
    description: edits.description ?? before.description,
    priority: edits.priority ?? before.priority,
    dueOn: edits.dueOn === undefined ? before.dueOn : edits.dueOn,
    assignee,
    labels,
  });
  const changed = (Object.keys(was) as (keyof typeof was)[]).filter((field) => was[field] !== becomes[field]);
  if (changed.length === 0 && assignee?.id === before.assignee?.id) return false;
  await sql.query(
    `update task set title = $2, description = $3, priority = $4::"TaskPriority", due_on = $5::date, assignee_id = $6, labels = $7
     where id = $1`,
    [before.id, becomes.title, becomes.description, becomes.priority, becomes.dueOn, assignee?.id ?? null, labels],
  );
  if (assignee !== null && assignee.id !== before.assignee?.id)
    await tellAssigned(sql, viewer, [{ ...before, version: before.version + 1 }], assignee);
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
const fields = (task: Pick<TaskRow, "title" | "description" | "priority" | "dueOn" | "assignee" | "labels">) => ({
  title: task.title,
  description: task.description,
  priority: task.priority,
  dueOn: task.dueOn,
  assignee: task.assignee?.name ?? null,
  labels: task.labels.join(", "),
});
