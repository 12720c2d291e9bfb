import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { getControl } from "@/lib/catalogue/controls";
import { findingSubject, type UnmappedName } from "@/lib/catalogue/finding-subject";
import { countControls, type Subjects, type TallyRow } from "@/lib/hardening/finding-counts";
import { asksAboutRows, type FindingFilter, statesIn } from "@/lib/hardening/finding-filter";
import { limitsAt, type ServiceClock } from "@/lib/hardening/service-levels";
import { authorize } from "./authorize";
import { pool } from "./client";
import { getFindingTally } from "./finding-tally";
import { namedHosts } from "./host-names";
import { isLate } from "./service-level-sql";
import { getServiceClock } from "./service-levels";

/** As many findings are counted one by one where the tally of the fleet does not know the answer. */
const COUNTED_ROWS = 200_000;

/** All that a filter's hosts and people leave, in numbers; what it asks of controls, states and levels is still open. */
export interface FindingScope {
  readonly filter: FindingFilter;
  readonly rows: readonly TallyRow[];
  readonly subjects: Subjects;
  /** More than `COUNTED_ROWS` were there: every number is "at least". */
  readonly capped: boolean;
  /** What service levels are measured against: one instant for its numbers and its rows. */
  readonly clock: ServiceClock;
}

/** Numbers for facets and groups: from the tally, or counted on the rows where the filter asks for hosts, people or time. */
export async function getFindingScope(viewer: Viewer, filter: FindingFilter, now = new Date()): Promise<FindingScope> {
  authorize(viewer, "finding:read");
  const clock = await getServiceClock(viewer, now);
  const rows = asksAboutRows(filter) ? await countRows(viewer, filter, clock) : await getFindingTally(viewer);
  const capped = asksAboutRows(filter) && rows.reduce((sum, { findings }) => sum + findings, 0) > COUNTED_ROWS;
  return { filter, rows, subjects: await subjectsOf(rows), capped, clock };
}

async function countRows(viewer: Viewer, filter: FindingFilter, clock: ServiceClock): Promise<readonly TallyRow[]> {
  const values: unknown[] = [COUNTED_ROWS + 1];
  const { rows } = await pool().query<TallyRow>(
    `select key, state, level, count(*)::int as findings from (
       select f.key, f.state, f.level from finding f join host h on h.id = f.host_id where ${aboutRows(viewer, filter, clock, values)} limit $1
     ) matching group by key, state, level`,
    values,
  );
  return rows;
}

async function subjectsOf(rows: readonly TallyRow[]): Promise<Subjects> {
  const keys = new Set(rows.map(({ key }) => key));
  const unknown = [...keys].filter((key) => getControl(key) === null);
  const names = unknown.length === 0 ? new Map() : await unmappedNames(unknown);
  return new Map([...keys].map((key) => [key, findingSubject(key, names)]));
}

async function unmappedNames(keys: readonly string[]): Promise<ReadonlyMap<string, UnmappedName>> {
  const { rows } = await pool().query<UnmappedName & { readonly key: string }>(
    "select key, title, number from unmapped_title where key = any($1::text[])",
    [keys],
  );
  return new Map(rows.map(({ key, title, number }) => [key, { title, number }]));
}

/** What only rows of hosts and findings answer, as SQL over `f` and `h`. Findings of retired hosts are out everywhere. */
function aboutRows(viewer: Viewer, filter: FindingFilter, clock: ServiceClock, values: unknown[]): string {
  const { hosts, environments, labels, assignee, sla } = filter;
  const bind = (value: unknown): string => `$${values.push(value)}`;
  return [
    "h.retired_at is null",
    hosts && namedHosts(bind(hosts)),
    environments && `h.environment = any(${bind(environments)}::text[])`,
    labels && `h.labels && ${bind(labels)}::text[]`,
    assignee === "none" && "f.assignee_id is null",
    // Somebody without an account has been given nothing.
    assignee === "me" && `f.assignee_id = ${bind(viewer.userId ?? "nobody")}`,
    assignee !== null &&
      assignee !== "none" &&
      assignee !== "me" &&
      `f.assignee_id = (select id from "user" where email = ${bind(assignee)})`,
    sla && isLate(sla, limitsAt(clock), bind),
  ]
    .filter((condition) => condition)
    .join(" and ");
}

/** True when the filter asks something that decides by control. */
const asksAboutControls = ({ stride, primary, severities, sections, controls, q }: FindingFilter): boolean =>
  [stride, primary, severities, sections, controls, q].some((value) => value !== null);

/**
 * The whole filter as SQL over `f` and `h`, everything from outside as a parameter. What it asks of controls becomes the list of the
 * keys that answer it: the same decision that counted them, so that numbers and rows agree.
 */
export function matchingFindings(viewer: Viewer, scope: FindingScope, values: unknown[], keys = keysIn(scope)): string {
  const { filter, clock } = scope;
  const bind = (value: unknown): string => `$${values.push(value)}`;
  return [
    aboutRows(viewer, filter, clock, values),
    filter.states !== "all" && `f.state = any(${bind(statesIn(filter))}::"FindingState"[])`,
    filter.levels && `f.level = any(${bind(filter.levels)}::"Level"[])`,
    keys && `f.key = any(${bind(keys)}::text[])`,
  ]
    .filter((condition) => condition)
    .join(" and ");
}

/** The keys that a filter means; null when it means all. */
const keysIn = ({ filter, rows, subjects }: FindingScope): readonly string[] | null =>
  asksAboutControls(filter)
    ? countControls(rows, subjects, { ...filter, states: "all", levels: null }, "number").map(({ subject }) => subject.key)
    : null;
