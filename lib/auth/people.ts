import "server-only";
import type { Role } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "@/lib/data/authorize";
import { changeOwnPassword, getOwnPasswordHash } from "@/lib/data/own-password";
import * as users from "@/lib/data/users";
import { AppError } from "@/lib/shared/app-error";
import { passwordProblem } from "@/lib/shared/password-rules";
import { hashPassword, verifyPassword } from "./password-hash";
import { countPasswordCheck, takeBack } from "./sign-in-limits";

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
}

/** Adds a person with an initial password. Throws "conflict" for a taken address, "invalid-input" for a password that is too easy. */
export async function addPerson(viewer: Viewer, { name, email, role, password }: NewPerson): Promise<users.UserRow> {
  // Asked here too: nobody shall make the server hash for them.
  authorize(viewer, "user:manage");
  checkPassword("password", password, [name, email]);
  return users.createUser(viewer, { name, email, role, passwordHash: await hashPassword(password) });
}

/** Gives a person a new password; all their sessions end. */
export async function resetPersonPassword(viewer: Viewer, userId: string, password: string): Promise<users.UserRow> {
  const person = await users.getUser(viewer, userId);
  if (person === null) throw new AppError("not-found", "There is no such person.");
  checkPassword("password", password, [person.name, person.email]);
  return users.resetPassword(viewer, userId, await hashPassword(password));
}

/** Changes the viewer's own password and ends all their sessions but this one. Needs the current password; tries are limited. */
export async function changePassword(viewer: Viewer, sessionId: string, current: string, next: string): Promise<void> {
  const [person, stored] = [await users.getOwnUser(viewer), await getOwnPasswordHash(viewer)];
  if (person === null || stored === null) throw new AppError("forbidden", "Only a person who is signed in can do this.");
  checkPassword("newPassword", next, [person.name, person.email]);
  const counted = await countPasswordCheck(person.id);
  if (!(await verifyPassword(current, stored))) {
    throw new AppError("invalid-input", "This is not your current password.", { detail: { field: "currentPassword" } });
  }
  await takeBack(counted);
  await changeOwnPassword(viewer, stored, await hashPassword(next), sessionId);
}

function checkPassword(field: string, password: string, own: readonly string[]): void {
  const problem = passwordProblem(password, own);
  if (problem !== null) throw new AppError("invalid-input", problem, { detail: { field } });
}
