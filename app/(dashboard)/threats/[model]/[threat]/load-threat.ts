import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/access/viewer";
import { getThreatId } from "@/lib/data/threat-ids";
import { getThreatModel, type StoredModel } from "@/lib/data/threat-models";
import { type Threat, threatRef } from "@/lib/threats/threat-model";

export interface ThreatParams {
  readonly model: string;
  readonly threat: string;
}

/** A threat with the model it belongs to. */
export interface LoadedThreat {
  readonly stored: StoredModel;
  readonly threat: Threat;
  readonly threatId: number;
  /** "D-E3" */
  readonly ref: string;
}

const readModel = cache(getThreatModel);

/** The threat that an address names, or the page "not found". */
export async function loadThreat(viewer: Viewer, params: ThreatParams): Promise<LoadedThreat> {
  const stored = await readModel(viewer, params.model);
  const threat = stored?.model.threats.find(({ slug }) => slug === params.threat);
  if (stored === null || threat === undefined) notFound();
  const threatId = await getThreatId(viewer, stored.id, threat.slug);
  if (threatId === null) notFound();
  return { stored, threat, threatId, ref: threatRef(stored.model, threat) };
}
