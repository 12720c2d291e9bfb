import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/access/policy";
import { makeViewer, type Viewer } from "@/lib/access/viewer";
import { CLIENT_ADDRESS_HEADER } from "@/lib/auth/client-address";
import { addPerson } from "@/lib/auth/people";
import { findSession } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import type { UserRow } from "@/lib/data/users";

export const PASSWORD = "correct horse battery";

/** The program itself, who may do everything. */
export const SYSTEM = makeViewer({ kind: "system", name: "tests" });

export const viewerOf = (user: Pick<UserRow, "id" | "name" | "role">): Viewer =>
  makeViewer({ kind: "user", userId: user.id, name: user.name, role: user.role });

/** A new person with the password above. */
export const person = (role: Role): Promise<UserRow> =>
  addPerson(SYSTEM, { name: `Some ${role}`, email: `${role}-${randomUUID()}@example.org`, role, password: PASSWORD });

/** Headers of a request from an address. */
export const from = (address: string, more: Record<string, string> = {}): Headers =>
  new Headers({ [CLIENT_ADDRESS_HEADER]: address, ...more });

/** Signs in and gives the headers of the browser's next request. */
export async function browserOf(email: string, password = PASSWORD): Promise<Headers> {
  const answer = await signIn(from("192.0.2.77", { "user-agent": "tests" }), email, password);
  const cookie = answer.getSetCookie().map((line) => line.split(";")[0]);
  return from("192.0.2.77", { cookie: cookie.join("; ") });
}

export const isSignedIn = async (browser: Headers): Promise<boolean> => (await findSession(browser)) !== null;
