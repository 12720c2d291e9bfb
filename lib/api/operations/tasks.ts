import { z } from "zod";
import { TASK_PRIORITIES } from "@/lib/tasks/task-priority";
import { operation } from "../operation";
import { idParams, pageOf, pageQuery, task, taskStatus } from "../schemas";

const email = z.string().trim().min(1).max(320);
const day = z.iso.date().describe("YYYY-MM-DD");
const priority = z.enum(TASK_PRIORITIES);
const labels = z.array(z.string().max(200)).max(50);
const control = z.string().trim().min(1).max(200);

const taskEdits = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  description: z.string().trim().max(10_000).optional(),
  assignee: email.nullable().optional(),
  dueOn: day.nullable().optional(),
  priority: priority.optional(),
  labels: labels.optional().describe("All labels; they are written in lower case, words joined by hyphens"),
});

const created = z.object({
  items: z.array(task),
  skipped: z.array(z.object({ finding: z.int().nullable(), host: z.string().nullable(), reason: z.string(), taskId: z.int().nullable() })),
  bulkAction: z.int().nullable().describe("What `POST /bulk-actions/{id}/undo` takes back; null when nothing was made"),
});

export const listTasks = operation({
  method: "get",
  path: "/tasks",
  summary: "Remediation tasks, newest first",
  permission: "task:read",
  query: pageQuery.extend({
    assignee: z.string().max(320).optional().describe("An e-mail address, `me`, or `none`"),
    status: z
      .string()
      .max(100)
      .optional()
      .describe(`Comma-separated: ${taskStatus.options.join(", ")}`),
    priority: z
      .string()
      .max(100)
      .optional()
      .describe(`Comma-separated: ${TASK_PRIORITIES.join(", ")}`),
    label: z.string().max(500).optional().describe("Comma-separated; tasks that have all of them"),
    host: z.string().max(200).optional(),
    control: z.string().max(200).optional().describe("The control's slug"),
    due: z.enum(["overdue"]).optional(),
    q: z.string().max(200).optional().describe("Part of the title, a check's number, or `TSK-12`"),
  }),
  answers: { 200: { description: "A page of tasks", schema: pageOf(task) } },
});

export const getTask = operation({
  method: "get",
  path: "/tasks/{id}",
  summary: "One task with its hosts",
  permission: "task:read",
  params: idParams,
  answers: { 200: { description: "The task", schema: task } },
});

export const createTasks = operation({
  method: "post",
  path: "/tasks",
  summary: "Make tasks: one per control, over the findings named, or over a control's hosts",
  permission: "task:create",
  body: taskEdits
    .extend({
      findings: z.array(z.int().min(1)).min(1).max(1_000).optional().describe("Ids of findings"),
      control: control.optional().describe("Instead of `findings`: the control's slug"),
      hosts: z
        .array(z.string().trim().min(1).max(200))
        .min(1)
        .max(1_000)
        .optional()
        .describe("With `control`; left out, all hosts on which it fails now"),
      items: z
        .array(z.string().trim().min(1).max(1_000))
        .min(1)
        .max(1_000)
        .optional()
        .describe("With `control`: names or keys of containers, images, files or users the task is about; left out, the check as a whole"),
    })
    .strict()
    .refine((body) => (body.findings === undefined) !== (body.control === undefined), "Give either `findings` or `control`.")
    .refine((body) => body.hosts === undefined || body.control !== undefined, "`hosts` goes with `control`.")
    .refine((body) => body.items === undefined || body.control !== undefined, "`items` goes with `control`."),
  answers: {
    200: { description: "Nothing was left to make: each finding is in an open task, passes, or was decided on", schema: created },
    201: { description: "The tasks made; what no task was made of is listed with the reason", schema: created },
  },
});

export const updateTask = operation({
  method: "patch",
  path: "/tasks/{id}",
  summary: "Change a task. Nobody sets `verified`: only a scan does",
  permission: "task:work",
  params: idParams,
  body: taskEdits
    .extend({
      version: z.int().optional().describe("The version you read; a newer one is refused with 409"),
      status: taskStatus.optional(),
    })
    .strict(),
  answers: {
    200: { description: "The task as it is now", schema: task },
    409: { description: "Somebody, or a scan, changed it since that version; or nobody may make this move. `reason` says which" },
  },
});

export const commentOnTask = operation({
  method: "post",
  path: "/tasks/{id}/comments",
  summary: "Add a comment",
  permission: "task:comment",
  params: idParams,
  body: z.strictObject({ body: z.string().trim().min(1).max(10_000) }),
  answers: { 201: { description: "The comment", schema: z.object({ id: z.int(), author: z.string(), at: z.string(), body: z.string() }) } },
});
