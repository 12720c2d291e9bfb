import "server-only";
import { makeViewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { prisma } from "./client";
import type { Prisma } from "./generated/client";
import { insertUser, type NewUser, type UserRow } from "./users";

/** A code that nobody used for this long is dead; starting again makes a new one. */
const SETUP_CODE_HOURS = 24;

/** Any number: whoever makes the first user takes this lock, so that there is only one first. */
const FIRST_RUN_LOCK = 20_261_123;

/** Whether anybody has an account yet. Until then /setup is open, afterwards it does not exist. */
export async function hasUsers(): Promise<boolean> {
  return (await prisma().user.findFirst({ select: { id: true } })) !== null;
}

/** Stores the hash of a new set-up code in place of any earlier one. Does nothing, and says false, once there is a user. */
export async function storeSetupCode(hash: string): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    if (!(await lockFirstRun(tx))) return false;
    const code = { hash, createdAt: new Date() };
    await tx.setupCode.upsert({ where: { id: 1 }, create: { id: 1, ...code }, update: code });
    return true;
  });
}

/** Whether this is the hash of a code that can still be used. */
export async function isSetupCode(hash: string): Promise<boolean> {
  return (await prisma().setupCode.findFirst({ where: { hash, createdAt: { gt: oldest() } }, select: { id: true } })) !== null;
}

/** Makes the admin whom the environment names. Null when there is a user already. */
export async function createAdminUnattended(person: Omit<NewUser, "role">): Promise<UserRow | null> {
  return prisma().$transaction(async (tx) => {
    if (!(await lockFirstRun(tx))) return null;
    return insertFirstAdmin(tx, person, "environment", null);
  });
}

/**
 * Makes the first admin and uses up the code in one transaction: of any number of simultaneous claims one succeeds.
 * Throws "not-found" once there is a user and "forbidden" for a wrong code.
 */
export async function claimSetupCode(hash: string, person: Omit<NewUser, "role">, address: string | null): Promise<UserRow> {
  return prisma().$transaction(
    async (tx) => {
      if (!(await lockFirstRun(tx))) throw new AppError("not-found", "Bulkhead is set up already. Sign in instead.");
      const { count } = await tx.setupCode.deleteMany({ where: { hash, createdAt: { gt: oldest() } } });
      if (count === 0)
        throw new AppError("forbidden", "This is not the code that was printed at the last start.", { detail: { field: "code" } });
      return insertFirstAdmin(tx, person, "first run", address);
    },
    // Fifty claims at once queue for one lock and for the pool's ten connections.
    { maxWait: 15_000, timeout: 15_000 },
  );
}

const oldest = (): Date => new Date(Date.now() - SETUP_CODE_HOURS * 3_600_000);

/** Waits until nobody else is making the first user; false when somebody has. */
async function lockFirstRun(tx: Prisma.TransactionClient): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${FIRST_RUN_LOCK})`;
  return (await tx.user.findFirst({ select: { id: true } })) === null;
}

async function insertFirstAdmin(
  tx: Prisma.TransactionClient,
  person: Omit<NewUser, "role">,
  by: string,
  address: string | null,
): Promise<UserRow> {
  const user = await insertUser(tx, { ...person, role: "admin" });
  await tx.setupCode.deleteMany({});
  const viewer = makeViewer({ kind: "system", name: by }, address);
  await recordAudit(tx, viewer, { action: "user.create", object: `user ${user.email}`, after: { name: user.name, role: user.role } });
  return user;
}
