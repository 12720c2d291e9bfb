import { z } from "zod";
import { MAX_SELECTION, type TaskSelection } from "@/lib/data/task-selection";
import { type FindingFilter, filterParams, readFindingFilter } from "@/lib/hardening/finding-filter";
import { filterReader } from "@/lib/shared/read-filters";
import type { SearchParams } from "../task-query";

const Ids = z.array(z.coerce.number().int().min(1).max(2_147_483_647)).min(1);
const Key = z.string().regex(/^[\w.-]{1,200}$/);
const Name = z.string().trim().min(1).max(200);

/**
 * What tasks are to be made of: `finding=1&finding=2`; or a filter as the explorer has it, narrowed by the controls (`pick`) or hosts
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
