import { findingJson } from "@/lib/api/finding-json";
import { listHostFindings as operation } from "@/lib/api/operations/hosts";
import { pageRequest } from "@/lib/api/page-request";
import { pageHostFindings } from "@/lib/data/findings";
import { requireHost } from "@/lib/data/hosts";
import { getServiceClock } from "@/lib/data/service-levels";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(operation, async ({ viewer, params, query }) => {
  const host = await requireHost(viewer, params.name);
  const [page, clock] = await Promise.all([pageHostFindings(viewer, host.id, pageRequest(query)), getServiceClock(viewer, new Date())]);
  return { ...page, items: page.items.map((finding) => findingJson(finding, clock)) };
});
