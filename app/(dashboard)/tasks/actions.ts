"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { chosenItems } from "@/app/_selection/chosen-items";
import { SELECTION_FIELDS, selectionOf } from "@/app/_selection/read-selection";
import { commentOnTask } from "@/lib/data/task-comments";
import { createTasks } from "@/lib/data/task-create";
import { watchTask } from "@/lib/data/task-watchers";
import { editTask, moveTask } from "@/lib/data/task-writes";
import { formAction } from "@/lib/http/form-action";
import { AppError } from "@/lib/shared/app-error";
import { rowId } from "@/lib/shared/row-id";
import { TASK_PRIORITIES, taskName } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS, TASK_STATUSES } from "@/lib/tasks/task-status";

const id = rowId;
const version = z.coerce.number().int().min(1);
const person = z
  .string()
  .max(64)
  .transform((value) => (value === "" ? null : { id: value }));
const day = z.union([z.literal("").transform(() => null), z.iso.date("Choose a day, or leave it empty.")]);
const title = z.string().trim().min(1, "Give it a title.").max(200, "A title has at most 200 characters.");
const description = z.string().trim().max(10_000, "A note has at most 10,000 characters.");
const priority = z.enum(TASK_PRIORITIES);
const labels = z
  .string()
  .max(1_000, "That is too long.")
  .transform((text) => text.split(","));
/** Of the findings whose items have boxes: "<finding>/<key>" for a ticked one, "<finding>/<number of boxes>". */
const boxes = z
  .array(
    z
      .string()
      .max(2_000)
      .regex(/^\d{1,10}\/./s),
  )
  .max(20_000)
  .default([]);

const NewTasks = z.object({
  ...SELECTION_FIELDS,
  title: title.optional(),
  assignee: person,
  dueOn: day,
  priority,
  description,
  labels: labels.optional(),
  item: boxes,
  itemsOf: boxes,
});

/** Makes tasks and goes to them. */
export const submitNewTasks = formAction(NewTasks, async (viewer, { finding, matching, item, itemsOf, ...wanted }) => {
  if (finding.length === 0 && matching === undefined)
    throw new AppError("invalid-input", "Tick at least one host.", { detail: { field: "finding" } });
  const items = chosenItems(finding, item, itemsOf);
  if ([...items.values()].some((keys) => keys.length === 0)) {
    throw new AppError("invalid-input", "Tick at least one item of every host that is ticked.", { detail: { field: "finding" } });
  }
  const { tasks, bulkId } = await createTasks(viewer, { selection: selectionOf(finding, matching), items, ...wanted });
  const [first] = tasks;
  if (first === undefined) {
    throw new AppError("conflict", "Nothing was made: all of it is in open tasks, passes, or was decided on in the meantime.");
  }
  revalidatePath("/tasks");
  redirect((tasks.length === 1 ? `/tasks/${first.id}?bulk=${bulkId}` : `/tasks?bulk=${bulkId}`) as Route);
});

export const submitMove = formAction(z.object({ id, version, to: z.enum(TASK_STATUSES) }), async (viewer, input) => {
  await moveTask(viewer, input.id, input.version, input.to);
  revalidatePath("/tasks");
  return { message: `${taskName(input.id)} is in ${TASK_STATUS_LABELS[input.to]} now.` };
});

const Edits = z.object({ id, version, title, assignee: person, dueOn: day, priority, description, labels });

export const submitEdit = formAction(Edits, async (viewer, { id: taskId, version: read, ...edits }) => {
  await editTask(viewer, taskId, read, edits);
  revalidatePath(`/tasks/${taskId}`);
  return { message: "Saved." };
});

const Comment = z.object({
  id,
  body: z.string().trim().min(1, "Write something first.").max(10_000, "A comment has at most 10,000 characters."),
});

export const submitComment = formAction(Comment, async (viewer, { id: taskId, body }) => {
  await commentOnTask(viewer, taskId, body);
  revalidatePath(`/tasks/${taskId}`);
});

export const submitWatch = formAction(z.object({ id, watch: z.enum(["yes", "no"]) }), async (viewer, { id: taskId, watch }) => {
  await watchTask(viewer, taskId, watch === "yes");
  revalidatePath(`/tasks/${taskId}`);
});
