import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { POST as postCheck } from "@/app/api/v1/scans/check/route";
import { POST as postScan } from "@/app/api/v1/scans/route";
import { createToken } from "@/lib/data/tokens";
import { browserOf, person, viewerOf } from "../auth/people";

const ORIGIN = "http://localhost:3000";

type Sent = string | Uint8Array | FormData | ReadableStream<Uint8Array>;
type Headers = Readonly<Record<string, string>>;

const call =
  (post: typeof postScan, path: string) =>
  (query: string, body: Sent, headers: Headers): Promise<Response> => {
    const init = { method: "POST", headers: { origin: ORIGIN, ...headers }, body: body as BodyInit, duplex: "half" };
    return post(new Request(`${ORIGIN}${path}?${query}`, init), { params: Promise.resolve({}) });
  };

/** Calls `POST /api/v1/scans` as Next.js would. */
export const uploadTo = call(postScan, "/api/v1/scans");
/** Calls `POST /api/v1/scans/check`. */
export const checkAt = call(postCheck, "/api/v1/scans/check");

/** The headers of a new person's browser. */
export async function session(role: "viewer" | "engineer"): Promise<Headers> {
  const { email } = await person(role);
  return Object.fromEntries(await browserOf(email));
}

/** The headers of a program with a new token. */
export async function token(scopes: readonly ("scans:write" | "read")[]): Promise<Headers> {
  const owner = viewerOf(await person("engineer"));
  const { secret } = await createToken(owner, { name: "test", scopes, role: "engineer", expiresInDays: 1 });
  return { authorization: `Bearer ${secret}` };
}

export const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** A form as a browser sends it. */
export function form(fields: Readonly<Record<string, string>>, file?: { readonly name: string; readonly bytes: Uint8Array }): FormData {
  const data = new FormData();
  if (file) data.append("file", new File([new Uint8Array(file.bytes)], file.name));
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** About `megabytes` of gzip that unpacks to a thousand times as much. */
export function bomb(megabytes: number): Buffer {
  const member = gzipSync(Buffer.alloc(100 * 1024 * 1024));
  return Buffer.concat(Array.from({ length: Math.ceil((megabytes * 1024 * 1024) / member.length) }, () => member));
}

/** Bytes in small chunks, as a network brings them; `breakAfter` ends them with an error. */
export function stream(bytes: Uint8Array, { chunk = 1024, breakAfter = Number.POSITIVE_INFINITY } = {}): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= breakAfter) return controller.error(new Error("the line is dead"));
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + chunk));
      at += chunk;
    },
  });
}
