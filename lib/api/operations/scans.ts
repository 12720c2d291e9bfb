import { z } from "zod";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import { GATE_MODES } from "@/lib/hardening/gate";
import { GATE_MEANING } from "@/lib/hardening/gate-words";
import { rowId } from "@/lib/shared/row-id";
import { logCheck } from "../log-check";
import { operation, type RawBody } from "../operation";
import { scanDetail, scanDiff, uploadAnswer } from "../scan-schemas";
import { idParams, pageOf, pageQuery, scan } from "../schemas";

const hostName = z.string().trim().min(1).max(200);

const logBody: RawBody = {
  description: [
    "docker-bench-security or kube-bench output, text or JSON, at most 64 MB unpacked; packed with gzip or not, whatever the content type.",
    "Or a form (multipart) with the log as `file`, or pasted as `text`, and `host`, `ran_at`, `runs`, `gate`, `severity` and `max` as fields if they are not in the query.",
    "With `Content-Digest: sha-256=:…:` or `X-Content-SHA256` the server compares what arrived, packed or unpacked, before it stores it.",
  ].join(" "),
  mediaTypes: ["application/octet-stream", "text/plain", "application/json", "application/gzip", "multipart/form-data"],
};

const bodyRefusals = {
  413: { description: "More than 64 MB unpacked" },
  415: { description: "An archive or a content encoding other than gzip; send the log itself, or gzip" },
  422: { description: "No log of a known tool, with line, column, expected and found; or a host that is missing or no name" },
  429: { description: "Too many logs that were too large once unpacked; see Retry-After" },
};

const gateWords = [
  "Also judge the scan; the answer's `gate` says pass or fail, and its status is 200 or 201 either way.",
  ...GATE_MODES.map((mode) => `${mode}: ${GATE_MEANING[mode]}`),
  "Accepted risks and what is not applicable do not fail it; what was not assessed neither passes nor fails it.",
  "The first scan passes regression and new; a threshold holds for it too. Of several runs the newest scan is judged.",
  "Decisions count that were in force when the scan ran, so known bytes get the verdict they had.",
].join(" ");

const uploadTextWords = [
  "With `Accept: text/plain`: lines of `key: value` (scan, host, ran at, stored, complete, base, newly failing, fixed, changed items, still failing,",
  "not assessed, changed, url and, where asked, gate and gate scan), an empty line, and what changed in words.",
  "Refusals are answered in such lines too, from `refused: STATUS` on.",
].join(" ");

export const uploadScan = operation({
  method: "post",
  path: "/scans",
  summary: "Upload a log",
  permission: "scan:upload",
  query: z.object({
    // Checked with the form's field, and refused by name.
    host: z.string().max(1000).optional().describe("The host that was scanned, 1 to 200 characters; a form's field `host` does as well"),
    ran_at: z.iso.datetime({ offset: true }).optional().describe("When the scan ran, if the log does not say it right"),
    runs: z
      .enum(["newest", "all"])
      .optional()
      .describe("A file may hold several runs: take the newest complete one (if not told), or each"),
    gate: z.enum(GATE_MODES).optional().describe(gateWords),
    severity: z.enum(SEVERITIES).optional().describe("With gate=threshold: findings of this severity or higher count; high unless told"),
    max: z.coerce.number().int().min(0).max(1_000_000).optional().describe("With gate=threshold: so many are allowed; 0 unless told"),
  }),
  rawBody: logBody,
  answers: {
    200: { description: "These bytes, or this run, were there already; nothing changed", schema: uploadAnswer, text: uploadTextWords },
    201: { description: "Stored, with what changed against all that was known", schema: uploadAnswer, text: uploadTextWords },
    303: { description: "For a browser's form: on to the scan's page, or back to the form with what is wrong" },
    ...bodyRefusals,
  },
});

export const checkScan = operation({
  method: "post",
  path: "/scans/check",
  summary: "Read a log and say what is in it, without storing anything",
  permission: "scan:upload",
  query: z.object({
    host: z
      .string()
      .max(1000)
      .optional()
      .describe("The host it may be of: its zone places times without one, and its scans are looked at first"),
  }),
  rawBody: logBody,
  answers: { 200: { description: "What the log holds", schema: logCheck }, ...bodyRefusals },
});

export const getScan = operation({
  method: "get",
  path: "/scans/{id}",
  summary: "One scan with its results and the lines that were skipped",
  permission: "scan:read",
  params: idParams,
  answers: { 200: { description: "The scan", schema: scanDetail } },
});

export const getRawScan = operation({
  method: "get",
  path: "/scans/{id}/raw",
  summary: "The uploaded log, byte for byte (unpacked)",
  permission: "scan:read",
  params: idParams,
  answers: { 200: { description: "The bytes", mediaType: "application/octet-stream" } },
});

export const diffScans = operation({
  method: "get",
  path: "/scans/{id}/diff/{base}",
  summary: "What changed from scan `base` to scan `id` of the same host",
  permission: "scan:read",
  params: idParams.extend({ base: rowId }),
  answers: { 200: { description: "The five classes", schema: scanDiff } },
});

export const listHostScans = operation({
  method: "get",
  path: "/hosts/{name}/scans",
  summary: "A host's scans, newest first",
  permission: "scan:read",
  params: z.object({ name: hostName }),
  query: pageQuery,
  answers: { 200: { description: "A page of scans", schema: pageOf(scan) } },
});

export const moveScan = operation({
  method: "patch",
  path: "/scans/{id}",
  summary: "Move a scan to the host it is really of; a new name makes a new host",
  permission: "host:edit",
  params: idParams,
  body: z.strictObject({ host: z.string().max(1000) }),
  answers: {
    200: { description: "The scan there: another one where that host had the same run already", schema: scan },
    409: { description: "It is of that host already" },
    422: { description: "No host name" },
  },
});

export const deleteScan = operation({
  method: "delete",
  path: "/scans/{id}",
  summary: "Delete a scan; its host says what it would say without it",
  permission: "scan:delete",
  params: idParams,
  answers: { 204: { description: "It is gone" } },
});
