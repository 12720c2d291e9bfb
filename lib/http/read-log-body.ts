import "server-only";
import { sha256 } from "@/lib/data/blob";
import { collectLog } from "@/lib/ingest/decode";
import { AppError } from "@/lib/shared/app-error";
import { statedDigest } from "./content-digest";
import { bodyOf, Meter } from "./meter";
import { MalformedRequest } from "./problem";
import { readMultipart } from "./read-multipart";

/** A log as it came in a request. */
export interface SentLog {
  /** Unpacked. */
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  /** Of a form; empty when the body was the log itself. */
  readonly fields: ReadonlyMap<string, string>;
}

/** What a form or a packed file may need on top of the log. */
const ENVELOPE_BYTES = 1024 * 1024;

/**
 * Takes the log out of a request's body: the body itself, a form's `file`, or a form's `text`. Stops reading above `limitBytes`
 * unpacked, and does not return before length and digest are what the sender said: a body that was cut on its way is never stored.
 */
export async function readLogBody(request: Request, limitBytes: number): Promise<SentLog> {
  const { headers } = request;
  const gzip = readEncoding(headers);
  const digest = statedDigest(headers);
  const length = statedLength(headers, limitBytes);
  const whole = new Meter(limitBytes + ENVELOPE_BYTES);
  const part = new Meter(limitBytes + ENVELOPE_BYTES);
  const body = whole.through(bodyOf(request));
  const contentType = headers.get("content-type") ?? "";
  const isForm = /^multipart\/form-data\b/i.test(contentType);
  if (isForm && gzip) throw new AppError("unsupported-media", "Pack the file in the form, not the form.");
  const sent = isForm
    ? await readForm(body, contentType, part, limitBytes)
    : { bytes: await collectLog(body, { limitBytes, gzip }), fileName: null, fields: new Map<string, string>() };
  if (length !== null && length !== whole.count)
    throw new MalformedRequest(`The request says ${length} bytes, and ${whole.count} arrived. Nothing was stored.`);
  if (digest !== null) checkDigest(digest, [whole.digest(), ...(part.count > 0 ? [part.digest()] : []), sha256(sent.bytes)]);
  return sent;
}

async function readForm(body: AsyncIterable<Uint8Array>, contentType: string, part: Meter, limitBytes: number): Promise<SentLog> {
  const { file, fields } = await readMultipart(body, contentType, {
    fileField: "file",
    readFile: (stream) => collectLog(part.through(stream), { limitBytes }),
    fieldLimitBytes: limitBytes,
  });
  const text = fields.get("text") ?? "";
  // A browser sends an unchosen file as an empty one without a name.
  if (file !== null && (file.content.length > 0 || file.name !== "")) {
    if (text.trim() !== "") throw new AppError("invalid-input", "Send a file or pasted text, not both.", { detail: { field: "text" } });
    return { bytes: file.content, fileName: readFileName(file.name), fields };
  }
  if (!fields.has("text"))
    throw new AppError("invalid-input", "The form has no log: choose a file first.", {
      detail: { field: "file", expected: "a log as the field file, or as text", found: "neither" },
    });
  return { bytes: Buffer.from(text), fileName: null, fields };
}

/** Whether the body is packed, as far as the headers say. Anything but gzip, once, is refused. */
function readEncoding(headers: Headers): boolean {
  const encodings = (headers.get("content-encoding") ?? "")
    .toLowerCase()
    .split(",")
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== "" && encoding !== "identity");
  if (encodings.length === 0) return false;
  const [only] = encodings;
  if (encodings.length === 1 && (only === "gzip" || only === "x-gzip")) return true;
  throw new AppError(
    "unsupported-media",
    `The content encoding ${encodings.join(", ").slice(0, 100)} is not taken. Send the log as it is, or gzip once.`,
  );
}

function statedLength(headers: Headers, limitBytes: number): number | null {
  const given = headers.get("content-length");
  if (given === null) return null;
  if (!/^\d{1,15}$/.test(given)) throw new MalformedRequest("The header Content-Length is no number.");
  const length = Number(given);
  if (length > limitBytes + ENVELOPE_BYTES)
    throw new AppError("too-large", `A log has at most ${limitBytes / 1024 / 1024} MB.`, { detail: { limitBytes } });
  return length;
}

function checkDigest(stated: string, actual: readonly string[]): void {
  if (actual.includes(stated)) return;
  throw new AppError("invalid-input", "What arrived is not what was sent: the SHA-256 differs. Nothing was stored; send it again.", {
    detail: { expected: `sha-256 ${stated}`, found: `sha-256 ${actual[0]}` },
  });
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** A file's name is kept as words to show, and never as a path to open. */
function readFileName(given: string): string | null {
  const name = given.replace(UNSEEN, "\ufffd").slice(0, 300).trim();
  return name === "" ? null : name;
}
