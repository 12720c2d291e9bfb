import { hostJson } from "@/lib/api/host-json";
import { mergeHosts as operation } from "@/lib/api/operations/hosts";
import { requireHost } from "@/lib/data/hosts";
import { mergeHosts } from "@/lib/data/merge-hosts";
import { apiRoute } from "@/lib/http/api-route";

export const POST = apiRoute(operation, async ({ viewer, params, body }) => {
  const { id } = await requireHost(viewer, params.name);
  return hostJson(await requireHost(viewer, await mergeHosts(viewer, id, body.into)));
});
