import { createTasks as createOperation, listTasks as listOperation } from "@/lib/api/operations/tasks";
import { pageRequest } from "@/lib/api/page-request";
import { taskFilter } from "@/lib/api/task-filter";
import { taskJson } from "@/lib/api/task-json";
import { createTasks } from "@/lib/data/task-create";
import { listTaskTargets } from "@/lib/data/task-detail";
import { listTasks } from "@/lib/data/tasks";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(listOperation, async ({ viewer, query }) => {
  const page = await listTasks(viewer, taskFilter(viewer, query), pageRequest(query));
  const targets = await listTaskTargets(
    viewer,
    page.items.map((task) => task.id),
  );
  return { ...page, items: page.items.map((task) => taskJson(task, targets.get(task.id) ?? [])) };
});

export const POST = apiRoute(createOperation, async ({ viewer, body }) => {
  const { tasks, skipped } = await createTasks(viewer, {
    selection:
      body.findings === undefined ? { key: body.control ?? "", ...(body.hosts && { hosts: body.hosts }) } : { findingIds: body.findings },
    assignee: typeof body.assignee === "string" ? { email: body.assignee } : null,
    dueOn: body.dueOn ?? null,
    title: body.title,
    description: body.description ?? "",
    priority: body.priority ?? "normal",
  });
  const targets = await listTaskTargets(
    viewer,
    tasks.map((task) => task.id),
  );
  const answer = {
    items: tasks.map((task) => taskJson(task, targets.get(task.id) ?? [])),
    skipped: skipped.map(({ findingId, host, reason, taskId }) => ({ finding: findingId, host, reason, taskId })),
  };
  return Response.json(answer, { status: tasks.length > 0 ? 201 : 200 });
});
