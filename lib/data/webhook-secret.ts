import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `whsec_` and 32 random bytes. */
export const makeWebhookSecret = (): string => `whsec_${randomBytes(32).toString("base64url")}`;

/** Encrypts a secret that must be used again: a copy of the database alone signs nothing. */
export function sealSecret(secret: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key(), iv);
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Null when the program's secret is another one now, or the bytes were changed. */
export function openSecret(sealed: Buffer): string | null {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(), sealed.subarray(0, IV_BYTES));
    decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

// A key of its own: what signs sessions encrypts nothing.
const key = (): Buffer => Buffer.from(hkdfSync("sha256", env().BULKHEAD_AUTH_SECRET, "", "bulkhead webhook secrets", 32));
