import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { counted } from "@/lib/shared/counted";
import { TASK_PRIORITY_LABELS, type TaskPriority, taskName } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS, type TaskStatus } from "@/lib/tasks/task-status";
import { authorize } from "./authorize";
import { type BulkFailure, recordBulk } from "./bulk-actions";
import { checkedLabels } from "./checked-labels";
import { pool } from "./client";
import { type PersonRef, requirePerson } from "./people";
import { TASK_WHERE, TASK_WHERE_VALUES, type TaskFilter, taskWhereValues } from "./task-where";
import { type ChangedTask, changeTask, type Relabelling } from "./task-writes";
import { type Sql, transaction } from "./transaction";
import { type EditedTask, placesOf } from "./undo-edited-tasks";

/** As many tasks as one action may change. */
const MOST_EDITED = 1_000;

/** The tasks of one action: those ticked, or all that match a filter. `expected` is how many somebody was shown. */
export type TaskBatch = { readonly ids: readonly number[] } | { readonly filter: TaskFilter; readonly expected: number };

/** What becomes of every one of them; what is absent stays. */
export interface BatchEdit {
  readonly assignee?: PersonRef | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly priority?: TaskPriority | undefined;
  readonly labels?: Relabelling | undefined;
  readonly status?: TaskStatus | undefined;
}

/**
 * Changes many tasks in one action and answers its number, under which it is told and undone. Each task by itself: where one cannot be
 * changed the others are, and it is listed with the reason. Throws before anything where the edit itself is wrong.
 */
export async function editTasks(viewer: Viewer, batch: TaskBatch, edit: BatchEdit): Promise<number> {
  authorize(viewer, "task:work");
  const words = await transaction((sql) => editWords(sql, edit));
  if (words.length === 0) throw new AppError("invalid-input", "Choose what is to be changed.");
  const ids = await idsOf(batch);
  const edited: EditedTask[] = [];
  const failures: BulkFailure[] = [];
  for (const id of ids) {
    const answer = await editOne(viewer, id, edit);
    if ("reason" in answer) failures.push(answer);
    else edited.push(answer);
  }
  const done = failures.length === 0 ? counted(edited.length, "task") : `${edited.length} of ${counted(ids.length, "task")}`;
  return transaction((sql) =>
    recordBulk(sql, viewer, { kind: "tasks.edit", summary: `${done} changed: ${words.join(", ")}`, failures, undo: { tasks: edited } }),
  );
}

async function idsOf(batch: TaskBatch): Promise<readonly number[]> {
  if ("ids" in batch) {
    const ids = [...new Set(batch.ids)];
    if (ids.length === 0) throw new AppError("invalid-input", "Tick at least one task.");
    if (ids.length > MOST_EDITED) throw tooMany();
    return ids;
  }
  const { rows } = await pool().query<{ id: number }>(
    `select t.id from task t left join "user" u on u.id = t.assignee_id where ${TASK_WHERE} order by t.id limit $${TASK_WHERE_VALUES + 1}`,
    [...taskWhereValues(batch.filter), MOST_EDITED + 1],
  );
  if (rows.length > MOST_EDITED) throw tooMany();
  if (rows.length !== batch.expected) {
    const message = `You were shown ${counted(batch.expected, "task")}, and now ${rows.length} match. Nothing was changed: look at them again.`;
    throw new AppError("conflict", message);
  }
  return rows.map(({ id }) => id);
}

const tooMany = (): AppError =>
  new AppError("invalid-input", `Change at most ${counted(MOST_EDITED, "task")} at a time: narrow them down by a filter.`);

async function editOne(viewer: Viewer, id: number, edit: BatchEdit): Promise<EditedTask | BulkFailure> {
  const failure = (reason: string): BulkFailure => ({ what: taskName(id), href: `/tasks/${id}`, reason });
  try {
    return await transaction(async (sql) => {
      const places = await placesOf(sql, id);
      const changed = await changeTask(sql, viewer, id, null, edit);
      return changed.before === changed.after ? failure("It was so already.") : editedTask(changed, places);
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === "not-found" ? { ...failure("It is not there any more."), href: null } : failure(error.message);
  }
}

const editedTask = ({ before, after }: ChangedTask, places: readonly TaskStatus[]): EditedTask => ({
  id: before.id,
  version: after.version,
  places: before.status === after.status ? [] : [...places],
  before: {
    assigneeId: before.assignee?.id ?? null,
    dueOn: before.dueOn,
    priority: before.priority,
    labels: [...before.labels],
    status: before.status,
  },
});

/** What is done, for people; also checks it, so that a wrong edit is refused before the first task. */
async function editWords(sql: Sql, { assignee, dueOn, priority, labels, status }: BatchEdit): Promise<string[]> {
  const words: string[] = [];
  if (assignee !== undefined) words.push(assignee === null ? "no owner" : `owner ${(await requirePerson(sql, assignee)).name}`);
  if (dueOn !== undefined) words.push(dueOn === null ? "no due date" : `due ${dueOn}`);
  if (priority !== undefined) words.push(`priority ${TASK_PRIORITY_LABELS[priority].toLowerCase()}`);
  const [add, remove] = [checkedLabels(labels?.add ?? []), checkedLabels(labels?.remove ?? [])];
  if (add.length > 0) words.push(`label ${add.join(", ")}`);
  if (remove.length > 0) words.push(`without label ${remove.join(", ")}`);
  if (status !== undefined) words.push(`moved to ${TASK_STATUS_LABELS[status]}`);
  return words;
}
