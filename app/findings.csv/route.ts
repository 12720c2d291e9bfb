import { exportFindings } from "@/lib/data/finding-explorer";
import { getFindingScope } from "@/lib/data/finding-scope";
import { readFindingFilter } from "@/lib/hardening/finding-filter";
import { apiRoute } from "@/lib/http/api-route";
import { csvDownload } from "@/lib/http/csv-download";
import { FINDINGS_CSV_HEAD, findingCsvLine } from "@/lib/reports/findings-csv";
import { filterReader, searchParamsOf } from "@/lib/shared/read-filters";

/** What the page of the same address lists, all pages of it. */
export const GET = apiRoute({ permission: "finding:read" }, async ({ viewer, request }) => {
  const filter = readFindingFilter(filterReader(searchParamsOf(request.url)));
  const pages = exportFindings(viewer, await getFindingScope(viewer, filter));
  return csvDownload("findings.csv", FINDINGS_CSV_HEAD, pages, findingCsvLine);
});
