import { controlJson } from "@/lib/api/control-json";
import { getControl as operation } from "@/lib/api/operations/findings";
import { getControl } from "@/lib/catalogue/controls";
import { countFailingHosts, listFailingHosts } from "@/lib/data/control-status";
import { apiRoute } from "@/lib/http/api-route";
import { AppError } from "@/lib/shared/app-error";
import { MAX_PAGE_SIZE } from "@/lib/shared/page";

export const GET = apiRoute(operation, async ({ viewer, params }) => {
  const control = getControl(params.slug);
  if (control === null) throw new AppError("not-found", `The catalogue has no control called ${params.slug}.`);
  const [counts, failingOn] = await Promise.all([countFailingHosts(viewer), listFailingHosts(viewer, control.slug, MAX_PAGE_SIZE)]);
  const hostsFailing = counts.get(control.slug) ?? 0;
  return { ...controlJson(control, hostsFailing), failingOn, truncated: hostsFailing > failingOn.length };
});
