import { addThreatModel as addOperation, listThreatModels as operation } from "@/lib/api/operations/threat-models";
import { pageRequest } from "@/lib/api/page-request";
import { publicUrl } from "@/lib/api/public-url";
import { modelJson } from "@/lib/api/threat-json";
import { getModelExposure } from "@/lib/data/exposure-counts";
import { importThreatModel } from "@/lib/data/import-threat-model";
import { getEvidenceLimit } from "@/lib/data/settings";
import { pageThreatModels } from "@/lib/data/threat-models";
import { apiRoute } from "@/lib/http/api-route";
import { backToForm, seeOther, wantsPage } from "@/lib/http/form-refusal";
import { readLogBody } from "@/lib/http/read-log-body";

/** A model is some 100 kB; the samples of Threat Dragon are below 50. */
const MAX_MODEL_BYTES = 5 * 1024 * 1024;

export const GET = apiRoute(operation, async ({ viewer, query }) => {
  const limits = await getEvidenceLimit(viewer, new Date());
  const page = await pageThreatModels(viewer, pageRequest(query));
  const items = page.items.map(async (stored) => modelJson(stored, await getModelExposure(viewer, stored.id, limits), limits.freshDays));
  return { ...page, items: await Promise.all(items) };
});

const add = apiRoute(addOperation, async ({ viewer, request }) => {
  const { bytes } = await readLogBody(request, MAX_MODEL_BYTES);
  const added = await importThreatModel(viewer, new TextDecoder().decode(bytes));
  // The first version shows the remarks.
  if (wantsPage(request)) return seeOther(`/threats/${added.slug}/history?version=1`);
  return Response.json(
    { ...added, url: publicUrl(`/threats/${added.slug}`) },
    { status: 201, headers: { location: `/api/v1/threat-models/${added.slug}` } },
  );
});

/** Programs are answered in JSON; a browser that sent a plain form is led to a page, whatever became of the file. */
export async function POST(request: Request, context: { readonly params: Promise<unknown> }): Promise<Response> {
  const answer = await add(request, context);
  return answer.status < 400 || !wantsPage(request) ? answer : backToForm(answer, "/threats/import");
}
