import { hostJson } from "@/lib/api/host-json";
import { getHost as operation } from "@/lib/api/operations/hosts";
import { requireHost } from "@/lib/data/hosts";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(operation, async ({ viewer, params }) => hostJson(await requireHost(viewer, params.name)));
