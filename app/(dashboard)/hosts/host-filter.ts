import { z } from "zod";
import { FINDING_STATES, type FindingState } from "@/lib/hardening/states";
import { filterReader, hrefWith, type IgnoredFilter, type SearchParams } from "@/lib/shared/read-filters";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";

export type HostSort = "open" | "name" | "scanned";

/** What the address of the list of hosts asks for. */
export interface HostQuery {
  readonly q: string | null;
  /** The primary letter: how totals count. */
  readonly stride: StrideLetter | null;
  readonly state: FindingState | "failing" | null;
  /** "1": silent hosts only. "0": fresh ones only. */
  readonly silent: "0" | "1" | null;
  /** Key of a control that fails on the host. */
  readonly control: string | null;
  readonly env: string | null;
  readonly label: string | null;
  /** "1": retired hosts instead of those in service. */
  readonly retired: "1" | null;
  readonly sort: HostSort;
  readonly page: number;
}

export function readHostQuery(params: SearchParams): { readonly query: HostQuery; readonly ignored: readonly IgnoredFilter[] } {
  const reader = filterReader(params);
  const query: HostQuery = {
    q: reader.text("q", 200),
    stride: reader.one("stride", z.enum(STRIDE_LETTERS)),
    state: reader.one("state", z.enum(["failing", ...FINDING_STATES])),
    silent: reader.one("silent", z.enum(["0", "1"])),
    control: reader.one("control", z.string().regex(/^[\w.-]{1,200}$/)),
    env: reader.text("env", 100),
    label: reader.text("label", 50),
    retired: reader.one("retired", z.enum(["1"])),
    sort: reader.one("sort", z.enum(["open", "name", "scanned"])) ?? "open",
    page: reader.one("page", z.coerce.number().int().min(1).max(100_000)) ?? 1,
  };
  return { query, ignored: reader.ignored() };
}

/** The list with some of the query changed. A change of anything but the page leads to the first page. */
export function hostsHref(query: HostQuery, change: Partial<HostQuery> = {}): string {
  const { q, stride, state, silent, control, env, label, retired, sort, page } = { ...query, page: 1, ...change };
  return hrefWith("/hosts", {
    q,
    stride,
    state,
    silent,
    control,
    env,
    label,
    retired,
    sort: sort === "open" ? null : sort,
    page: page === 1 ? null : page,
  });
}

export const isFiltered = ({ q, stride, state, silent, control, env, label, retired }: HostQuery): boolean =>
  [q, stride, state, silent, control, env, label, retired].some((value) => value !== null);
