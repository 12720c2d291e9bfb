import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { getControl } from "@/lib/catalogue/controls";
import type { Severity } from "@/lib/catalogue/judgement";
import type { FindingFilter } from "@/lib/hardening/finding-filter";
import { FAILING_STATES, type FindingState } from "@/lib/hardening/states";
import { someOf } from "@/lib/shared/some-of";
import type { StrideLetter } from "@/lib/stride/categories";
import { scopeOf, type TargetScope, type TaskItem } from "@/lib/tasks/item-scope";
import { planTasks } from "@/lib/tasks/plan-tasks";
import { taskName } from "@/lib/tasks/task-priority";
import { isWaived, type TaskStatus } from "@/lib/tasks/task-status";
import { authorize } from "./authorize";
import { pool } from "./client";
import { getFindingScope, matchingFindings } from "./finding-scope";
import type { Sql } from "./transaction";

/** As many findings as one request may turn into tasks. */
export const MAX_SELECTION = 1_000;

/** The same of a filter, which names them without listing them. */
export const MAX_MATCHING = 5_000;

/** What tasks are to be made of: findings, a control on the hosts named (all hosts where it fails, when none is), or all that match a filter. */
export type TaskSelection =
  | { readonly findingIds: readonly number[] }
  | { readonly key: string; readonly hosts?: readonly string[] }
  | { readonly filter: FindingFilter };

/** Items that tasks are to be about: keys or names on every host, or keys by finding; what is not in the map is taken as a whole. */
export type ItemChoice = readonly string[] | ReadonlyMap<number, readonly string[]>;

/** How many findings one step may take. */
export const limitOf = (selection: TaskSelection): number => ("filter" in selection ? MAX_MATCHING : MAX_SELECTION);

export interface SelectedFinding {
  readonly id: number;
  readonly hostId: number;
  readonly host: string;
  readonly key: string;
  readonly control: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly state: FindingState;
  readonly severity: Severity | null;
  readonly stride: readonly StrideLetter[];
  /** What fails now. */
  readonly items: readonly TaskItem[];
  /** The open task that has it; `items` names what of it that task is about, null for the whole check. */
  readonly open: { readonly taskId: number; readonly status: TaskStatus; readonly items: readonly string[] | null } | null;
}

export interface PlannedFinding extends SelectedFinding {
  readonly scope: TargetScope;
}

/** A selected finding that no task is made of. */
export interface SkippedFinding {
  /** Null for a host that has no such finding. */
  readonly findingId: number | null;
  readonly host: string | null;
  readonly title: string | null;
  /** For people. */
  readonly reason: string;
  /** The open task that has it. */
  readonly taskId: number | null;
}

export interface PlannedTask {
  readonly key: string;
  readonly control: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly severity: Severity | null;
  readonly stride: readonly StrideLetter[];
  /** By the host's name. */
  readonly findings: readonly PlannedFinding[];
}

export interface PlannedTasks {
  readonly tasks: readonly PlannedTask[];
  readonly skipped: readonly SkippedFinding[];
  /** True when more were selected than one request may take, and the rest is not in it. */
  readonly cut: boolean;
}

/** What would be made of a selection now; nothing is written. */
export async function previewTasks(viewer: Viewer, selection: TaskSelection): Promise<PlannedTasks> {
  authorize(viewer, "task:create");
  return planSelection(selection, await readSelection(pool(), viewer, selection));
}

/** The findings of a selection, by control and host. One more than the limit tells that there are too many. */
export async function readSelection(sql: Pick<Sql, "query">, viewer: Viewer, selection: TaskSelection): Promise<SelectedFinding[]> {
  const values: unknown[] = [limitOf(selection) + 1];
  const condition = await conditionOf(viewer, selection, values);
  const { rows } = await sql.query<SelectedFinding>(
    `select f.id, f.host_id as "hostId", h.name as host, f.key, f.control, f.number, f.title, f.state, f.severity, to_json(f.stride) as stride,
       case when f.item_count > 0 and f.fold->>'verdict' in ('open', 'regressed') then
         (select json_agg(json_build_object('key', i->>'key', 'name', i->>'name')) from json_array_elements(f.fold->'items') i)
       else '[]' end as items,
       case when g.task_id is not null then json_build_object('taskId', g.task_id, 'status', g.status,
         'items', case when not g.any_item then to_json(g.item_names) end) end as open
     from finding f join host h on h.id = f.host_id
       left join task_target g on g.host_id = f.host_id and g.key = f.key and g.status <> 'verified'
     where ${condition} order by f.key, h.name limit $1`,
    values,
  );
  return rows;
}

async function conditionOf(viewer: Viewer, selection: TaskSelection, values: unknown[]): Promise<string> {
  const bind = (value: unknown): string => `$${values.push(value)}`;
  if ("filter" in selection) return matchingFindings(viewer, await getFindingScope(viewer, selection.filter), values);
  if ("findingIds" in selection) return `f.id = any(${bind(selection.findingIds)}::int[])`;
  const where =
    selection.hosts === undefined
      ? `f.state = any(${bind(FAILING_STATES)}::"FindingState"[]) and h.retired_at is null`
      : `h.name = any(${bind(selection.hosts)}::text[])`;
  return `f.key = ${bind(selection.key)} and ${where}`;
}

/** One task per control over the findings on which something is left to do; the others with the reason. */
export function planSelection(selection: TaskSelection, found: readonly SelectedFinding[], items: ItemChoice | null = null): PlannedTasks {
  const findings = found.slice(0, limitOf(selection));
  const done = new Map(findings.flatMap((finding) => doneWith(finding, items)));
  const left = findings.flatMap((finding) => (done.has(finding) ? [] : [{ ...finding, scope: scopeIn(finding, items) ?? WHOLE }]));
  const plan = planTasks(
    left,
    left.flatMap(({ key, hostId, open }) => (open === null ? [] : [{ key, hostId, taskId: open.taskId }])),
  );
  const byPlace = new Map(left.map((finding) => [`${finding.hostId}\n${finding.key}`, finding]));
  const tasks = plan.tasks.flatMap(({ key, hostIds }) => {
    const own = hostIds.flatMap((hostId) => byPlace.get(`${hostId}\n${key}`) ?? []);
    const [first] = own;
    return first === undefined ? [] : [{ ...subjectOf(first), findings: own }];
  });
  const skipped = [
    ...plan.taken.flatMap(({ key, hostId, taskId }) =>
      skip(byPlace.get(`${hostId}\n${key}`), takenWords(taskId, byPlace.get(`${hostId}\n${key}`)?.open?.items ?? null), taskId),
    ),
    ...[...done].flatMap(([finding, reason]) => skip(finding, reason, null)),
    ...missing(selection, findings),
  ];
  return { tasks, skipped, cut: found.length > limitOf(selection) };
}

const WHOLE: TargetScope = { anyItem: true, items: [] };

/** A finding in which nothing is left to do, with the reason. */
function doneWith(finding: SelectedFinding, items: ItemChoice | null): [SelectedFinding, string][] {
  if (finding.open !== null) return [];
  const reason = reasonToSkip(finding.state);
  if (reason !== null) return [[finding, reason]];
  return scopeIn(finding, items) === null ? [[finding, "None of the chosen items fails there now."]] : [];
}

function scopeIn({ id, items: failing }: SelectedFinding, items: ItemChoice | null): TargetScope | null {
  const chosen = items === null ? null : "get" in items ? (items.get(id) ?? null) : items;
  return scopeOf(failing, chosen);
}

/** One task per control and host at a time, whatever items it is about: two people on one check of one host would undo each other. */
function takenWords(taskId: number, items: readonly string[] | null): string {
  if (items === null) return `It is in the open task ${taskName(taskId)} already.`;
  return `The open task ${taskName(taskId)} has it already, for ${someOf(items, 3)}. Another one can follow when that is verified.`;
}

/** The control a finding is of, as the catalogue names it now. */
export function subjectOf({ key, control: slug, ...finding }: SelectedFinding): Omit<PlannedTask, "findings"> {
  const control = slug === null ? null : getControl(slug);
  const { severity, stride } = finding;
  return { key, control: slug, number: control?.number ?? finding.number, title: control?.title ?? finding.title, severity, stride };
}

function reasonToSkip(state: FindingState): string | null {
  if (state === "hardened") return "It passes: nothing is left to do.";
  return isWaived(state) ? `It is ${state === "accepted" ? "an accepted risk" : "not applicable"}: reopen it first.` : null;
}

const skip = (finding: SelectedFinding | undefined, reason: string, taskId: number | null): SkippedFinding[] =>
  finding === undefined ? [] : [{ findingId: finding.id, host: finding.host, title: finding.title, reason, taskId }];

function missing(selection: TaskSelection, findings: readonly SelectedFinding[]): SkippedFinding[] {
  if ("findingIds" in selection) {
    const known = new Set(findings.map((finding) => finding.id));
    return [...new Set(selection.findingIds)]
      .filter((id) => !known.has(id))
      .map((findingId) => ({ findingId, host: null, title: null, reason: "There is no such finding.", taskId: null }));
  }
  if ("filter" in selection) return [];
  const known = new Set(findings.map((finding) => finding.host));
  return (selection.hosts ?? [])
    .filter((host) => !known.has(host))
    .map((host) => ({
      findingId: null,
      host,
      title: null,
      reason: "Nothing is known of this check on a host of this name.",
      taskId: null,
    }));
}
