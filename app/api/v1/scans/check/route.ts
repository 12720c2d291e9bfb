import { checkJson } from "@/lib/api/check-json";
import { checkScan as operation } from "@/lib/api/operations/scans";
import { apiRoute } from "@/lib/http/api-route";
import { withinOversizeBudget } from "@/lib/http/oversize-budget";
import { readLogBody } from "@/lib/http/read-log-body";
import { checkLog } from "@/lib/ingest/check-log";
import { MAX_LOG_BYTES } from "@/lib/ingest/upload-limits";

export const POST = apiRoute(operation, async ({ viewer, query, request }) => {
  const receivedAt = new Date();
  const { bytes, fields } = await withinOversizeBudget(viewer, receivedAt.getTime(), () => readLogBody(request, MAX_LOG_BYTES));
  return checkJson(await checkLog(viewer, { bytes, host: query.host ?? fields.get("host") ?? null, receivedAt }));
});
