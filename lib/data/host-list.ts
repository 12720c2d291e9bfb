import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { FAILING_STATES, type FindingState } from "@/lib/hardening/states";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import { authorize } from "./authorize";
import { pool } from "./client";
import { type HostRow, listHostsById } from "./hosts";

/** open: most failing findings (or most of what is filtered for) first. scanned: longest unscanned first. */
export const HOST_SORTS = ["open", "name", "scanned"] as const;
export type HostSort = (typeof HOST_SORTS)[number];

/** `failing` is every state that somebody still has to do something about. */
export type HostStateFilter = FindingState | "failing";

export interface HostListFilter {
  /** Part of the name, any case; null for all names. */
  readonly q: string | null;
  /** Only hosts with failing findings whose primary letter this is. */
  readonly stride: StrideLetter | null;
  /** Only hosts with findings in this state. */
  readonly state: HostStateFilter | null;
  /** Key of a control: only hosts where it fails. */
  readonly control: string | null;
  /** Exactly this environment; null for all. */
  readonly environment: string | null;
  /** Only hosts with this label. */
  readonly label: string | null;
  /** Only hosts that are retired instead of those in service. */
  readonly retired: boolean;
  /** Only hosts whose newest scan is older than `before` or that have none; or, with `silent` false, only the others. */
  readonly silence: { readonly before: Date; readonly silent: boolean } | null;
}

/** Every host in service. */
export const ALL_HOSTS: HostListFilter = {
  q: null,
  stride: null,
  state: null,
  control: null,
  environment: null,
  label: null,
  retired: false,
  silence: null,
};

/** Sums over all hosts that match, not only over the page. */
export interface HostListSums {
  readonly failing: number;
  /** Failing findings counted under the filter's letter; null without one. */
  readonly stride: number | null;
  /** Findings in the filter's state; null without one. */
  readonly state: number | null;
}

export interface HostList {
  readonly items: readonly HostRow[];
  readonly total: number;
  readonly sums: HostListSums;
}

const STATE_COLUMN: Readonly<Record<FindingState, string>> = {
  regressed: "regressed",
  open: "open",
  in_progress: "in_progress",
  awaiting_verification: "awaiting_verification",
  accepted: "accepted",
  needs_review: "needs_review",
  not_assessable: "not_assessable",
  not_applicable: "not_applicable",
  hardened: "hardened",
};

const LETTER_COLUMN = Object.fromEntries(STRIDE_LETTERS.map((letter) => [letter, `failing_${letter.toLowerCase()}`])) as Record<
  StrideLetter,
  string
>;

const FAILING = `(${FAILING_STATES.map((state) => STATE_COLUMN[state]).join(" + ")})`;
const stateSum = (state: HostStateFilter): string => (state === "failing" ? FAILING : STATE_COLUMN[state]);

/** The condition as SQL; column names come from the tables above, everything from outside is a parameter. */
function matching(filter: HostListFilter): { readonly sql: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [filter.retired ? "retired_at is not null" : "retired_at is null"];
  if (filter.environment !== null) conditions.push(`environment = ${bind(filter.environment)}`);
  if (filter.label !== null) conditions.push(`${bind(filter.label)} = any(labels)`);
  if (filter.q !== null) conditions.push(`position(lower(${bind(filter.q)}) in lower(name)) > 0`);
  if (filter.stride !== null) conditions.push(`${LETTER_COLUMN[filter.stride]} > 0`);
  if (filter.state !== null) conditions.push(`${stateSum(filter.state)} > 0`);
  if (filter.silence !== null) {
    const silent = `(latest_ran_at is null or latest_ran_at < ${bind(filter.silence.before)})`;
    conditions.push(filter.silence.silent ? silent : `not ${silent}`);
  }
  if (filter.control !== null) {
    const [key, states] = [bind(filter.control), bind(FAILING_STATES)];
    conditions.push(`id in (select host_id from finding where key = ${key} and state = any(${states}::"FindingState"[]))`);
  }
  return { sql: conditions.join(" and "), values };
}

function orderBy(filter: HostListFilter, sort: HostSort): string {
  if (sort === "name") return "name";
  if (sort === "scanned") return "latest_ran_at nulls first, name";
  const counted = filter.stride !== null ? LETTER_COLUMN[filter.stride] : filter.state !== null ? stateSum(filter.state) : FAILING;
  return `${counted} desc, ${FAILING} desc, regressed desc, name`;
}

/** A numbered page of hosts for the table, with the sums of everything that matches. */
export async function listHostsSorted(
  viewer: Viewer,
  filter: HostListFilter,
  sort: HostSort,
  page: { readonly number: number; readonly size: number },
): Promise<HostList> {
  authorize(viewer, "host:read");
  const { sql, values } = matching(filter);
  const totals = pool().query<{ total: number; failing: number; stride: number | null; state: number | null }>(
    `select count(*)::int as total, coalesce(sum(${FAILING}), 0)::int as failing,
       ${filter.stride === null ? "null::int" : `coalesce(sum(${LETTER_COLUMN[filter.stride]}), 0)::int`} as stride,
       ${filter.state === null ? "null::int" : `coalesce(sum(${stateSum(filter.state)}), 0)::int`} as state
     from host where ${sql}`,
    [...values],
  );
  const ids = pool().query<{ id: number }>(
    `select id from host where ${sql} order by ${orderBy(filter, sort)} limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, page.size, (page.number - 1) * page.size],
  );
  const items = await listHostsById(
    viewer,
    (await ids).rows.map((row) => row.id),
  );
  const sums = (await totals).rows[0];
  if (sums === undefined) throw new Error("an aggregate without a row");
  const { total, ...rest } = sums;
  return { items, total, sums: rest };
}
