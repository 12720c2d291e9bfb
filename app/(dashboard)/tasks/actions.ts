"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { SELECTION_FIELDS, selectionOf } from "@/app/_selection/read-selection";
import { commentOnTask } from "@/lib/data/task-comments";
import { createTasks } from "@/lib/data/task-create";
import { editTask, moveTask } from "@/lib/data/task-writes";
import { formAction } from "@/lib/http/form-action";
import { AppError } from "@/lib/shared/app-error";
import { TASK_PRIORITIES, taskName } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS, TASK_STATUSES } from "@/lib/tasks/task-status";

const id = z.coerce.number().int().min(1).max(2_147_483_647);
const version = z.coerce.number().int().min(1);
const person = z
  .string()
  .max(64)
  .transform((value) => (value === "" ? null : { id: value }));
const day = z.union([z.literal("").transform(() => null), z.iso.date("Choose a day, or leave it empty.")]);
const title = z.string().trim().min(1, "Give it a title.").max(200, "A title has at most 200 characters.");
const description = z.string().trim().max(10_000, "A note has at most 10,000 characters.");
const priority = z.enum(TASK_PRIORITIES);

const NewTasks = z.object({
  ...SELECTION_FIELDS,
  title: title.optional(),
  assignee: person,
  dueOn: day,
  priority,
  description,
});

/** Makes tasks and goes to them. */
export const submitNewTasks = formAction(NewTasks, async (viewer, { finding, matching, ...wanted }) => {
  if (finding.length === 0 && matching === undefined)
    throw new AppError("invalid-input", "Tick at least one host.", { detail: { field: "finding" } });
  const { tasks, skipped } = await createTasks(viewer, {
    selection: selectionOf(finding, matching),
    ...wanted,
  });
  const [first] = tasks;
  if (first === undefined) {
    throw new AppError("conflict", "Nothing was made: all of it is in open tasks, passes, or was decided on in the meantime.");
  }
  revalidatePath("/tasks");
  const left = skipped.length > 0 ? `&left=${skipped.length}` : "";
  redirect(
    tasks.length === 1
      ? (`/tasks/${first.id}?made=1${left}` as Route)
      : (`/tasks?made=${tasks.map((task) => task.id).join(",")}${left}` as Route),
  );
});

export const submitMove = formAction(z.object({ id, version, to: z.enum(TASK_STATUSES) }), async (viewer, input) => {
  await moveTask(viewer, input.id, input.version, input.to);
  revalidatePath("/tasks");
  return { message: `${taskName(input.id)} is in ${TASK_STATUS_LABELS[input.to]} now.` };
});

const Edits = z.object({ id, version, title, assignee: person, dueOn: day, priority, description });

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
