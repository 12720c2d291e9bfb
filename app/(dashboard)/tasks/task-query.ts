import { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import type { TaskFilter } from "@/lib/data/task-where";
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
  readonly q: string | null;
  readonly page: number;
}

const NO_FILTER: TaskQuery = { view: "table", assignee: null, status: null, due: null, host: null, q: null, page: 1 };

const PARAMS = {
  view: z.enum(["table", "board"]),
  assignee: z.union([z.enum(["me", "none"]), z.email().max(320)]),
  status: z.enum([...TASK_STATUSES, "all"]),
  due: z.enum(["overdue"]),
  host: z.string().trim().min(1).max(200),
  q: z.string().trim().min(1).max(200),
  page: z.coerce.number().int().min(1).max(1_000_000),
} as const satisfies Record<keyof TaskQuery, z.ZodType>;

/** What an address said that this page does not know. */
export interface Ignored {
  readonly name: string;
  readonly value: string;
}

/** After making tasks the address names them; anything else that is unknown is ignored and told. */
const MADE = new Set(["made", "left"]);

export function readTaskQuery(params: SearchParams): { readonly query: TaskQuery; readonly ignored: readonly Ignored[] } {
  const ignored: Ignored[] = [];
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    const [text = "", ...more] = [value ?? []].flat();
    for (const second of more) ignored.push({ name, value: second });
    if (text === "" || MADE.has(name)) continue;
    const read = Object.hasOwn(PARAMS, name) ? PARAMS[name as keyof TaskQuery].safeParse(text) : null;
    if (read?.success) found[name] = read.data;
    else ignored.push({ name, value: text });
  }
  return { query: { ...NO_FILTER, ...found }, ignored };
}

/** The address of a query with changes; a changed filter starts at the first page. */
export function tasksHref(query: Partial<TaskQuery>, changes: Partial<TaskQuery> = {}): string {
  const { view, assignee, status, due, host, q, page }: TaskQuery = { ...NO_FILTER, ...query, page: 1, ...changes };
  const params = new URLSearchParams();
  const given = { view: view === "table" ? null : view, assignee, status, due, host, q, page: page === 1 ? null : String(page) };
  for (const [name, value] of Object.entries(given)) if (value !== null) params.set(name, value);
  const text = params.toString().replaceAll("%40", "@");
  return text === "" ? "/tasks" : `/tasks?${text}`;
}

export const isFiltered = (query: TaskQuery): boolean => tasksHref(query, { view: "table", status: null }) !== "/tasks";

const OPEN: readonly TaskStatus[] = TASK_STATUSES.filter((status) => status !== "verified");

/** The filter of the table; the board asks for one column after the other. */
export function filterOf(viewer: Viewer, { assignee, status, due, host, q }: TaskQuery, today: string): TaskFilter {
  return {
    ...(status === "all" ? {} : { statuses: status === null ? OPEN : [status] }),
    // Somebody without an account has no tasks; null would ask for those of nobody.
    ...(assignee === "me" ? { assigneeId: viewer.userId ?? "nobody" } : {}),
    ...(assignee === "none" ? { assigneeId: null } : {}),
    ...(assignee !== null && assignee !== "me" && assignee !== "none" ? { assignee } : {}),
    ...(due === null ? {} : { dueBefore: today }),
    ...(host === null ? {} : { host }),
    ...(q === null ? {} : { text: q }),
  };
}
