import { compareHosts } from "@/lib/data/compare-hosts";
import { requireHost } from "@/lib/data/hosts";
import { COMPARISON_CLASSES } from "@/lib/hardening/host-comparison";
import { apiRoute } from "@/lib/http/api-route";
import { comparisonCsvHead, comparisonCsvLine } from "@/lib/reports/comparison-csv";
import { CSV_START } from "@/lib/reports/csv";
import { AppError } from "@/lib/shared/app-error";
import { searchParamsOf } from "@/lib/shared/read-filters";
import { isAsked, readCompareQuery, sideNames } from "../compare/compare-query";

/** What the page of the same address lists: some hundred lines at most. */
export const GET = apiRoute({ permission: "scan:read" }, async ({ viewer, request }) => {
  const { query } = readCompareQuery(searchParamsOf(request.url));
  if (query.a === null || query.b === null) throw new AppError("invalid-input", "Name two hosts, as a and b.");
  const [a, b] = await Promise.all([requireHost(viewer, query.a), requireHost(viewer, query.b)]);
  const { comparison } = await compareHosts(viewer, { hostId: a.id, on: query.aOn }, { hostId: b.id, on: query.bOn });
  if (comparison === null) throw new AppError("not-found", "One of the two had no scan by then.");
  const names = sideNames(query, a.name, b.name);
  const lines = COMPARISON_CLASSES.flatMap((name) =>
    comparison.classes[name].filter((entry) => isAsked(entry, query)).map((entry) => comparisonCsvLine(name, entry, ...names)),
  );
  return new Response([CSV_START, comparisonCsvHead(...names), ...lines].join(""), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="comparison.csv"' },
  });
});
