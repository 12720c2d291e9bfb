import { findingFilter } from "@/lib/api/finding-filter";
import { findingJson } from "@/lib/api/finding-json";
import { listFindings as operation } from "@/lib/api/operations/findings";
import { pageRequest } from "@/lib/api/page-request";
import { listFindings } from "@/lib/data/findings";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(operation, async ({ viewer, query }) => {
  const page = await listFindings(viewer, findingFilter(query), pageRequest(query));
  return { ...page, items: page.items.map(findingJson) };
});
