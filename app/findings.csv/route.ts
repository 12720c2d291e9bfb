import { exportFindings } from "@/lib/data/finding-explorer";
import { getFindingScope } from "@/lib/data/finding-scope";
import type { FindingRow } from "@/lib/data/findings";
import { readFindingFilter } from "@/lib/hardening/finding-filter";
import { apiRoute } from "@/lib/http/api-route";
import { csvDownload } from "@/lib/http/csv-download";
import { FINDINGS_CSV_HEAD, findingCsvLine } from "@/lib/reports/findings-csv";
import { filterReader, searchParamsOf } from "@/lib/shared/read-filters";

/** What the page of the same address lists, all pages of it. */
export const GET = apiRoute({ permission: "finding:read" }, async ({ viewer, request }) => {
  const filter = readFindingFilter(filterReader(searchParamsOf(request.url)));
  const scope = await getFindingScope(viewer, filter);
  const lineOf = (finding: FindingRow): string => findingCsvLine(finding, scope.clock);
  return csvDownload("findings.csv", FINDINGS_CSV_HEAD, exportFindings(viewer, scope), lineOf);
});
