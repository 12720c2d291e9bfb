import "server-only";
import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { prisma } from "./client";
import { Prisma } from "./generated/client";

export interface UserRow {
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  /** Null for people who never signed in. */
  readonly lastSeenAt: Date | null;
  readonly disabledAt: Date | null;
}

export interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly passwordHash: string;
}

const columns = {
  id: true,
  name: true,
  email: true,
  role: true,
  createdAt: true,
  lastSeenAt: true,
  disabledAt: true,
} satisfies Prisma.UserSelect;

/** More than the teams that one Bulkhead is for have people. */
const MOST_PEOPLE = 1_000;

/** Everybody, disabled people last. */
export async function listUsers(viewer: Viewer): Promise<UserRow[]> {
  authorize(viewer, "user:manage");
  return prisma().user.findMany({
    orderBy: [{ disabledAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
    take: MOST_PEOPLE,
    select: columns,
  });
}

/** Who can be given work: everybody who is not disabled, by name. */
export async function listPeople(viewer: Viewer): Promise<Pick<UserRow, "id" | "name" | "email" | "role">[]> {
  authorize(viewer, "user:read");
  return prisma().user.findMany({
    where: { disabledAt: null },
    orderBy: [{ name: "asc" }, { email: "asc" }],
    take: MOST_PEOPLE,
    select: { id: true, name: true, email: true, role: true },
  });
}

export async function getUser(viewer: Viewer, id: string): Promise<UserRow | null> {
  authorize(viewer, "user:manage");
  return prisma().user.findUnique({ where: { id }, select: columns });
}

/** The account with this e-mail address, any case. */
export async function getUserByEmail(viewer: Viewer, email: string): Promise<UserRow | null> {
  authorize(viewer, "user:manage");
  return prisma().user.findUnique({ where: { email: email.toLowerCase() }, select: columns });
}

/** The signed-in person's own account; null for tokens of nobody and for the program itself. */
export async function getOwnUser(viewer: Viewer): Promise<UserRow | null> {
  if (viewer.userId === null) return null;
  return prisma().user.findUnique({ where: { id: viewer.userId }, select: columns });
}

/** Adds a person who can sign in at once. Throws "conflict" when the address is taken. */
export async function createUser(viewer: Viewer, person: NewUser): Promise<UserRow> {
  authorize(viewer, "user:manage");
  return prisma().$transaction(async (tx) => {
    const user = await insertUser(tx, person);
    await recordAudit(tx, viewer, { action: "user.create", object: `user ${user.email}`, after: { name: user.name, role: user.role } });
    return user;
  });
}

/** The rows the auth library expects of a person with a password. For this module and the first run. */
export async function insertUser(tx: Prisma.TransactionClient, { name, email, role, passwordHash }: NewUser): Promise<UserRow> {
  const id = randomUUID();
  try {
    const user = await tx.user.create({ data: { id, name, email: email.toLowerCase(), role, emailVerified: false }, select: columns });
    await tx.account.create({
      data: { id: randomUUID(), userId: id, accountId: id, providerId: "credential", password: passwordHash },
      select: { id: true },
    });
    return user;
  } catch (error) {
    const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (!taken) throw error;
    throw new AppError("conflict", "There is already an account with this e-mail address.", { cause: error, detail: { field: "email" } });
  }
}

/** Gives a person another role. Their sessions end, so that no page of the old role stays open. */
export async function changeRole(viewer: Viewer, userId: string, role: Role): Promise<UserRow> {
  return change(viewer, userId, "user.role", async (tx, user) => {
    if (user.role === role) return null;
    await tx.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
    await tx.session.deleteMany({ where: { userId } });
    return { before: { role: user.role }, after: { role } };
  });
}

/** Ends a person's access: sessions and tokens stop at their next request. Their history stays. */
export async function disableUser(viewer: Viewer, userId: string): Promise<UserRow> {
  return change(viewer, userId, "user.disable", async (tx, user) => {
    if (user.disabledAt !== null) return null;
    await tx.user.update({ where: { id: userId }, data: { disabledAt: new Date() }, select: { id: true } });
    await tx.session.deleteMany({ where: { userId } });
    return { before: { disabled: false }, after: { disabled: true } };
  });
}

/** Lets a disabled person in again. Their tokens work again too, unless they were revoked or have expired. */
export async function enableUser(viewer: Viewer, userId: string): Promise<UserRow> {
  return change(viewer, userId, "user.enable", async (tx, user) => {
    if (user.disabledAt === null) return null;
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null }, select: { id: true } });
    return { before: { disabled: true }, after: { disabled: false } };
  });
}

/** Gives a person a new password; all their sessions end. */
export async function resetPassword(viewer: Viewer, userId: string, passwordHash: string): Promise<UserRow> {
  return change(viewer, userId, "user.reset-password", async (tx) => {
    await storePassword(tx, userId, passwordHash);
    await tx.session.deleteMany({ where: { userId } });
    return {};
  });
}

/** A person without a password row, say from a restored backup, gets one. For this module and a person's own change. */
export async function storePassword(tx: Prisma.TransactionClient, userId: string, passwordHash: string): Promise<void> {
  const { count } = await tx.account.updateMany({ where: { userId, providerId: "credential" }, data: { password: passwordHash } });
  if (count > 0) return;
  const data = { id: randomUUID(), userId, accountId: userId, providerId: "credential", password: passwordHash };
  await tx.account.create({ data, select: { id: true } });
}

type Change = { readonly before?: Readonly<Record<string, string | boolean>>; readonly after?: Readonly<Record<string, string | boolean>> };

/** One audited change of one person; `work` gives null when there is nothing to change. Afterwards an admin must be left. */
async function change(
  viewer: Viewer,
  userId: string,
  action: string,
  work: (tx: Prisma.TransactionClient, user: UserRow) => Promise<Change | null>,
): Promise<UserRow> {
  authorize(viewer, "user:manage");
  return prisma().$transaction(async (tx) => {
    // Admins are locked in one order: two of them who demote each other at once wait, and the second is refused.
    await tx.$queryRaw`select id from "user" where role = 'admin' or id = ${userId} order by id for update`;
    const user = await tx.user.findUnique({ where: { id: userId }, select: columns });
    if (user === null) throw new AppError("not-found", "There is no such person.");
    const changed = await work(tx, user);
    if (changed === null) return user;
    const wasAdmin = user.role === "admin" && user.disabledAt === null;
    if (wasAdmin && (await tx.user.count({ where: { role: "admin", disabledAt: null } })) === 0)
      throw new AppError("conflict", "This is the last admin. Make somebody else an admin first.");
    await recordAudit(tx, viewer, { action, object: `user ${user.email}`, ...changed });
    return tx.user.findUniqueOrThrow({ where: { id: userId }, select: columns });
  });
}
