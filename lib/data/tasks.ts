import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { getControl } from "@/lib/catalogue/controls";
import type { Severity } from "@/lib/catalogue/judgement";
import { AppError } from "@/lib/shared/app-error";
import { type Page, type PageRequest, toPage } from "@/lib/shared/page";
import type { StrideLetter } from "@/lib/stride/categories";
import { type ItemProgress, itemProgress, type ScopedTarget } from "@/lib/tasks/item-scope";
import type { TaskPriority } from "@/lib/tasks/task-priority";
import type { TaskStatus } from "@/lib/tasks/task-status";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { Person } from "./people";
import { TASK_WHERE, TASK_WHERE_VALUES, type TaskFilter, taskWhereValues } from "./task-where";
import type { Sql } from "./transaction";

/** A task as lists, board and API show it. */
export interface TaskRow {
  readonly id: number;
  readonly key: string;
  readonly control: string | null;
  /** The control's newest number; for an unmapped title the one its log printed. */
  readonly number: string | null;
  readonly title: string;
  readonly description: string;
  readonly status: TaskStatus;
  readonly priority: TaskPriority;
  readonly labels: readonly string[];
  readonly severity: Severity | null;
  /** Primary first; empty when unmapped. */
  readonly stride: readonly StrideLetter[];
  readonly assignee: Person | null;
  /** "2026-11-30": a day, not an instant. */
  readonly dueOn: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly verifiedAt: Date | null;
  readonly version: number;
  /** `names` holds the first three. */
  readonly hosts: { readonly count: number; readonly names: readonly string[] };
  /** Hosts whose finding is accepted or not applicable are in neither number. */
  readonly progress: { readonly verified: number; readonly of: number };
  /** The items it is about, on all its hosts, by name; null for the check as a whole. */
  readonly scope: readonly string[] | null;
  /** Of the items that failed when the task was made; null where none were named, and for a task on several hosts. */
  readonly items: ItemProgress | null;
  /** Who last said "fixed" on a host that now waits for a scan, and which hosts wait: `names` holds the first three. */
  readonly claim: { readonly by: string; readonly at: Date; readonly waiting: number; readonly names: readonly string[] } | null;
  /** What the scan that contradicted "fixed" still named; at most four. */
  readonly stillFailing: readonly string[];
  readonly reopenedScanId: number | null;
  readonly verifiedScanId: number | null;
}

const SELECT = `
  select t.id, t.key, t.control, t.title, t.description, t.status, t.priority, t.labels, to_char(t.due_on, 'YYYY-MM-DD') as "dueOn",
    t.created_at as "createdAt", t.verified_at as "verifiedAt", t.version, c.name as "createdBy",
    case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'email', u.email) end as assignee,
    s.*, coalesce((
      select array_agg(item) from (
        select distinct unnest(x.still_failing) as item from task_target x where x.task_id = t.id and x.status <> 'verified' order by item limit 4) items
    ), '{}') as "stillFailing",
    case when s.scoped then (
      select array_agg(distinct item order by item) from task_target x, unnest(x.item_names) item where x.task_id = t.id and not x.any_item
    ) end as scope,
    case when s.targets = 1 then (
      select json_build_object('status', g.status, 'keys', to_json(g.item_keys), 'verdict', f.fold->>'verdict',
        'failing', (select coalesce(json_agg(i->>'key'), '[]') from json_array_elements(f.fold->'items') i))
      from task_target g left join finding f on f.host_id = g.host_id and f.key = g.key where g.task_id = t.id
    ) end as only
  from task t left join "user" u on u.id = t.assignee_id left join "user" c on c.id = t.created_by_id
    left join lateral (
      select count(*)::int as targets,
        (array_agg(h.name order by h.name))[1:3] as names,
        (count(*) filter (where g.status = 'verified'))::int as verified,
        (count(*) filter (where g.status <> 'verified' and f.state in ('accepted', 'not_applicable')))::int as waived,
        max(g.verified_scan_id) filter (where g.status = 'verified') as "verifiedScanId",
        max(g.reopened_scan_id) filter (where g.status <> 'verified') as "reopenedScanId",
        (count(*) filter (where g.status = 'awaiting_verification'))::int as waiting,
        (array_agg(h.name order by h.name) filter (where g.status = 'awaiting_verification'))[1:3] as "waitingNames",
        max(g.fixed_at) filter (where g.status = 'awaiting_verification') as "fixedAt",
        (array_agg(g.fixed_by order by g.fixed_at desc) filter (where g.status = 'awaiting_verification'))[1] as "fixedBy",
        bool_or(not g.any_item) as scoped,
        max(f.number) as "printedNumber"
      from task_target g join host h on h.id = g.host_id left join finding f on f.host_id = g.host_id and f.key = g.key
      where g.task_id = t.id
    ) s on true`;

interface TaskRecord extends Omit<TaskRow, "number" | "severity" | "stride" | "hosts" | "progress" | "items" | "claim"> {
  readonly targets: number;
  readonly names: string[] | null;
  readonly verified: number;
  readonly waived: number;
  readonly waiting: number;
  readonly waitingNames: string[] | null;
  readonly fixedAt: Date | null;
  readonly fixedBy: string | null;
  readonly printedNumber: string | null;
  readonly scoped: boolean | null;
  /** The host of a task that has one. */
  readonly only: ScopedTarget | null;
}

function toRow({
  targets,
  names,
  verified,
  waived,
  waiting,
  waitingNames,
  fixedAt,
  fixedBy,
  printedNumber,
  scoped: _,
  only,
  ...task
}: TaskRecord): TaskRow {
  const control = task.control === null ? null : getControl(task.control);
  return {
    ...task,
    number: control?.number ?? printedNumber,
    severity: control?.judgement.severity ?? null,
    stride: control?.judgement.stride.map((link) => link.letter) ?? [],
    hosts: { count: targets, names: names ?? [] },
    progress: { verified, of: targets - waived },
    items: only === null ? null : itemProgress(only),
    claim: fixedAt === null || fixedBy === null ? null : { by: fixedBy, at: fixedAt, waiting, names: waitingNames ?? [] },
  };
}

/** Tasks, newest first, cursor-paged. */
export async function listTasks(viewer: Viewer, filter: TaskFilter, page: PageRequest): Promise<Page<TaskRow>> {
  authorize(viewer, "task:read");
  const before = page.cursor !== null && /^\d{1,9}$/.test(page.cursor) ? Number(page.cursor) : 2_147_483_647;
  const { rows } = await pool().query<TaskRecord>(
    `${SELECT} where ${TASK_WHERE} and t.id < $${TASK_WHERE_VALUES + 1}::int order by t.id desc limit $${TASK_WHERE_VALUES + 2}`,
    [...taskWhereValues(filter), before, page.limit + 1],
  );
  return toPage(rows, page.limit, (task) => String(task.id), toRow);
}

const IN_ORDER = `
  order by t.status = 'verified', case when t.status = 'verified' then t.verified_at end desc, t.due_on nulls last, t.priority, t.id`;

/** A numbered page for table and board: what is due soonest first, verified tasks last and newest first. `total` counts all that match. */
export async function listTasksSorted(
  viewer: Viewer,
  filter: TaskFilter,
  page: { readonly number: number; readonly size: number },
): Promise<{ items: TaskRow[]; total: number }> {
  authorize(viewer, "task:read");
  const values = taskWhereValues(filter);
  const [list, count] = await Promise.all([
    pool().query<TaskRecord>(
      // The page is picked first: what SELECT adds up costs with the hosts of every task it looks at.
      `${SELECT} where t.id in (
         select t.id from task t left join "user" u on u.id = t.assignee_id where ${TASK_WHERE} ${IN_ORDER} limit $${TASK_WHERE_VALUES + 1} offset $${TASK_WHERE_VALUES + 2}
       ) ${IN_ORDER}`,
      [...values, page.size, (page.number - 1) * page.size],
    ),
    pool().query<{ total: number }>(
      `select count(*)::int as total from task t left join "user" u on u.id = t.assignee_id where ${TASK_WHERE}`,
      values,
    ),
  ]);
  return { items: list.rows.map(toRow), total: count.rows[0]?.total ?? 0 };
}

/** The task, or a refusal. */
export async function requireTask(viewer: Viewer, id: number): Promise<TaskRow> {
  authorize(viewer, "task:read");
  return requireTaskRow(pool(), id);
}

/** For functions of this layer that have authorised, also inside their transaction. */
export async function findTaskRow(sql: Pick<Sql, "query">, id: number): Promise<TaskRow | null> {
  const { rows } = await sql.query<TaskRecord>(`${SELECT} where t.id = $1`, [id]);
  return rows[0] === undefined ? null : toRow(rows[0]);
}

/** The same where it must be there. */
export async function requireTaskRow(sql: Pick<Sql, "query">, id: number): Promise<TaskRow> {
  const task = await findTaskRow(sql, id);
  if (task === null) throw new AppError("not-found", `There is no task TSK-${id}.`);
  return task;
}

/** The numbers over the list. All but `all` are of tasks that are not verified. */
export interface TaskCounts {
  readonly open: number;
  readonly mine: number;
  readonly nobody: number;
  readonly overdue: number;
  readonly awaiting: number;
  readonly all: number;
}

/** Counts of all tasks, whatever list is filtered to. `today` is a day, "2026-11-23". */
export async function countTasks(viewer: Viewer, today: string): Promise<TaskCounts> {
  authorize(viewer, "task:read");
  const { rows } = await pool().query<TaskCounts>(
    `select count(*)::int as "all",
       (count(*) filter (where status <> 'verified'))::int as open,
       (count(*) filter (where status <> 'verified' and assignee_id = $2))::int as mine,
       (count(*) filter (where status <> 'verified' and assignee_id is null))::int as nobody,
       (count(*) filter (where status <> 'verified' and due_on < $1::date))::int as overdue,
       (count(*) filter (where status = 'awaiting_verification'))::int as awaiting
     from task`,
    [today, viewer.userId],
  );
  return rows[0] ?? { open: 0, mine: 0, nobody: 0, overdue: 0, awaiting: 0, all: 0 };
}
