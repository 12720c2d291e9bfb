import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type ControlCount, controlsAt } from "@/lib/hardening/finding-counts";
import { statesIn } from "@/lib/hardening/finding-filter";
import { FINDING_STATES, type FindingState } from "@/lib/hardening/states";
import { authorize } from "./authorize";
import { pool } from "./client";
import { type FindingScope, matchingFindings } from "./finding-scope";
import { type FindingRow, listFindingsById } from "./findings";
import { targetSql } from "./service-level-sql";

export interface NumberedPage {
  /** From 1. */
  readonly number: number;
  readonly size: number;
}

/**
 * A page of matching findings in the order of their controls, then by host. `controls` are all that match, in the order wanted:
 * their counts tell which of them the page begins and ends with, so that no page sorts the fleet.
 */
export async function listByControl(
  viewer: Viewer,
  scope: FindingScope,
  controls: readonly ControlCount[],
  { number, size }: NumberedPage,
): Promise<FindingRow[]> {
  authorize(viewer, "finding:read");
  const skip = (number - 1) * size;
  // Counts that are only "at least" cannot tell where a page begins.
  const { keys, inner } = scope.capped
    ? { keys: controls.map(({ subject }) => subject.key), inner: skip }
    : controlsAt(controls, skip, size);
  if (keys.length === 0) return [];
  const values: unknown[] = [keys, size, inner];
  return readIds(
    viewer,
    `select f.id from finding f join host h on h.id = f.host_id where ${matchingFindings(viewer, scope, values, keys)}
     order by array_position($1::text[], f.key), h.name limit $2 offset $3`,
    values,
  );
}

/** A page of matching findings, those that changed last first. */
export async function listByChange(viewer: Viewer, scope: FindingScope, { number, size }: NumberedPage): Promise<FindingRow[]> {
  authorize(viewer, "finding:read");
  const values: unknown[] = [size, (number - 1) * size];
  return readIds(
    viewer,
    `select f.id from finding f join host h on h.id = f.host_id where ${matchingFindings(viewer, scope, values)}
     order by f.since desc, f.id desc limit $1 offset $2`,
    values,
  );
}

/** A page of matching findings, those first whose service level ends first or ended longest ago; what has no target comes last. */
export async function listByTarget(viewer: Viewer, scope: FindingScope, { number, size }: NumberedPage): Promise<FindingRow[]> {
  authorize(viewer, "finding:read");
  const values: unknown[] = [size, (number - 1) * size];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  return readIds(
    viewer,
    `select f.id from finding f join host h on h.id = f.host_id where ${matchingFindings(viewer, scope, values)}
     order by ${targetSql(scope.clock, bind)} nulls last, f.id limit $1 offset $2`,
    values,
  );
}

const EXPORT_PAGE = 1_000;
/** The first page is small, so that the file begins at once. */
const FIRST_EXPORT_PAGE = 50;

/** All matching findings, host by host, in pages that are read when they are asked for: never all at once. */
export async function* exportFindings(viewer: Viewer, scope: FindingScope): AsyncGenerator<readonly FindingRow[]> {
  authorize(viewer, "finding:read");
  let after: Pick<FindingRow, "hostId" | "key"> = { hostId: 0, key: "" };
  for (let size = FIRST_EXPORT_PAGE; ; size = EXPORT_PAGE) {
    const values: unknown[] = [after.hostId, after.key, size];
    const page = await readIds(
      viewer,
      `select f.id from finding f join host h on h.id = f.host_id
       where (f.host_id, f.key) > ($1::int, $2::text) and ${matchingFindings(viewer, scope, values)}
       order by f.host_id, f.key limit $3`,
      values,
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last;
  }
}

async function readIds(viewer: Viewer, sql: string, values: unknown[]): Promise<FindingRow[]> {
  const { rows } = await pool().query<{ id: number }>(sql, values);
  return listFindingsById(
    viewer,
    rows.map(({ id }) => id),
  );
}

/** The findings of one host that a filter leaves. */
export interface HostCount {
  readonly id: number;
  readonly host: string;
  readonly environment: string | null;
  readonly latestRanAt: Date | null;
  readonly findings: number;
  readonly states: ReadonlyMap<FindingState, number>;
}

/** worst: most findings first. */
export type HostOrder = "worst" | "host";

/** A page of the hosts that have matching findings, and how many such hosts there are. */
export async function listByHost(
  viewer: Viewer,
  scope: FindingScope,
  order: HostOrder,
  { number, size }: NumberedPage,
): Promise<{ readonly items: readonly HostCount[]; readonly total: number }> {
  authorize(viewer, "finding:read");
  const values: unknown[] = [size, (number - 1) * size];
  const counted = isInRollUp(scope) ? rollUp(viewer, scope, values) : recount(viewer, scope, values);
  const { rows } = await pool().query<Record<FindingState, number> & Omit<HostCount, "states"> & { readonly total: number }>(
    `with counted as (${counted})
     select h.id, h.name as host, h.environment, h.latest_ran_at as "latestRanAt", c.*, (count(*) over ())::int as total
     from counted c join host h on h.id = c.host_id
     order by ${order === "worst" ? "c.findings desc, h.name" : "h.name"} limit $1 offset $2`,
    values,
  );
  const items = rows.map(({ id, host, environment, latestRanAt, findings, ...row }) => {
    const states = new Map(FINDING_STATES.flatMap((state) => (row[state] > 0 ? [[state, row[state]] as const] : [])));
    return { id, host, environment, latestRanAt, findings, states };
  });
  return { items, total: rows[0]?.total ?? 0 };
}

/** True when the hosts' own rows hold the answer: nothing is asked but states and hosts. */
const isInRollUp = ({ filter }: FindingScope): boolean => {
  const { levels, stride, primary, severities, sections, controls, q, assignee, sla } = filter;
  return [levels, stride, primary, severities, sections, controls, q, assignee, sla].every((value) => value === null);
};

// The columns of a host are called as the states they count.
function rollUp(viewer: Viewer, scope: FindingScope, values: unknown[]): string {
  const asked = statesIn(scope.filter);
  const sum = asked.map((state) => `h.${state}`).join(" + ") || "0";
  const states = FINDING_STATES.map((state) => (asked.includes(state) ? `h.${state}` : `0 as ${state}`));
  const about = matchingFindings(viewer, { ...scope, filter: { ...scope.filter, states: "all" } }, values);
  return `select h.id as host_id, ${sum} as findings, ${states.join(", ")} from host h where ${about} and ${sum} > 0`;
}

function recount(viewer: Viewer, scope: FindingScope, values: unknown[]): string {
  const states = FINDING_STATES.map((state) => `(count(*) filter (where f.state = '${state}'))::int as ${state}`);
  return `select f.host_id, count(*)::int as findings, ${states.join(", ")}
    from finding f join host h on h.id = f.host_id where ${matchingFindings(viewer, scope, values)} group by f.host_id`;
}
