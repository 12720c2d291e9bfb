"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { type BatchEdit, editTasks, type TaskBatch } from "@/lib/data/edit-tasks";
import { formAction } from "@/lib/http/form-action";
import { searchParamsOf } from "@/lib/shared/read-filters";
import { rowId } from "@/lib/shared/row-id";
import { TASK_PRIORITIES } from "@/lib/tasks/task-priority";
import { TASK_STATUSES } from "@/lib/tasks/task-status";
import { filterOf, readTaskQuery } from "./task-query";

const nothing = z.literal("").transform(() => undefined);
const flag = z.literal("1").optional();
const words = z.string().max(500).default("");

const BulkEdit = z.object({
  task: z.array(rowId).max(1_000, "Tick at most 1,000 tasks.").default([]),
  everything: flag,
  /** The address of the list, which means all that match it, and how many those were. */
  matching: z.string().max(8_000),
  expected: z.coerce.number().int().min(0),
  assignee: z.union([
    nothing,
    z.literal("none").transform(() => null),
    z
      .string()
      .max(64)
      .transform((id) => ({ id })),
  ]),
  priority: z.union([nothing, z.enum(TASK_PRIORITIES)]),
  status: z.union([nothing, z.enum(TASK_STATUSES)]),
  dueOn: z.union([nothing, z.iso.date("Choose a day, or leave it empty.")]),
  noDue: flag,
  addLabel: words,
  removeLabel: words,
});

/** Changes many tasks, and shows them with what was done. */
export const submitBulkEdit = formAction(BulkEdit, async (viewer, input) => {
  const bulk = await editTasks(viewer, batchOf(viewer, input), editOf(input));
  revalidatePath("/tasks");
  redirect(`/tasks?bulk=${bulk}` as Route);
});

type Input = z.output<typeof BulkEdit>;

function batchOf(viewer: Viewer, { task, everything, matching, expected }: Input): TaskBatch {
  if (everything === undefined) return { ids: task };
  const { query } = readTaskQuery(searchParamsOf(new URL(matching, "http://localhost").href));
  return { filter: filterOf(viewer, query, new Date().toISOString().slice(0, 10)), expected };
}

function editOf({ assignee, priority, status, dueOn, noDue, addLabel, removeLabel }: Input): BatchEdit {
  const relabelled = addLabel.trim() !== "" || removeLabel.trim() !== "";
  return {
    ...{ assignee, priority, status },
    dueOn: noDue === undefined ? dueOn : null,
    labels: relabelled ? { add: addLabel.split(","), remove: removeLabel.split(",") } : undefined,
  };
}
