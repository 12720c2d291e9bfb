/**
 * The policy of a page. Scripts run only with the answer's own nonce, so markup that slips into a page runs nothing. Attributes may
 * carry styles: charts are drawn with them. `isSecure` is whether Bulkhead is reached by https; asking for https breaks plain networks.
 */
export function contentSecurityPolicy(nonce: string, { isSecure, isDevelopment }: { isSecure: boolean; isDevelopment: boolean }): string {
  return [
    "default-src 'self'",
    // React's development build evaluates text to rebuild the server's stack traces.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
