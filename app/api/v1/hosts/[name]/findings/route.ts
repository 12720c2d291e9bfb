import { findingJson } from "@/lib/api/finding-json";
import { listHostFindings as operation } from "@/lib/api/operations/hosts";
import { pageRequest } from "@/lib/api/page-request";
import { pageHostFindings } from "@/lib/data/findings";
import { requireHost } from "@/lib/data/hosts";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(operation, async ({ viewer, params, query }) => {
  const host = await requireHost(viewer, params.name);
  const page = await pageHostFindings(viewer, host.id, pageRequest(query));
  return { ...page, items: page.items.map(findingJson) };
});
