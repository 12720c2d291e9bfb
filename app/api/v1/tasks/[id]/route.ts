import { getTask as getOperation, updateTask as updateOperation } from "@/lib/api/operations/tasks";
import { taskJson } from "@/lib/api/task-json";
import { listTaskTargets } from "@/lib/data/task-detail";
import { updateTask } from "@/lib/data/task-writes";
import { requireTask } from "@/lib/data/tasks";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(getOperation, async ({ viewer, params }) => {
  const task = await requireTask(viewer, params.id);
  return taskJson(task, (await listTaskTargets(viewer, [task.id])).get(task.id) ?? []);
});

export const PATCH = apiRoute(updateOperation, async ({ viewer, params, body: { version, assignee, ...changes } }) => {
  const task = await updateTask(viewer, params.id, version ?? null, {
    ...changes,
    assignee: typeof assignee === "string" ? { email: assignee } : assignee,
  });
  return taskJson(task, (await listTaskTargets(viewer, [task.id])).get(task.id) ?? []);
});
