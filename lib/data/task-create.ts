import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { counted } from "@/lib/shared/counted";
import type { TargetScope } from "@/lib/tasks/item-scope";
import type { TaskPriority } from "@/lib/tasks/task-priority";
import { firstTargetStatus, taskStatusOf } from "@/lib/tasks/task-status";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { recordBulk } from "./bulk-actions";
import { checkedLabels } from "./checked-labels";
import { lockHosts } from "./host-state";
import { type Person, type PersonRef, requirePerson } from "./people";
import {
  type ItemChoice,
  MAX_MATCHING,
  MAX_SELECTION,
  type PlannedTask,
  planSelection,
  readSelection,
  type SkippedFinding,
  type TaskSelection,
} from "./task-selection";
import { refreshTasks } from "./task-targets";
import { letWatch } from "./task-watchers";
import { requireTaskRow, type TaskRow } from "./tasks";
import { tellAssigned } from "./tell-assigned";
import { type Sql, transaction } from "./transaction";
import { tasksAsMade } from "./undo-created-tasks";

export interface NewTasks {
  readonly selection: TaskSelection;
  /** What of each check; absent for the checks as a whole. */
  readonly items?: ItemChoice | undefined;
  /** As many findings as somebody was shown; another number by now makes nothing. */
  readonly expected?: number | undefined;
  readonly assignee: PersonRef | null;
  /** A day, "2026-11-30". */
  readonly dueOn: string | null;
  /** Instead of the control's own title. */
  readonly title?: string | undefined;
  readonly description: string;
  readonly priority: TaskPriority;
  readonly labels?: readonly string[] | undefined;
}

export interface CreatedTasks {
  readonly tasks: readonly TaskRow[];
  readonly skipped: readonly SkippedFinding[];
  /** What takes it all back; null where nothing was made. */
  readonly bulkId: number | null;
}

/**
 * Makes one task per control over the hosts selected. A control on a host that has an open task already is left out and reported.
 * Moves no finding: being assigned is not being worked on.
 */
export async function createTasks(viewer: Viewer, wanted: NewTasks): Promise<CreatedTasks> {
  authorize(viewer, "task:create");
  return transaction(async (sql) => {
    const assignee = wanted.assignee === null ? null : await requirePerson(sql, wanted.assignee);
    // Who selects the same findings at the same time waits here, and then finds the open tasks.
    const selected = await readSelection(sql, viewer, wanted.selection);
    await lockHosts(sql, [...new Set(selected.map((finding) => finding.hostId))]);
    const { tasks, skipped, cut } = planSelection(
      wanted.selection,
      await readSelection(sql, viewer, wanted.selection),
      wanted.items ?? null,
    );
    const limit = "filter" in wanted.selection ? MAX_MATCHING : MAX_SELECTION;
    if (cut) throw new AppError("invalid-input", `Choose at most ${limit.toLocaleString("en")} findings at a time.`);
    const planned = tasks.reduce((sum, { findings }) => sum + findings.length, 0);
    if (wanted.expected !== undefined && planned !== wanted.expected) {
      const message = `You were shown ${wanted.expected} findings, and now ${planned} match. Nothing was made: look at them again.`;
      throw new AppError("conflict", message);
    }
    const made: TaskRow[] = [];
    for (const task of tasks) made.push(await insertTask(sql, viewer, task, { ...wanted, assignee }));
    await letWatch(
      sql,
      made.map(({ id }) => id),
      [viewer.userId],
    );
    if (assignee !== null) await tellAssigned(sql, viewer, made, assignee);
    return { tasks: made, skipped, bulkId: await rememberTasks(sql, viewer, made, planned, skipped) };
  });
}

async function rememberTasks(
  sql: Sql,
  viewer: Viewer,
  made: readonly TaskRow[],
  findings: number,
  skipped: readonly SkippedFinding[],
): Promise<number | null> {
  if (made.length === 0) return null;
  return recordBulk(sql, viewer, {
    kind: "tasks.create",
    summary: `${counted(made.length, "task")} made for ${counted(findings, "finding")}`,
    failures: skipped.map(({ host, findingId, title, taskId, reason }) => ({
      what: [title, host ?? `finding ${findingId}`].filter((part) => part !== null).join(" on "),
      href: taskId === null ? null : `/tasks/${taskId}`,
      reason,
    })),
    undo: await tasksAsMade(
      sql,
      made.map(({ id }) => id),
    ),
  });
}

async function insertTask(
  sql: Sql,
  viewer: Viewer,
  planned: PlannedTask,
  wanted: Omit<NewTasks, "assignee"> & { readonly assignee: Person | null },
): Promise<TaskRow> {
  const targets = planned.findings.map(({ hostId, state, scope }) => ({ hostId, status: firstTargetStatus(state), waived: false, scope }));
  const title = wanted.title ?? planned.title;
  const { rows } = await sql.query<{ id: number }>(
    `insert into task (key, control, title, description, status, priority, assignee_id, due_on, created_by_id, labels)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      planned.key,
      planned.control,
      title,
      wanted.description,
      taskStatusOf(targets),
      wanted.priority,
      wanted.assignee?.id ?? null,
      wanted.dueOn,
      viewer.userId,
      checkedLabels(wanted.labels ?? []),
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error("the task was not stored");
  await insertTargets(sql, id, planned.key, targets);
  await refreshTasks(sql, [id]);
  await recordAudit(sql, viewer, {
    action: "task.create",
    object: `task ${id}`,
    after: {
      title,
      hosts: planned.findings.map((finding) => finding.host),
      assignee: wanted.assignee?.name ?? null,
      dueOn: wanted.dueOn,
      priority: wanted.priority,
    },
  });
  return requireTaskRow(sql, id);
}

async function insertTargets(
  sql: Sql,
  taskId: number,
  key: string,
  targets: readonly { readonly hostId: number; readonly status: string; readonly scope: TargetScope }[],
): Promise<void> {
  try {
    await sql.query(
      `insert into task_target (task_id, host_id, key, status, any_item, item_keys, item_names)
       select $1, t.host_id, $2, t.status, t.any_item, t.item_keys, t.item_names
       from json_to_recordset($3::json) as t(host_id int, status "TaskStatus", any_item boolean, item_keys text[], item_names text[])`,
      [taskId, key, JSON.stringify(targets.map(targetColumns))],
    );
  } catch (error) {
    // The index of one open task per control and host has the last word, whatever the locks allowed.
    const doubled = error instanceof Error && "constraint" in error && error.constraint === "task_target_one_open";
    if (!doubled) throw error;
    throw new AppError("conflict", "Somebody made a task for one of these a moment ago. Look at the list and try again.", { cause: error });
  }
}

const targetColumns = ({ hostId, status, scope }: { readonly hostId: number; readonly status: string; readonly scope: TargetScope }) => ({
  host_id: hostId,
  status,
  any_item: scope.anyItem,
  item_keys: scope.items.map(({ key }) => key),
  item_names: scope.items.map(({ name }) => name),
});
