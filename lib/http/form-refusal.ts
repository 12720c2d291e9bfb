import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";

/**
 * Where the refusal of a plain form waits for the page that shows it. A cookie, and not the address: nobody else can write it, so
 * no link can put words into our pages.
 */
export const REFUSAL_COOKIE = "bulkhead-refusal";
const KEPT_SECONDS = 60;
const COOKIE_LIMIT = 3800;

const cut = (length: number) => z.string().transform((text) => text.slice(0, length));

const Refusal = z.object({
  detail: cut(300),
  /** Of a field in a JSON file: "summary.title". */
  path: cut(200).optional().catch(undefined),
  line: z.int().optional().catch(undefined),
  column: z.int().optional().catch(undefined),
  expected: cut(160).optional().catch(undefined),
  found: cut(120).optional().catch(undefined),
  context: z
    .array(z.object({ line: z.int(), text: cut(100) }))
    .max(10)
    .optional()
    .catch(undefined),
});

/** What a problem document says of a refused log, cut to what a page shows. */
export type FormRefusal = z.output<typeof Refusal>;

/** Whether a browser sent this from a plain form, and shows what it is answered. */
export const wantsPage = (request: Request): boolean =>
  (request.headers.get("accept") ?? "").includes("text/html") && !request.headers.has("authorization");

/** On to another page, by GET. */
export const seeOther = (path: string): Response => new Response(null, { status: 303, headers: { location: path } });

/** The answer for a plain form that was refused: back to `formPath`, which shows the problem document's words. */
export async function backToForm(problem: Response, formPath: string): Promise<Response> {
  if (problem.status === 401) return seeOther(`/sign-in?next=${encodeURIComponent(formPath)}`);
  const refusal = Refusal.parse(await problem.json());
  const answer = seeOther(`${formPath}${formPath.includes("?") ? "&" : "?"}refused=1`);
  const secure = env().BULKHEAD_URL.startsWith("https:") ? "; Secure" : "";
  answer.headers.set(
    "set-cookie",
    `${REFUSAL_COOKIE}=${pack(refusal)}; Max-Age=${KEPT_SECONDS}; Path=${new URL(formPath, "http://form").pathname}; HttpOnly; SameSite=Lax${secure}`,
  );
  return answer;
}

function pack(refusal: FormRefusal): string {
  const packed = Buffer.from(JSON.stringify(refusal)).toString("base64url");
  if (packed.length <= COOKIE_LIMIT) return packed;
  const { context: _, ...rest } = refusal;
  return Buffer.from(JSON.stringify(rest)).toString("base64url");
}

/** The refusal in a cookie's value; null for none, and for what we did not write. */
export function readRefusal(value: string | undefined): FormRefusal | null {
  if (value === undefined) return null;
  try {
    const read = Refusal.safeParse(JSON.parse(Buffer.from(value, "base64url").toString()));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
