import type { Viewer } from "@/lib/access/viewer";
import { listTaskTargets, type TaskTarget } from "@/lib/data/task-detail";
import { listWatcherAddresses } from "@/lib/data/task-watchers";
import type { TaskRow } from "@/lib/data/tasks";
import { publicUrl } from "./public-url";

/** Tasks as the API answers them. */
export async function tasksJson(viewer: Viewer, tasks: readonly TaskRow[]) {
  const ids = tasks.map(({ id }) => id);
  const [targets, watchers] = await Promise.all([listTaskTargets(viewer, ids), listWatcherAddresses(viewer, ids)]);
  return tasks.map((task) => taskJson(task, targets.get(task.id) ?? [], watchers.get(task.id) ?? []));
}

/** One task as the API answers it. */
export async function oneTaskJson(viewer: Viewer, task: TaskRow) {
  const [json] = await tasksJson(viewer, [task]);
  if (json === undefined) throw new Error("a task gave no answer");
  return json;
}

const taskJson = (task: TaskRow, targets: readonly TaskTarget[], watchers: readonly string[]) => ({
  id: task.id,
  control: task.control,
  title: task.title,
  description: task.description,
  status: task.status,
  priority: task.priority,
  assignee: task.assignee?.email ?? null,
  labels: task.labels,
  dueOn: task.dueOn,
  createdAt: task.createdAt.toISOString(),
  version: task.version,
  watchers,
  progress: task.progress,
  targets: targets.map(({ host, status, verifiedScanId, scope, itemsFixed }) => ({
    host,
    status,
    verifiedScanId,
    items: scope,
    itemsFixed,
  })),
  url: publicUrl(`/tasks/${task.id}`),
});
