import { z } from "zod";
import { ALL_CONTROLS, type ControlFilter } from "@/lib/catalogue/control-filter";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import { filterReader, hrefWith, type IgnoredFilter, type SearchParams } from "@/lib/shared/read-filters";
import { STRIDE_LETTERS } from "@/lib/stride/categories";

/** What the address of the catalogue asks for. */
export interface ControlQuery {
  readonly filter: ControlFilter;
  /** From 1. */
  readonly page: number;
}

export function readControlQuery(params: SearchParams): { readonly query: ControlQuery; readonly ignored: readonly IgnoredFilter[] } {
  const reader = filterReader(params);
  const query: ControlQuery = {
    filter: {
      q: reader.text("q", 200),
      family: reader.one("family", z.enum(["docker", "kubernetes"])),
      stride: reader.one("stride", z.enum(STRIDE_LETTERS)),
      severity: reader.one("severity", z.enum(SEVERITIES)),
    },
    page: reader.one("page", z.coerce.number().int().min(1).max(10_000)) ?? 1,
  };
  return { query, ignored: reader.ignored() };
}

/** The catalogue with some of the filter changed, from its first page unless told. */
export const controlsHref = (filter: ControlFilter, change: Partial<ControlFilter> = {}, page = 1): string =>
  hrefWith("/controls", { ...filter, ...change, page: page === 1 ? null : page });

/** The filters that are on, each with the address that takes it off. */
export const withoutEach = (filter: ControlFilter): readonly { readonly name: keyof ControlFilter; readonly filter: ControlFilter }[] =>
  (Object.keys(ALL_CONTROLS) as (keyof ControlFilter)[])
    .filter((name) => filter[name] !== null)
    .map((name) => ({ name, filter: { ...filter, [name]: null } }));
