import { exportFindings } from "@/lib/data/finding-explorer";
import { getFindingScope } from "@/lib/data/finding-scope";
import { readFindingFilter } from "@/lib/hardening/finding-filter";
import { apiRoute } from "@/lib/http/api-route";
import { CSV_START } from "@/lib/reports/csv";
import { FINDINGS_CSV_HEAD, findingCsvLine } from "@/lib/reports/findings-csv";
import { filterReader, searchParamsOf } from "@/lib/shared/read-filters";

/** What the page of the same address lists, all pages of it, written while it is read: the whole is never in memory. */
export const GET = apiRoute({ permission: "finding:read" }, async ({ viewer, request }) => {
  const filter = readFindingFilter(filterReader(searchParamsOf(request.url)));
  const pages = exportFindings(viewer, await getFindingScope(viewer, filter));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(CSV_START + FINDINGS_CSV_HEAD)),
    pull: async (controller) => {
      const { value, done } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(findingCsvLine).join("")));
    },
    cancel: async () => {
      await pages.return(undefined);
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="findings.csv"' },
  });
});
