import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { staleAt } from "@/lib/hardening/freshness";
import type { AgeLimits } from "./exposure-counts";
import { getFreshDays } from "./settings";

/** The instants that the age of evidence is measured against at `now`, by the house's setting. */
export async function getAgeLimits(viewer: Viewer, now: Date): Promise<AgeLimits & { readonly freshDays: number }> {
  const freshDays = await getFreshDays(viewer);
  return { now, freshDays, staleBefore: new Date(now.getTime() - staleAt(0, freshDays)) };
}
