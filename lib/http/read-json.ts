import "server-only";
import { AppError } from "@/lib/shared/app-error";
import { MalformedRequest } from "./problem";

/** JSON bodies are forms in disguise; logs have a reader of their own. */
const MAX_JSON_BYTES = 1024 * 1024;

/**
 * A request's JSON. The media type must say so: a form on another site can send text/plain, but not this without being asked first.
 * The size is counted while reading, whatever the length was said to be.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json") throw new AppError("unsupported-media", "Send the body as application/json.");
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedRequest("The request's body is not JSON.");
  }
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body !== null) {
    for await (const chunk of request.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > MAX_JSON_BYTES) throw new AppError("too-large", "A JSON body has at most 1 MB.");
      chunks.push(chunk);
    }
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new MalformedRequest("The request's body is not UTF-8.");
  }
}
