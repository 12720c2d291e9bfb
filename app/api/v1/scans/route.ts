import { uploadScan as operation } from "@/lib/api/operations/scans";
import { uploadJson } from "@/lib/api/upload-json";
import { apiRoute } from "@/lib/http/api-route";
import { backToForm, seeOther, wantsPage } from "@/lib/http/form-refusal";
import { withinOversizeBudget } from "@/lib/http/oversize-budget";
import { readLogBody } from "@/lib/http/read-log-body";
import { readUploadOptions } from "@/lib/http/upload-options";
import { ingestLog } from "@/lib/ingest/ingest-log";
import { MAX_LOG_BYTES } from "@/lib/ingest/upload-limits";

const upload = apiRoute(operation, async ({ viewer, query, request }) => {
  const receivedAt = new Date();
  const { bytes, fileName, fields } = await withinOversizeBudget(viewer, receivedAt.getTime(), () => readLogBody(request, MAX_LOG_BYTES));
  const options = readUploadOptions(query, fields);
  const via = viewer.kind === "user" ? "web" : "api";
  const answer = uploadJson(await ingestLog(viewer, { ...options, bytes, fileName, via, receivedAt }), options.runs);
  if (wantsPage(request)) return seeOther(`/scans/${answer.scan.id}`);
  return Response.json(answer, answer.duplicate ? {} : { status: 201, headers: { location: `/api/v1/scans/${answer.scan.id}` } });
});

/** Programs are answered in JSON; a browser that sent a plain form is led to a page, whatever became of the log. */
export async function POST(request: Request, context: { readonly params: Promise<unknown> }): Promise<Response> {
  const answer = await upload(request, context);
  if (answer.status < 400 || !wantsPage(request)) return answer;
  const isPaste = new URL(request.url).searchParams.get("form") === "paste";
  return backToForm(answer, isPaste ? "/upload?tab=paste" : "/upload");
}
