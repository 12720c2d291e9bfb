import {
  deleteThreatModel as deleteOperation,
  getThreatModel as operation,
  updateThreatModel as updateOperation,
} from "@/lib/api/operations/threat-models";
import { modelJson } from "@/lib/api/threat-json";
import { deleteThreatModel } from "@/lib/data/change-threat-model";
import { editThreatModel } from "@/lib/data/edit-threat-model";
import { getModelExposure } from "@/lib/data/exposure-counts";
import { getEvidenceLimit } from "@/lib/data/settings";
import { requireThreatModel } from "@/lib/data/threat-models";
import { apiRoute } from "@/lib/http/api-route";
import { writeOtm } from "@/lib/threats/exchange/write-otm";
import { writeThreatDragon } from "@/lib/threats/exchange/write-threat-dragon";
import { fleetStatus } from "@/lib/threats/fleet-status";

export const GET = apiRoute(operation, async ({ viewer, params, query }) => {
  const stored = await requireThreatModel(viewer, params.slug);
  if (query.format === "otm") return writeOtm(stored.model);
  const limits = await getEvidenceLimit(viewer, new Date());
  const exposure = await getModelExposure(viewer, stored.id, limits);
  if (query.format === "threat-dragon") return writeThreatDragon(stored.model, ({ slug }) => fleetStatus(exposure.threats.get(slug)));
  return modelJson(stored, exposure, limits.freshDays);
});

export const PATCH = apiRoute(updateOperation, ({ viewer, params, body }) => editThreatModel(viewer, params.slug, body));

export const DELETE = apiRoute(deleteOperation, async ({ viewer, params }) => {
  await deleteThreatModel(viewer, params.slug);
  return new Response(null, { status: 204 });
});
