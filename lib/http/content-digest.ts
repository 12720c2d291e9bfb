import "server-only";
import { MalformedRequest } from "./problem";

/**
 * The SHA-256 a sender says the content has, in lower-case hex: from `Content-Digest` (RFC 9530: `sha-256=:base64:`, perhaps beside
 * other algorithms, which are ignored) or `X-Content-SHA256` (hex). Null when it says none.
 */
export function statedDigest(headers: Headers): string | null {
  const field = headers.get("content-digest");
  if (field !== null) {
    const [, base64] = /(?:^|,)\s*sha-256\s*=\s*:([^:]*):/i.exec(field) ?? [];
    if (base64 !== undefined) return hexOf(Buffer.from(base64, "base64"), "Content-Digest");
    if (/(?:^|,)\s*sha-256\s*=/i.test(field)) throw unreadable("Content-Digest");
  }
  const hex = headers.get("x-content-sha256");
  return hex === null ? null : hexOf(Buffer.from(hex.trim(), "hex"), "X-Content-SHA256");
}

function hexOf(digest: Buffer, header: string): string {
  if (digest.length !== 32) throw unreadable(header);
  return digest.toString("hex");
}

const unreadable = (header: string): MalformedRequest => new MalformedRequest(`The header ${header} holds no SHA-256.`);
