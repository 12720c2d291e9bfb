import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { sha256 } from "./blob";

// 32 random bytes are 43 characters of base64url; 4 bytes of checksum are 6.
const SHAPE = /^bh_([\w-]{43})([\w-]{6})$/;

const SHOWN_CHARACTERS = 9;

/** A new secret, with what is stored of it: the SHA-256 and the first characters, by which people tell tokens apart. */
export interface TokenSecret {
  readonly secret: string;
  readonly hash: string;
  readonly prefix: string;
}

/** `bh_`, 32 random bytes, checksum: secret scanners know it by its prefix, and a typing error never reaches the database. */
export function makeTokenSecret(): TokenSecret {
  const random = randomBytes(32).toString("base64url");
  const secret = `bh_${random}${checksum(random)}`;
  return { secret, hash: sha256(secret), prefix: secret.slice(0, SHOWN_CHARACTERS) };
}

/** The hash under which a secret would be stored; null for what cannot be a token. */
export function hashTokenSecret(given: string): string | null {
  const [, random = "", sum = ""] = SHAPE.exec(given) ?? [];
  return random !== "" && checksum(random) === sum ? sha256(given) : null;
}

const checksum = (random: string): string => createHash("sha256").update(`bh_${random}`).digest().subarray(0, 4).toString("base64url");
