import { hostJson } from "@/lib/api/host-json";
import { listHosts as operation } from "@/lib/api/operations/hosts";
import { pageRequest } from "@/lib/api/page-request";
import { listHosts } from "@/lib/data/hosts";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(operation, async ({ viewer, query }) => {
  const filter = {
    ...(query.q === undefined ? {} : { q: query.q }),
    ...(query.retired === undefined ? {} : { retired: query.retired === "true" }),
  };
  const page = await listHosts(viewer, filter, pageRequest(query));
  return { ...page, items: page.items.map(hostJson) };
});
