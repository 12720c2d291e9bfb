import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { getFindingScope } from "@/lib/data/finding-scope";
import { countFacets } from "@/lib/hardening/finding-counts";
import type { FindingFilter } from "@/lib/hardening/finding-filter";
import type { Freed } from "./nothing-found";

const ABOUT_ROWS = ["hosts", "environments", "labels", "assignee", "sla"] as const satisfies readonly (keyof FindingFilter)[];

/** How many findings each filter for hosts, people or time keeps out: counted one by one, because only an empty list asks. */
export async function countFreed(viewer: Viewer, filter: FindingFilter): Promise<Freed> {
  const asked = ABOUT_ROWS.filter((part) => filter[part] !== null);
  const counts = await Promise.all(
    asked.map(async (part) => {
      const wider = { ...filter, [part]: null };
      const { rows, subjects } = await getFindingScope(viewer, wider);
      return [part, countFacets(rows, subjects, wider).total] as const;
    }),
  );
  return Object.fromEntries(counts);
}
