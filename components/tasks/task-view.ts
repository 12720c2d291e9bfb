import { someOf } from "@/lib/shared/some-of";
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
  readonly labels: readonly string[];
  readonly stride: readonly StrideLetter[];
  readonly assignee: { readonly name: string; readonly email: string } | null;
  readonly dueOn: string | null;
  readonly verifiedAt: Date | null;
  readonly version: number;
  readonly hosts: { readonly count: number; readonly names: readonly string[] };
  /** Items it is about, by name; null for the whole check. */
  readonly scope: readonly string[] | null;
  /** Of a task on one host whose check names items. */
  readonly items: { readonly fixed: number; readonly of: number } | null;
  readonly progress: { readonly verified: number; readonly of: number };
  readonly claim: { readonly by: string; readonly at: Date; readonly waiting: number; readonly names: readonly string[] } | null;
  readonly stillFailing: readonly string[];
  readonly reopenedScanId: number | null;
  readonly verifiedScanId: number | null;
}

/** "2.15 on web-01, web-04", "2.2 on 9 hosts", "4.1 on web-01, only api and db": which check, where, and what of it. */
export function placeWords({ number, hosts, scope }: Pick<TaskView, "number" | "hosts" | "scope">): string {
  const where = hostWords(hosts.count, hosts.names);
  const place = hosts.count === 0 ? (number ?? "No host") : `${number === null ? "On" : `${number} on`} ${where}`;
  return scope === null ? place : `${place}, only ${someOf(scope, 2)}`;
}

/** One or two hosts by name, more by number. */
export const hostWords = (count: number, names: readonly string[]): string => (count <= 2 ? names.join(", ") : `${count} hosts`);

export const countWords = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
