import "server-only";
import { createHmac } from "node:crypto";
import { type AttemptRule, countAttempt, returnAttempt } from "@/lib/data/attempts";
import { env } from "@/lib/env";
import { AppError } from "@/lib/shared/app-error";
import { addressKey } from "./client-address";

const PER_ACCOUNT: AttemptRule = { limit: 10, windowSeconds: 15 * 60 };
const PER_ADDRESS: AttemptRule = { limit: 30, windowSeconds: 60 * 60 };
const PER_SETUP_ADDRESS: AttemptRule = { limit: 20, windowSeconds: 15 * 60 };

/** What was counted, to be taken back when the attempt was rightful: only failed ones shall count in the end. */
export interface Counted {
  readonly keys: readonly string[];
}

// Under a key of our own: neither the table nor a backup of it tells who tried to sign in.
const keyed = (kind: string, value: string): string =>
  `${kind}:${createHmac("sha256", env().BULKHEAD_AUTH_SECRET).update(`${kind}\n${value}`).digest("base64url")}`;

/**
 * Counts an attempt to sign in before the password is looked at, so that no number of parallel tries gets more than its share.
 * Known and unknown accounts are counted alike. Throws "too-many-requests" with the wait in seconds.
 */
export const countSignIn = (email: string, address: string | null): Promise<Counted> =>
  countAll([
    [keyed("sign-in-address", addressKey(address)), PER_ADDRESS],
    [keyed("sign-in-account", email.trim().toLowerCase()), PER_ACCOUNT],
  ]);

/** The same for a set-up code, by address alone. */
export const countSetup = (address: string | null): Promise<Counted> =>
  countAll([[keyed("setup-address", addressKey(address)), PER_SETUP_ADDRESS]]);

/** The same for the current password of somebody who is signed in: a stolen session must not be a way to guess it. */
export const countPasswordCheck = (userId: string): Promise<Counted> => countAll([[keyed("own-password", userId), PER_ACCOUNT]]);

export async function takeBack({ keys }: Counted): Promise<void> {
  for (const key of keys) await returnAttempt(key);
}

async function countAll(counts: readonly (readonly [key: string, rule: AttemptRule])[]): Promise<Counted> {
  for (const [key, rule] of counts) {
    const attempt = await countAttempt(key, rule);
    if (attempt.allowed) continue;
    const detail = { retryAfterSeconds: attempt.waitSeconds };
    throw new AppError("too-many-requests", `Too many attempts. Wait ${attempt.waitSeconds} seconds, then try again.`, { detail });
  }
  return { keys: counts.map(([key]) => key) };
}
