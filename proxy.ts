import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth/path-header";
import { hasSessionCookie } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";

const CSP = "content-security-policy";

/** Pages whose forms are sent by people who are not signed in. */
const OPEN_FORMS = new Set(["/sign-in", "/setup"]);

/**
 * Headers of pages, and nothing that decides who may see what: rights are checked in lib/data, where no trick with addresses can
 * lead around them.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const isForm = request.method !== "GET" && request.method !== "HEAD";
  // Nobody without a session has a form to send here. It keeps strangers away from the code that unpacks the arguments of actions.
  if (isForm && !OPEN_FORMS.has(pathname) && !hasSessionCookie(request.headers)) {
    return new NextResponse("Sign in first.\n", { status: 401, headers: { "cache-control": "private, no-store" } });
  }
  const isSecure = env().BULKHEAD_URL.startsWith("https:");
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), {
    isSecure,
    // biome-ignore lint/style/noProcessEnv: no setting; the compiler puts the word in.
    isDevelopment: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy: one that came from outside would be printed into the page.
  headers.delete("content-security-policy-report-only");
  headers.set(CSP, policy);
  headers.set(PATH_HEADER, pathname + search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(CSP, policy);
  if (isSecure) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

export const config = {
  // Bodies that pass through here are cut at 10 MB without a word, so uploads (under /api) must not.
  matcher: ["/((?!api/|_next/static/|icons/|samples/|icon\\.svg$|favicon\\.ico$|robots\\.txt$).*)"],
};
