import { getCoverage as operation } from "@/lib/api/operations/threat-models";
import { coverageJson } from "@/lib/api/threat-json";
import { requireThreatModel } from "@/lib/data/threat-models";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(operation, async ({ viewer, params }) => coverageJson((await requireThreatModel(viewer, params.slug)).model));
