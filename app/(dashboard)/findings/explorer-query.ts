import { z } from "zod";
import { type FindingFilter, filterParams, readFindingFilter } from "@/lib/hardening/finding-filter";
import { filterReader, type IgnoredFilter, type SearchParams } from "@/lib/shared/read-filters";
import { rowId } from "@/lib/shared/row-id";

export type Grouping = "control" | "host" | "none";

/** The orders of each grouping, the usual one first. */
const SORTS = {
  control: ["worst", "severity", "number"],
  host: ["worst", "host"],
  none: ["severity", "number", "since", "target"],
} as const satisfies Record<Grouping, readonly string[]>;

export type ExplorerSort = (typeof SORTS)[Grouping][number];

/** What the address of the explorer asks for. */
export interface ExplorerQuery {
  readonly filter: FindingFilter;
  readonly group: Grouping;
  readonly sort: ExplorerSort;
  readonly page: number;
  /** Whose panel is open. */
  readonly findingId: number | null;
}

export function readExplorerQuery(params: SearchParams): { readonly query: ExplorerQuery; readonly ignored: readonly IgnoredFilter[] } {
  const reader = filterReader(params);
  const filter = readFindingFilter(reader);
  const group = reader.one("group", z.enum(["control", "host", "none"])) ?? "control";
  const sort = reader.one<ExplorerSort>("sort", z.enum(SORTS[group])) ?? SORTS[group][0];
  const page = reader.one("page", z.coerce.number().int().min(1).max(100_000)) ?? 1;
  const findingId = reader.one("finding", rowId);
  return { query: { filter, group, sort, page, findingId }, ignored: reader.ignored() };
}

const query = (params: readonly (readonly [name: string, value: string])[]): string =>
  // Commas stay readable: they part the values of a list; a comma inside a name is in a value of its own.
  params.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%20", "+")}`).join("&");

const at = (path: string, params: readonly (readonly [name: string, value: string])[]): string =>
  params.length === 0 ? path : `${path}?${query(params)}`;

/** What of a query is worth saying in an address. */
export function explorerParams({ filter, group, sort, page, findingId }: ExplorerQuery): (readonly [name: string, value: string])[] {
  return [
    ...filterParams(filter),
    ...(group === "control" ? [] : [["group", group] as const]),
    ...(sort === SORTS[group][0] ? [] : [["sort", sort] as const]),
    ...(page === 1 ? [] : [["page", String(page)] as const]),
    ...(findingId === null ? [] : [["finding", String(findingId)] as const]),
  ];
}

/** The explorer with some of the query changed: on its first page and without a panel, unless told. */
export function explorerHref(query: ExplorerQuery, change: Partial<ExplorerQuery> = {}): string {
  const group = change.group ?? query.group;
  const sort = change.sort ?? query.sort;
  const known: readonly string[] = SORTS[group];
  const next = { ...query, page: 1, findingId: null, ...change, sort: known.includes(sort) ? sort : SORTS[group][0] };
  return at("/findings", explorerParams(next));
}

/** The explorer with some of the filter changed. */
export const filteredHref = (query: ExplorerQuery, filter: Partial<FindingFilter>, change: Partial<ExplorerQuery> = {}): string =>
  explorerHref(query, { ...change, filter: { ...query.filter, ...filter } });

/** The same findings as a file. */
export const csvHref = ({ filter }: ExplorerQuery): string => at("/findings.csv", filterParams(filter));
