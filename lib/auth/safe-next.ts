const BASE = "http://bulkhead.invalid";

// Browsers drop tabs and newlines inside addresses and read a backslash as a slash: "/\evil.example" leaves the site.
const MISLEADING = /[\\\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u;

/**
 * Where to go after signing in: `next` when it is a path of this site, else "/". Stops open redirects: an attacker's link
 * to the real sign-in page that ends on a copy of it.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== "string" || next.length > 2_000 || !isPlainPath(next)) return "/";
  const url = URL.canParse(next, BASE) ? new URL(next, BASE) : null;
  // "/..//evil.example" is a path of this site until it is normalised.
  if (url === null || url.origin !== BASE || !isPlainPath(url.pathname)) return "/";
  // What some program on the way may decode once more. A space is harmless there.
  const decoded = decode(url.pathname);
  if (decoded === null || !isPlainPath(decoded.replaceAll(" ", ""))) return "/";
  if (/^\/(sign-in|setup|api|_next)(\/|$)/.test(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}

const isPlainPath = (path: string): boolean => path.startsWith("/") && !path.includes("//") && !MISLEADING.test(path);

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
