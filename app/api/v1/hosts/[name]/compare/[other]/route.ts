import { comparisonJson } from "@/lib/api/comparison-json";
import { compareHosts as operation } from "@/lib/api/operations/hosts";
import { compareHosts } from "@/lib/data/compare-hosts";
import { requireHost } from "@/lib/data/hosts";
import { apiRoute } from "@/lib/http/api-route";
import { AppError } from "@/lib/shared/app-error";

export const GET = apiRoute(operation, async ({ viewer, params, query }) => {
  const [one, other] = await Promise.all([requireHost(viewer, params.name), requireHost(viewer, params.other)]);
  const sides = [
    { hostId: one.id, on: query.on ?? null },
    { hostId: other.id, on: query.other_on ?? null },
  ] as const;
  const { a, b, comparison } = await compareHosts(viewer, ...sides);
  if (comparison === null) {
    const [host, { on }] = a === null ? [one, sides[0]] : [other, sides[1]];
    throw new AppError("not-found", `${host.name} had no scan${on === null ? "" : ` by the end of ${on}`}.`);
  }
  return comparisonJson(a, b, comparison);
});
