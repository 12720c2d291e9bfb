import { findingFilter } from "@/lib/api/finding-filter";
import { findingJson } from "@/lib/api/finding-json";
import { listFindings as operation } from "@/lib/api/operations/findings";
import { pageRequest } from "@/lib/api/page-request";
import { listFindings } from "@/lib/data/findings";
import { getServiceClock } from "@/lib/data/service-levels";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(operation, async ({ viewer, query }) => {
  const clock = await getServiceClock(viewer, new Date());
  const page = await listFindings(viewer, findingFilter(query), pageRequest(query), clock.now);
  return { ...page, items: page.items.map((finding) => findingJson(finding, clock)) };
});
