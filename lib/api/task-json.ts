import type { TaskTarget } from "@/lib/data/task-detail";
import type { TaskRow } from "@/lib/data/tasks";
import { publicUrl } from "./public-url";

/** A task as the API answers it. */
export const taskJson = (task: TaskRow, targets: readonly TaskTarget[]) => ({
  id: task.id,
  control: task.control,
  title: task.title,
  description: task.description,
  status: task.status,
  priority: task.priority,
  assignee: task.assignee?.email ?? null,
  dueOn: task.dueOn,
  createdAt: task.createdAt.toISOString(),
  version: task.version,
  targets: targets.map(({ host, status, verifiedScanId }) => ({ host, status, verifiedScanId })),
  url: publicUrl(`/tasks/${task.id}`),
});
