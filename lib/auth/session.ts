import "server-only";
import { findSessionUser, recordSession, type SessionUser } from "@/lib/data/sessions";
import { auth } from "./better-auth";
import { clientAddress } from "./client-address";
import { hasSessionCookie } from "./session-cookie";

/** A session that is valid at this moment. */
export interface CurrentSession {
  readonly id: string;
  readonly user: SessionUser;
}

/** Whose session cookie the headers carry; null for none, an ended one, or that of a disabled person. Always asks the database. */
export async function findSession(headers: Headers): Promise<CurrentSession | null> {
  if (!hasSessionCookie(headers)) return null;
  const found = await auth().api.getSession({ headers, query: { disableRefresh: true, disableCookieCache: true } });
  if (found === null) return null;
  const user = await findSessionUser(found.session.id);
  return user === null ? null : { id: found.session.id, user };
}

/** Ends the session of these headers and removes its cookie. */
export async function endSession(headers: Headers): Promise<void> {
  const session = await findSession(headers);
  await auth().api.signOut({ headers });
  if (session !== null) await recordSession(session.user, "session.end", clientAddress(headers));
}
