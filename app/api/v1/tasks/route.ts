import { createTasks as createOperation, listTasks as listOperation } from "@/lib/api/operations/tasks";
import { pageRequest } from "@/lib/api/page-request";
import { taskFilter } from "@/lib/api/task-filter";
import { tasksJson } from "@/lib/api/task-json";
import { createTasks } from "@/lib/data/task-create";
import { listTasks } from "@/lib/data/tasks";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(listOperation, async ({ viewer, query }) => {
  const page = await listTasks(viewer, taskFilter(viewer, query), pageRequest(query));
  return { ...page, items: await tasksJson(viewer, page.items) };
});

export const POST = apiRoute(createOperation, async ({ viewer, body }) => {
  const { tasks, skipped, bulkId } = await createTasks(viewer, {
    selection:
      body.findings === undefined ? { key: body.control ?? "", ...(body.hosts && { hosts: body.hosts }) } : { findingIds: body.findings },
    assignee: typeof body.assignee === "string" ? { email: body.assignee } : null,
    dueOn: body.dueOn ?? null,
    title: body.title,
    description: body.description ?? "",
    priority: body.priority ?? "normal",
    labels: body.labels,
    items: body.items,
  });
  const answer = {
    items: await tasksJson(viewer, tasks),
    skipped: skipped.map(({ findingId, host, reason, taskId }) => ({ finding: findingId, host, reason, taskId })),
    bulkAction: bulkId,
  };
  return Response.json(answer, { status: tasks.length > 0 ? 201 : 200 });
});
