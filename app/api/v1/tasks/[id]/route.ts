import { getTask as getOperation, updateTask as updateOperation } from "@/lib/api/operations/tasks";
import { oneTaskJson } from "@/lib/api/task-json";
import { updateTask } from "@/lib/data/task-writes";
import { requireTask } from "@/lib/data/tasks";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(getOperation, async ({ viewer, params }) => {
  return oneTaskJson(viewer, await requireTask(viewer, params.id));
});

export const PATCH = apiRoute(updateOperation, async ({ viewer, params, body: { version, assignee, ...changes } }) => {
  const task = await updateTask(viewer, params.id, version ?? null, {
    ...changes,
    assignee: typeof assignee === "string" ? { email: assignee } : assignee,
  });
  return oneTaskJson(viewer, task);
});
