import { z } from "zod";
import { MAX_SELECTION, type TaskSelection } from "@/lib/data/task-selection";
import { type FindingFilter, filterParams, readFindingFilter } from "@/lib/hardening/finding-filter";
import { filterReader, type SearchParams } from "@/lib/shared/read-filters";
import { rowId } from "@/lib/shared/row-id";

const Ids = z.array(rowId).min(1);
const Key = z.string().regex(/^[\w.-]{1,200}$/);
const Name = z.string().trim().min(1).max(200);

/**
 * What somebody selected to do something about: `finding=1&finding=2`; or a filter as the explorer has it, narrowed by the controls (`pick`) or hosts
 * (`pickhost`) that were ticked there, and whole with `all=1`. `control=<slug>` alone is every host where it fails. Null when nothing is said.
 */
export function readSelection(params: SearchParams): TaskSelection | null {
  const reader = filterReader(params);
  const filter = readFindingFilter(reader);
  const everything = reader.one("all", z.literal("1")) !== null;
  if (everything) return { filter };
  const ids = Ids.safeParse([params.finding ?? []].flat().flatMap((value) => value.split(",")));
  // One more than allowed tells that there were too many.
  if (ids.success) return { findingIds: [...new Set(ids.data)].slice(0, MAX_SELECTION + 1) };
  const narrowed = {
    ...filter,
    controls: reader.each("pick", Key) ?? filter.controls,
    hosts: reader.each("pickhost", Name) ?? filter.hosts,
  };
  return filterParams(narrowed).length === 0 ? null : { filter: narrowed };
}

/** A filter as one form value, and back. */
export const filterText = (filter: FindingFilter): string =>
  new URLSearchParams(filterParams(filter).map(([name, value]) => [name, value])).toString();

const parametersIn = (text: string): SearchParams => {
  const params = new URLSearchParams(text);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
};

/** What a form means that names findings one by one, or the filter that means them. */
export const selectionOf = (finding: readonly number[], matching: string | undefined): TaskSelection =>
  matching === undefined ? { findingIds: finding } : { filter: readFindingFilter(filterReader(parametersIn(matching))) };

/** The fields of a form that names findings. */
export const SELECTION_FIELDS = {
  finding: z.array(rowId).min(1, "Tick at least one host.").max(MAX_SELECTION, "Choose at most 1,000 findings at a time.").default([]),
  /** Instead of findings one by one: the filter that means them, as an address says it, and how many it meant. */
  matching: z.string().max(8_000).optional(),
  expected: z.coerce.number().int().min(1).optional(),
};
