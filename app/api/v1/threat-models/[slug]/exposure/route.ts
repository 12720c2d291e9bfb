import { listExposure as operation } from "@/lib/api/operations/threat-models";
import { listOf, pageRequest } from "@/lib/api/page-request";
import { exposureJson } from "@/lib/api/threat-json";
import { pageExposures } from "@/lib/data/exposure-page";
import { getEvidenceLimit } from "@/lib/data/settings";
import { requireThreatModel } from "@/lib/data/threat-models";
import { apiRoute } from "@/lib/http/api-route";
import { EXPOSURES } from "@/lib/threats/exposure-words";

export const GET = apiRoute(operation, async ({ viewer, params, query }) => {
  const { id } = await requireThreatModel(viewer, params.slug);
  const { host, threat, stride } = query;
  const filter = { host, threat, stride, exposures: listOf(query.exposure, EXPOSURES) };
  const page = await pageExposures(viewer, id, filter, await getEvidenceLimit(viewer, new Date()), pageRequest(query));
  return { ...page, items: page.items.map(exposureJson) };
});
