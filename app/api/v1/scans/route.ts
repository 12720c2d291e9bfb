import { uploadScan as operation } from "@/lib/api/operations/scans";
import { isKnown, mainRun, uploadJson } from "@/lib/api/upload-json";
import { uploadText } from "@/lib/api/upload-text";
import { apiRoute } from "@/lib/http/api-route";
import { backToForm, seeOther, wantsPage } from "@/lib/http/form-refusal";
import { withinOversizeBudget } from "@/lib/http/oversize-budget";
import { readLogBody } from "@/lib/http/read-log-body";
import { problemText, textAnswer, wantsText } from "@/lib/http/text-answer";
import { readUploadOptions } from "@/lib/http/upload-options";
import { ingestLog } from "@/lib/ingest/ingest-log";
import { MAX_LOG_BYTES } from "@/lib/ingest/upload-limits";

const upload = apiRoute(operation, async ({ viewer, query, request }) => {
  const receivedAt = new Date();
  const { bytes, fileName, fields } = await withinOversizeBudget(viewer, receivedAt.getTime(), () => readLogBody(request, MAX_LOG_BYTES));
  const options = readUploadOptions(query, fields);
  const via = viewer.kind === "user" ? "web" : "api";
  const answer = await ingestLog(viewer, { ...options, bytes, fileName, via, receivedAt });
  const { id } = mainRun(answer).scan;
  if (wantsPage(request)) return seeOther(`/scans/${id}`);
  const init = isKnown(answer) ? {} : { status: 201, headers: { location: `/api/v1/scans/${id}` } };
  return wantsText(request) ? textAnswer(uploadText(answer), init) : Response.json(uploadJson(answer, options.runs), init);
});

/** Programs are answered in JSON, shells in text; a browser that sent a plain form is led to a page, whatever became of the log. */
export async function POST(request: Request, context: { readonly params: Promise<unknown> }): Promise<Response> {
  const answer = await upload(request, context);
  if (answer.status < 400) return answer;
  if (wantsText(request)) return problemText(answer);
  if (!wantsPage(request)) return answer;
  const isPaste = new URL(request.url).searchParams.get("form") === "paste";
  return backToForm(answer, isPaste ? "/upload?tab=paste" : "/upload");
}
