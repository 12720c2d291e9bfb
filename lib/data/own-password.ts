import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { prisma } from "./client";
import { storePassword } from "./users";

/** The hash a person's current password is compared with; null when they have none. Only for the person themself. */
export async function getOwnPasswordHash(viewer: Viewer): Promise<string | null> {
  const account = await prisma().account.findFirst({
    where: { userId: ownId(viewer), providerId: "credential" },
    select: { password: true },
  });
  return account?.password ?? null;
}

/**
 * Stores a person's own new password and ends all their sessions but `keepSessionId`. `oldHash` is what the current password
 * was checked against: if it was changed meanwhile, nothing happens.
 */
export async function changeOwnPassword(viewer: Viewer, oldHash: string, newHash: string, keepSessionId: string): Promise<void> {
  const userId = ownId(viewer);
  await prisma().$transaction(async (tx) => {
    const current = await tx.$queryRaw<{ password: string | null }[]>`
      select password from account where user_id = ${userId} and provider_id = 'credential' for update`;
    if (current[0]?.password !== oldHash) throw new AppError("conflict", "The password was changed a moment ago. Sign in again.");
    await storePassword(tx, userId, newHash);
    await tx.session.deleteMany({ where: { userId, id: { not: keepSessionId } } });
    await recordAudit(tx, viewer, { action: "user.change-password", object: `user ${viewer.name}` });
  });
}

/** Only a person who signed in has a password of their own; a token must never reach it. */
function ownId(viewer: Viewer): string {
  if (viewer.kind === "user" && viewer.userId !== null) return viewer.userId;
  throw new AppError("forbidden", "Only a person who is signed in can do this.");
}
