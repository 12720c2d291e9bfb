import { controlJson } from "@/lib/api/control-json";
import { listControls as operation } from "@/lib/api/operations/findings";
import { pageRequest } from "@/lib/api/page-request";
import { matchingControls } from "@/lib/catalogue/control-filter";
import { countFailingHosts } from "@/lib/data/control-status";
import { apiRoute } from "@/lib/http/api-route";
import { toPage } from "@/lib/shared/page";

export const GET = apiRoute(operation, async ({ viewer, query }) => {
  const failing = await countFailingHosts(viewer);
  const { cursor, limit } = pageRequest(query);
  const { q = null, family = null, stride = null, severity = null } = query;
  const controls = matchingControls({ q, family, stride, severity });
  const start = cursor === null ? 0 : controls.findIndex((control) => control.slug === cursor) + 1;
  return toPage(
    controls.slice(start, start + limit + 1),
    limit,
    (control) => control.slug,
    (control) => controlJson(control, failing.get(control.slug) ?? 0),
  );
});
