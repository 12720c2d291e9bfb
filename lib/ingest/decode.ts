import { createGunzip, gunzipSync } from "node:zlib";
import type { CleanText } from "@/lib/bench/clean-text";
import { decodeText } from "@/lib/bench/decode-text";
import { refuse } from "@/lib/bench/refusal";
import type { Refusal, RefusalCode } from "@/lib/bench/report";
import { isArchive, sniff } from "@/lib/bench/sniff";
import { AppError } from "@/lib/shared/app-error";
import { err, ok, type Result } from "@/lib/shared/result";

/** A log ready to be read: unpacked bytes (what digests and the raw view are of), and their text. */
export interface DecodedLog extends CleanText {
  readonly bytes: Uint8Array;
}

/**
 * Unpacks gzip (one member or several) and decodes the text. Refuses what is damaged, packed twice, another archive, or larger than
 * `limitBytes` once unpacked; the limit holds while inflating, so a bomb costs no more than its first `limitBytes`.
 */
export function readLogBytes(bytes: Uint8Array, limitBytes: number): Result<DecodedLog, Refusal> {
  const unpacked = sniff(bytes) === "gzip" ? gunzip(bytes, limitBytes) : ok(bytes);
  if (!unpacked.ok) return unpacked;
  if (unpacked.value.length > limitBytes) return err(tooLarge(limitBytes));
  const kind = sniff(unpacked.value);
  if (kind === "gzip")
    return err(refusal("bad-gzip", "The file is packed twice.", "a log packed with gzip once, or not at all", "gzip inside gzip"));
  if (kind !== null && isArchive(kind))
    return err(
      refusal(
        "archive",
        `This is a ${kind} archive, not a log. Upload the log itself; gzip is taken.`,
        "a log, or a log packed with gzip",
        kind,
      ),
    );
  if (kind !== null) return err(refusal("not-text", `This is a ${kind} file, not a log.`, "text", kind));
  return ok({ bytes: unpacked.value, ...decodeText(unpacked.value) });
}

function gunzip(bytes: Uint8Array, limitBytes: number): Result<Uint8Array, Refusal> {
  try {
    // With `info` Node answers { buffer, engine }; the published type knows only the buffer.
    const { buffer, engine } = gunzipSync(bytes, { info: true, maxOutputLength: limitBytes }) as unknown as GunzipInfo;
    if (engine.bytesWritten !== bytes.length) return err(badGzip("bytes after its end"));
    return ok(buffer);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ERR_BUFFER_TOO_LARGE") return err(tooLarge(limitBytes));
    return err(badGzip(code === "Z_BUF_ERROR" ? "its end is missing" : "it does not match its checksum or is no gzip"));
  }
}

interface GunzipInfo {
  readonly buffer: Uint8Array;
  /** Compressed bytes taken in. */
  readonly engine: { readonly bytesWritten: number };
}

/**
 * Reads a request's body into unpacked bytes and stops as soon as more than `limitBytes` have come out. gzip is told by its first
 * bytes, whatever the headers say; `gzip: true` only means that anything else would be wrong. Throws AppError: `too-large`,
 * `unsupported-media` (packed twice), or `invalid-input` with the refusal's code in `detail`.
 */
export async function collectLog(
  stream: AsyncIterable<Uint8Array>,
  options: { readonly limitBytes: number; readonly gzip?: boolean },
): Promise<Uint8Array> {
  const { limitBytes } = options;
  const chunks = stream[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  const packed = sniff(head) === "gzip";
  if (options.gzip && !packed && head.length > 0) throw damaged("it does not begin as gzip does");
  const body = resume(head, chunks);
  const bytes = packed ? await inflate(body, limitBytes) : await collect(body, limitBytes);
  if (packed && sniff(bytes) === "gzip") throw new AppError("unsupported-media", "The log is packed twice. Pack it once, or not at all.");
  return bytes;
}

/** The first chunks up to the two bytes that tell gzip; a sender may well send one byte at a time. */
async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* resume(head: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  } finally {
    // Ends the sender's stream also when the reader stops early.
    await chunks.return?.();
  }
}

async function collect(body: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > limitBytes) throw tooLargeError(limitBytes);
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

async function inflate(body: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Uint8Array> {
  const gunzipStream = createGunzip();
  let taken = 0;
  const feeding = feed(body, gunzipStream, (bytes) => {
    taken += bytes;
  });
  // A failure of the sender surfaces below, through the destroyed stream; without this it would count as unhandled until then.
  feeding.catch(() => undefined);
  try {
    const bytes = await collect(gunzipStream, limitBytes);
    await feeding;
    if (gunzipStream.bytesWritten !== taken) throw damaged("there are bytes after its end");
    return bytes;
  } catch (error) {
    if (error instanceof AppError || !isZlibError(error)) throw error;
    throw damaged(error.code === "Z_BUF_ERROR" ? "its end is missing" : "it does not match its checksum");
  } finally {
    gunzipStream.destroy();
  }
}

async function feed(
  body: AsyncIterable<Uint8Array>,
  gunzipStream: ReturnType<typeof createGunzip>,
  count: (bytes: number) => void,
): Promise<void> {
  try {
    for await (const chunk of body) {
      if (gunzipStream.destroyed) return;
      count(chunk.length);
      if (!gunzipStream.write(chunk)) await drained(gunzipStream);
    }
    gunzipStream.end();
  } catch (error) {
    gunzipStream.destroy(error instanceof Error ? error : new Error("The sender failed.", { cause: error }));
    throw error;
  }
}

function drained(gunzipStream: ReturnType<typeof createGunzip>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      gunzipStream.off("drain", done).off("close", done);
      resolve();
    };
    gunzipStream.on("drain", done).on("close", done);
  });
}

const isZlibError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");

const MEBIBYTE = 1024 * 1024;

const refusal = (code: RefusalCode, message: string, expected: string, found: string): Refusal =>
  refuse("", { code, message, expected, found });

const badGzip = (found: string): Refusal => refusal("bad-gzip", `The gzip file is damaged: ${found}.`, "a whole gzip file", found);

const tooLarge = (limitBytes: number): Refusal => refusal("too-large", tooLargeMessage(limitBytes), `at most ${limitBytes} bytes`, "more");

const tooLargeMessage = (limitBytes: number): string =>
  `The log is larger than ${limitBytes >= MEBIBYTE ? `${Math.floor(limitBytes / MEBIBYTE)} MB` : `${limitBytes} bytes`} once unpacked.`;

const tooLargeError = (limitBytes: number): AppError => new AppError("too-large", tooLargeMessage(limitBytes), { detail: { limitBytes } });

const damaged = (found: string): AppError =>
  new AppError("invalid-input", `The gzip file is damaged: ${found}.`, {
    detail: { code: "bad-gzip", expected: "a whole gzip file", found },
  });
