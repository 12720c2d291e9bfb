import type { StrideLetter } from "@/lib/stride/categories";
import type { TaskPriority } from "@/lib/tasks/task-priority";
import type { TaskStatus } from "@/lib/tasks/task-status";

/** What board and table show of a task. */
export interface TaskView {
  readonly id: number;
  readonly number: string | null;
  readonly title: string;
  readonly status: TaskStatus;
  readonly priority: TaskPriority;
  readonly stride: readonly StrideLetter[];
  readonly assignee: { readonly name: string; readonly email: string } | null;
  readonly dueOn: string | null;
  readonly verifiedAt: Date | null;
  readonly version: number;
  readonly hosts: { readonly count: number; readonly names: readonly string[] };
  readonly progress: { readonly verified: number; readonly of: number };
  readonly claim: { readonly by: string; readonly at: Date; readonly waiting: number; readonly names: readonly string[] } | null;
  readonly stillFailing: readonly string[];
  readonly reopenedScanId: number | null;
  readonly verifiedScanId: number | null;
}

/** "2.15 on web-01, web-04", "2.2 on 9 hosts": which check, and where. */
export function placeWords({ number, hosts }: Pick<TaskView, "number" | "hosts">): string {
  const where = hostWords(hosts.count, hosts.names);
  return hosts.count === 0 ? (number ?? "No host") : `${number === null ? "On" : `${number} on`} ${where}`;
}

/** One or two hosts by name, more by number. */
export const hostWords = (count: number, names: readonly string[]): string => (count <= 2 ? names.join(", ") : `${count} hosts`);

export const countWords = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
