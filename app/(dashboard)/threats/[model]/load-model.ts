import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/access/viewer";
import { type AgeLimits, getModelExposure, type ModelExposure } from "@/lib/data/exposure-counts";
import { listThreatsOnHosts } from "@/lib/data/host-threats";
import { getThreatModel, type StoredModel } from "@/lib/data/threat-models";
import { type ExposureCounts, NO_EXPOSURES } from "@/lib/threats/exposure-words";
import type { Standing } from "./model-rows";

/** As many threats as a model can have. */
const ALL_THREATS = 1_000;

/** Asked for by the page and by its title. */
const readOnce = cache(getThreatModel);

/** The model that an address names, or the page "not found". */
export async function loadModel(viewer: Viewer, slug: string): Promise<StoredModel> {
  const stored = await readOnce(viewer, slug);
  if (stored === null) notFound();
  return stored;
}

/** How a model stands on all hosts, and on the one that the address asks for; `onHost` is null where that is not under the model. */
export async function loadStanding(
  viewer: Viewer,
  modelId: number,
  host: string | null,
  limits: AgeLimits,
): Promise<{ readonly fleet: ModelExposure; readonly onHost: Standing | null }> {
  const [fleet, rows] = await Promise.all([
    getModelExposure(viewer, modelId, limits),
    host === null ? [] : listThreatsOnHosts(viewer, { modelId, host }, limits, { limit: ALL_THREATS, offset: 0 }).then((page) => page.rows),
  ]);
  const counts = new Map<string, ExposureCounts>(rows.map(({ threat, exposure }) => [threat, { ...NO_EXPOSURES, [exposure]: 1 }]));
  return { fleet, onHost: rows.length === 0 ? null : { hosts: 1, counts } };
}

export const fleetStanding = ({ hosts, threats }: ModelExposure): Standing => ({ hosts, counts: threats });
