import type { TokenScope } from "@/lib/access/policy";

const UPLOADS: readonly TokenScope[] = ["scans:write", "write", "admin"];

/** A line for the terminal that uses a new token: an upload where its scopes allow one, else the list of hosts. */
export function sampleCommand(url: string, secret: string, scopes: readonly TokenScope[]): string {
  const curl = `curl -fsS -H "Authorization: Bearer ${secret}"`;
  if (!scopes.some((scope) => UPLOADS.includes(scope))) return `${curl} "${url}/api/v1/hosts"`;
  return `${curl} --data-binary @docker-bench-security.log "${url}/api/v1/scans?host=$(hostname)"`;
}
