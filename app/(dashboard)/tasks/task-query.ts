import { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import type { TaskFilter } from "@/lib/data/task-where";
import { rowId } from "@/lib/shared/row-id";
import { LONGEST_LABEL, normaliseLabel } from "@/lib/tasks/task-labels";
import { TASK_PRIORITIES, type TaskPriority } from "@/lib/tasks/task-priority";
import { TASK_STATUSES, type TaskStatus } from "@/lib/tasks/task-status";

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What of the tasks is shown, as the address says it. */
export interface TaskQuery {
  readonly view: "table" | "board";
  /** "me", "none", an e-mail address, or null for anybody. */
  readonly assignee: string | null;
  /** One column, "all", or null for all that is not verified. */
  readonly status: TaskStatus | "all" | null;
  readonly due: "overdue" | null;
  readonly host: string | null;
  readonly label: string | null;
  readonly priority: TaskPriority | null;
  /** Of one action on many tasks. */
  readonly bulk: number | null;
  readonly q: string | null;
  readonly page: number;
}

const NO_FILTER: TaskQuery = {
  ...{ view: "table", assignee: null, status: null, due: null, host: null, label: null, priority: null, bulk: null, q: null },
  page: 1,
};

const PARAMS = {
  view: z.enum(["table", "board"]),
  assignee: z.union([z.enum(["me", "none"]), z.email().max(320)]),
  status: z.enum([...TASK_STATUSES, "all"]),
  due: z.enum(["overdue"]),
  host: z.string().trim().min(1).max(200),
  label: z.string().transform(normaliseLabel).pipe(z.string().min(1).max(LONGEST_LABEL)),
  priority: z.enum(TASK_PRIORITIES),
  bulk: rowId,
  q: z.string().trim().min(1).max(200),
  page: z.coerce.number().int().min(1).max(1_000_000),
} as const satisfies Record<keyof TaskQuery, z.ZodType>;

/** What an address said that this page does not know. */
export interface Ignored {
  readonly name: string;
  readonly value: string;
}

export function readTaskQuery(params: SearchParams): { readonly query: TaskQuery; readonly ignored: readonly Ignored[] } {
  const ignored: Ignored[] = [];
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    const [text = "", ...more] = [value ?? []].flat();
    for (const second of more) ignored.push({ name, value: second });
    if (text === "") continue;
    const read = Object.hasOwn(PARAMS, name) ? PARAMS[name as keyof TaskQuery].safeParse(text) : null;
    if (read?.success) found[name] = read.data;
    else ignored.push({ name, value: text });
  }
  return { query: { ...NO_FILTER, ...found }, ignored };
}

/** The address of a query with changes; a changed filter starts at the first page. */
export function tasksHref(query: Partial<TaskQuery>, changes: Partial<TaskQuery> = {}): string {
  const { view, page, bulk, ...filters }: TaskQuery = { ...NO_FILTER, ...query, page: 1, ...changes };
  const { assignee, status, due, host, label, priority, q } = filters;
  const params = new URLSearchParams();
  const given = {
    ...{ view: view === "table" ? null : view, assignee, status, due, host, label, priority },
    ...{ bulk: bulk === null ? null : String(bulk), q, page: page === 1 ? null : String(page) },
  };
  for (const [name, value] of Object.entries(given)) if (value !== null) params.set(name, value);
  const text = params.toString().replaceAll("%40", "@");
  return text === "" ? "/tasks" : `/tasks?${text}`;
}

export const isFiltered = (query: TaskQuery): boolean => tasksHref(query, { view: "table", status: null }) !== "/tasks";

const OPEN: readonly TaskStatus[] = TASK_STATUSES.filter((status) => status !== "verified");

/** The filter of the table; the board asks for one column after the other. */
export function filterOf(viewer: Viewer, query: TaskQuery, today: string): TaskFilter {
  const { assignee, status, due, host, label, priority, bulk, q } = query;
  // What was done to many tasks is shown of all of them, wherever they are now.
  const unsaid = bulk === null ? { statuses: OPEN } : {};
  return {
    ...(status === null ? unsaid : status === "all" ? {} : { statuses: [status] }),
    ...ownerFilter(viewer, assignee),
    ...(due === null ? {} : { dueBefore: today }),
    ...(host === null ? {} : { host }),
    ...(label === null ? {} : { labels: [label] }),
    ...(priority === null ? {} : { priorities: [priority] }),
    ...(bulk === null ? {} : { bulkId: bulk }),
    ...(q === null ? {} : { text: q }),
  };
}

function ownerFilter(viewer: Viewer, assignee: string | null): Pick<TaskFilter, "assignee" | "assigneeId"> {
  if (assignee === null) return {};
  // Somebody without an account has no tasks; null would ask for those of nobody.
  if (assignee === "me") return { assigneeId: viewer.userId ?? "nobody" };
  return assignee === "none" ? { assigneeId: null } : { assignee };
}
