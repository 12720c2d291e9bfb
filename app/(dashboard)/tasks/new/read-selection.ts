import { z } from "zod";
import { MAX_SELECTION, type TaskSelection } from "@/lib/data/task-selection";
import type { SearchParams } from "../task-query";

const Ids = z.array(z.coerce.number().int().min(1).max(2_147_483_647)).min(1);
const Key = z.string().min(1).max(200);

/** What tasks are to be made of: `finding=1&finding=2`, or `control=<slug>` for every host where it fails. Null when nothing is said. */
export function readSelection({ finding, control }: SearchParams): TaskSelection | null {
  const given = [finding ?? []].flat().flatMap((value) => value.split(","));
  const ids = Ids.safeParse(given);
  // One more than allowed tells that there were too many.
  if (ids.success) return { findingIds: [...new Set(ids.data)].slice(0, MAX_SELECTION + 1) };
  const key = Key.safeParse(control);
  return key.success ? { key: key.data } : null;
}
