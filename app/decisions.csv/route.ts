import { exportDecisions } from "@/lib/data/export-decisions";
import { decisionFilterOf, readDecisionQuery } from "@/lib/hardening/decision-filter";
import { apiRoute } from "@/lib/http/api-route";
import { csvDownload } from "@/lib/http/csv-download";
import { DECISIONS_CSV_HEAD, decisionCsvLine } from "@/lib/reports/decisions-csv";
import { filterReader, searchParamsOf } from "@/lib/shared/read-filters";

/** What the page of the same address lists, all pages of it, with one record per decision and host. */
export const GET = apiRoute({ permission: "finding:read" }, async ({ viewer, request }) => {
  const query = readDecisionQuery(filterReader(searchParamsOf(request.url)));
  const pages = exportDecisions(viewer, decisionFilterOf(query), new Date());
  return csvDownload("decisions.csv", DECISIONS_CSV_HEAD, pages, decisionCsvLine);
});
