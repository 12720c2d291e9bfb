import type { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import type { TaskFilter } from "@/lib/data/task-where";
import { normaliseLabel } from "@/lib/tasks/task-labels";
import { TASK_PRIORITIES } from "@/lib/tasks/task-priority";
import { TASK_STATUSES } from "@/lib/tasks/task-status";
import type { listTasks } from "./operations/tasks";
import { listOf } from "./page-request";

type Query = z.output<typeof listTasks.query>;

/** The filter a query asks for. Absent parameters filter nothing; unknown values in a list match nothing. */
export function taskFilter(viewer: Viewer, query: Query): TaskFilter {
  const statuses = listOf(query.status, TASK_STATUSES);
  const priorities = listOf(query.priority, TASK_PRIORITIES);
  return {
    ...(statuses && { statuses }),
    ...(priorities && { priorities }),
    ...(query.label && { labels: query.label.split(",").map(normaliseLabel).filter(Boolean) }),
    ...(query.host && { host: query.host }),
    ...(query.control && { keys: [query.control] }),
    ...(query.due && { dueBefore: new Date().toISOString().slice(0, 10) }),
    ...(query.q && { text: query.q }),
    ...assigneeFilter(viewer, query.assignee),
  };
}

function assigneeFilter(viewer: Viewer, asked: string | undefined): Pick<TaskFilter, "assignee" | "assigneeId"> {
  if (asked === undefined || asked === "") return {};
  // A token of nobody has no tasks of its own; null would ask for those of nobody.
  if (asked === "me") return { assigneeId: viewer.userId ?? "nobody" };
  return asked === "none" ? { assigneeId: null } : { assignee: asked };
}
