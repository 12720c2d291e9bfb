import "server-only";
import type { HeatRow } from "@/components/threats/heat-row";
import type { Viewer } from "@/lib/access/viewer";
import { getModelExposure } from "@/lib/data/exposure-counts";
import { type ExposureGrid, listExposureGrid } from "@/lib/data/exposure-grid";
import { listExposuresAsOf } from "@/lib/data/exposures-as-of";
import type { EvidenceLimit } from "@/lib/data/settings";
import type { StoredModel } from "@/lib/data/threat-models";
import { staleBefore } from "@/lib/hardening/freshness";
import { type CoverageQuery, endOfDay } from "./coverage-query";
import { elementRows } from "./element-rows";
import { hostRows } from "./host-rows";

/** Rows of a page: keeps it under 60 kB and 2,500 nodes. */
export const PAGE_SIZE = 50;

/** Some rows of the heatmap, and what they are part of. */
export interface Coverage {
  readonly rows: readonly HeatRow[];
  /** Rows on all pages. */
  readonly total: number;
  /** Hosts that count; by element those of the whole fleet. */
  readonly hosts: number;
  readonly staleHosts: number;
}

/** The rows that a query asks for, from `offset`. */
export async function loadCoverage(
  viewer: Viewer,
  stored: StoredModel,
  query: CoverageQuery,
  limits: EvidenceLimit,
  part: { readonly limit: number; readonly offset: number },
): Promise<Coverage> {
  if (query.by === "element") {
    const { hosts, staleHosts, threats } = await getModelExposure(viewer, stored.id, limits);
    const rows = elementRows(stored.model, threats, query);
    return { rows: rows.slice(part.offset, part.offset + part.limit), total: rows.length, hosts, staleHosts };
  }
  const then = query.asOf === null ? limits.now : endOfDay(query.asOf, limits.now);
  const grid = await loadHosts(viewer, stored.id, query, { limits, then }, part);
  return { rows: hostRows(stored.model, grid.hosts, then), total: grid.total, hosts: grid.total, staleHosts: grid.stale };
}

function loadHosts(
  viewer: Viewer,
  modelId: number,
  { q, env, sort, asOf }: CoverageQuery,
  { limits, then }: { readonly limits: EvidenceLimit; readonly then: Date },
  part: { readonly limit: number; readonly offset: number },
): Promise<ExposureGrid> {
  const filter = { q, environment: env };
  if (asOf === null) return listExposureGrid(viewer, modelId, filter, limits, { ...part, sort });
  const instant = { at: then, staleBefore: new Date(staleBefore(then.getTime(), limits.freshDays)) };
  return listExposuresAsOf(viewer, modelId, filter, instant, part);
}
