import { z } from "zod";
import { LEVELS, type Level } from "@/lib/bench/report";
import { FINDING_STATES, type FindingState, isFailing } from "@/lib/hardening/states";
import { filterReader, type IgnoredFilter, type SearchParams } from "@/lib/shared/read-filters";
import { rowId } from "@/lib/shared/row-id";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import { hostHref } from "../host-href";

/** A host's findings whose control no catalogue knows, as a section. */
export const UNMAPPED = "unmapped";

/** What the address of a host's findings asks for. Null filters nothing. */
export interface FindingFilter {
  /** `failing` is what the page shows unless told. */
  readonly states: "failing" | "all" | readonly FindingState[];
  readonly levels: readonly Level[] | null;
  /** Any of these letters, primary or not. */
  readonly stride: readonly StrideLetter[] | null;
  /** Any of these as the primary one: how totals count. */
  readonly primary: readonly StrideLetter[] | null;
  readonly section: string | null;
  /** Part of the title, or the beginning of the number. */
  readonly q: string | null;
}

export interface FindingQuery {
  readonly filter: FindingFilter;
  /** Whose panel is open. */
  readonly findingId: number | null;
  readonly ignored: readonly IgnoredFilter[];
}

export function readFindingQuery(params: SearchParams): FindingQuery {
  const reader = filterReader(params);
  const states = reader.many("state", z.enum(["failing", "all", ...FINDING_STATES]));
  const filter: FindingFilter = {
    states: states === null ? "failing" : statesOf(states),
    levels: reader.many("level", z.enum(LEVELS)),
    stride: reader.many("stride", z.enum(STRIDE_LETTERS)),
    primary: reader.many("primary", z.enum(STRIDE_LETTERS)),
    section: reader.one("section", z.string().regex(/^\w{1,20}$/)),
    q: reader.text("q", 200),
  };
  const findingId = reader.one("finding", rowId);
  return { filter, findingId, ignored: reader.ignored() };
}

const FAILING = FINDING_STATES.filter(isFailing);

/** "failing,accepted" is a list like any other; "all" swallows the rest. */
function statesOf(given: readonly ("failing" | "all" | FindingState)[]): FindingFilter["states"] {
  if (given.includes("all")) return "all";
  if (given.length === 1 && given[0] === "failing") return "failing";
  const named = new Set(given.flatMap((state) => (state === "failing" || state === "all" ? FAILING : [state])));
  return FINDING_STATES.filter((state) => named.has(state));
}

/** The page with some of the filter changed; without a finding's panel unless one is given. */
export function findingsHref(
  host: string,
  filter: FindingFilter,
  change: Partial<FindingFilter> = {},
  findingId: number | null = null,
): string {
  return hostHref(host, { ...filterParams({ ...filter, ...change }), finding: findingId });
}

/** A filter as parameters of an address; null where nothing need be said. */
export function filterParams({ states, levels, stride, primary, section, q }: FindingFilter): Record<string, string | null> {
  const list = (values: readonly string[] | null): string | null => values?.join(",") ?? null;
  const state = states === "failing" ? null : typeof states === "string" ? states : list(states);
  return { state, level: list(levels), stride: list(stride), primary: list(primary), section, q };
}

/** What a filter looks at. */
export interface Filterable {
  readonly control: string | null;
  readonly state: FindingState;
  readonly level: Level | null;
  readonly stride: readonly StrideLetter[];
  readonly section: string | null;
  readonly number: string | null;
  readonly title: string;
}

export const sectionOf = ({ control, section }: Pick<Filterable, "control" | "section">): string =>
  control === null || section === null ? UNMAPPED : section;

export function matches(finding: Filterable, filter: FindingFilter): boolean {
  const { states, levels, stride, primary, section, q } = filter;
  const [first] = finding.stride;
  if (states === "failing" ? !isFailing(finding.state) : states !== "all" && !states.includes(finding.state)) return false;
  if (levels !== null && (finding.level === null || !levels.includes(finding.level))) return false;
  if (stride !== null && !finding.stride.some((letter) => stride.includes(letter))) return false;
  if (primary !== null && (first === undefined || !primary.includes(first))) return false;
  if (section !== null && sectionOf(finding) !== section) return false;
  if (q === null) return true;
  return finding.title.toLowerCase().includes(q.toLowerCase()) || (finding.number?.startsWith(q) ?? false);
}

/** The filters that hide all, each with the number of rows that would come back without it: most first. */
export function emptyBecauseOf(
  findings: readonly Filterable[],
  filter: FindingFilter,
): readonly { readonly drop: keyof FindingFilter; readonly filter: FindingFilter; readonly count: number }[] {
  const without: { readonly drop: keyof FindingFilter; readonly filter: FindingFilter }[] = [
    { drop: "states", filter: { ...filter, states: "all" } },
    ...(["levels", "stride", "primary", "section", "q"] as const)
      .filter((drop) => filter[drop] !== null)
      .map((drop) => ({ drop, filter: { ...filter, [drop]: null } })),
  ];
  return without
    .map((option) => ({ ...option, count: findings.filter((finding) => matches(finding, option.filter)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
