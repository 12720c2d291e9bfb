import { env } from "@/lib/env";

/**
 * Whether a browser says that a request comes from one of our own pages. Stops cross-site request forgery: a missing or
 * "null" Origin is refused too. Compared with BULKHEAD_URL and with Host, never with X-Forwarded-Host, which anybody can send.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const given = headers.get("origin");
  if (given === null || !URL.canParse(given)) return false;
  if (headers.get("sec-fetch-site") === "cross-site") return false;
  const origin = new URL(given);
  if (origin.protocol !== "http:" && origin.protocol !== "https:") return false;
  if (origin.origin === new URL(env().BULKHEAD_URL).origin) return true;
  return origin.host === headers.get("host")?.toLowerCase();
}
