/** Whether there is something that looks like our session cookie. A hint that saves a query, never a right. */
export const hasSessionCookie = (headers: Headers): boolean =>
  /(^|;\s*)(__Secure-)?better-auth\.session_token=/.test(headers.get("cookie") ?? "");
