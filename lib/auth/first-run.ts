import "server-only";
import { randomInt } from "node:crypto";
import { sha256 } from "@/lib/data/blob";
import { claimSetupCode, createAdminUnattended, hasUsers, isSetupCode, storeSetupCode } from "@/lib/data/setup-code";
import type { UserRow } from "@/lib/data/users";
import { env } from "@/lib/env";
import { AppError } from "@/lib/shared/app-error";
import { passwordProblem } from "@/lib/shared/password-rules";
import { hashPassword } from "./password-hash";
import { countSetup, takeBack } from "./sign-in-limits";

// Crockford's base 32: no letter that can be mistaken for a digit. Twenty of them are 100 bits.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 4;
const GROUP_LENGTH = 5;

/**
 * Makes sure that somebody can get in. While nobody has an account: creates the admin of BULKHEAD_ADMIN_EMAIL and
 * BULKHEAD_ADMIN_PASSWORD when both are set, else gives a new one-time code for /setup, which replaces any earlier one.
 */
export async function prepareFirstRun(): Promise<{ readonly code: string | null }> {
  if (await hasUsers()) return { code: null };
  const { BULKHEAD_ADMIN_EMAIL: email, BULKHEAD_ADMIN_PASSWORD: password } = env();
  if (email !== undefined && password !== undefined) {
    const problem = passwordProblem(password, [email]);
    if (problem !== null) throw new AppError("invalid-input", `BULKHEAD_ADMIN_PASSWORD cannot be used. ${problem}`);
    await createAdminUnattended({ name: email.split("@")[0] ?? email, email, passwordHash: await hashPassword(password) });
    return { code: null };
  }
  if (email !== undefined || password !== undefined) {
    throw new AppError("invalid-input", "Set both BULKHEAD_ADMIN_EMAIL and BULKHEAD_ADMIN_PASSWORD, or neither.");
  }
  const code = makeCode();
  return { code: (await storeSetupCode(hashCode(code))) ? code : null };
}

/** The admin as the set-up form describes them; the fields are checked already. */
export interface FirstAdmin {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Creates the first admin for whoever has the code. Throws "forbidden" for a wrong code, "not-found" once there is a user,
 * "too-many-requests" with the wait.
 */
export async function claimFirstAdmin({ code, name, email, password }: FirstAdmin, address: string | null): Promise<UserRow> {
  const counted = await countSetup(address);
  const hash = hashCode(code);
  if (!(await isSetupCode(hash))) {
    if (await hasUsers()) throw new AppError("not-found", "Bulkhead is set up already. Sign in instead.");
    const words = "This is not the code printed at the last start. Each start prints a new one.";
    throw new AppError("forbidden", words, { detail: { field: "code" } });
  }
  const user = await claimSetupCode(hash, { name, email, passwordHash: await hashPassword(password) }, address);
  await takeBack(counted);
  return user;
}

function makeCode(): string {
  const letters = Array.from({ length: GROUPS * GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return (letters.match(new RegExp(`.{${GROUP_LENGTH}}`, "g")) ?? []).join("-");
}

/** People type codes in lower case, without dashes, and with O for 0. */
const hashCode = (given: string): string =>
  sha256(
    `setup-code:${given
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, "")
      .replaceAll("O", "0")
      .replace(/[IL]/g, "1")}`,
  );
