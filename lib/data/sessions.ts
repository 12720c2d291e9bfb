import "server-only";
import type { Role } from "@/lib/access/policy";
import { makeViewer } from "@/lib/access/viewer";
import { recordAudit } from "./audit";
import { pool, prisma } from "./client";
import { transaction } from "./transaction";

/** A session nobody used for this long is over, whatever its cookie says. */
const SESSION_IDLE_HOURS = 12;

/** What a session needs of its person, at this moment and not at sign-in. */
export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly stale: boolean;
}

// The database's clock decides: two instances must agree on whether a session is over.
const FIND = `
  select u.id, u.name, u.email, u.role, s.updated_at < now() - interval '5 minutes' as stale
  from session s join "user" u on u.id = s.user_id
  where s.id = $1 and u.disabled_at is null and s.expires_at > now() and s.updated_at > now() - $2 * interval '1 hour'`;

/** Whose session this is; null when it has ended, was idle too long, or the person is disabled. For `lib/auth`. */
export async function findSessionUser(sessionId: string): Promise<SessionUser | null> {
  const { rows } = await pool().query<Row>(FIND, [sessionId, SESSION_IDLE_HOURS]);
  const row = rows[0];
  if (row === undefined) return null;
  if (row.stale) await touch(sessionId, row.id);
  return { id: row.id, name: row.name, email: row.email, role: row.role };
}

/** Keeps a session from idling out, and notes when the person was last here. */
async function touch(sessionId: string, userId: string): Promise<void> {
  await pool().query("update session set updated_at = now() where id = $1", [sessionId]);
  await pool().query(`update "user" set last_seen_at = now() where id = $1`, [userId]);
}

/** Whether a person may start a session. For the auth library's hook: it knows nothing of disabled people. */
export async function maySignIn(userId: string): Promise<boolean> {
  const user = await prisma().user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
  return user !== null && user.disabledAt === null;
}

/** Writes down that a person signed in or out, and from where. */
export async function recordSession(
  user: Pick<SessionUser, "id" | "name" | "email">,
  action: "session.start" | "session.end",
  address: string | null,
): Promise<void> {
  // The least role: this viewer only says who it was.
  const viewer = makeViewer({ kind: "user", userId: user.id, name: user.name, role: "viewer" }, address);
  await transaction(async (sql) => {
    if (action === "session.start") await sql.query(`update "user" set last_seen_at = now() where id = $1`, [user.id]);
    await recordAudit(sql, viewer, { action, object: `user ${user.email}` });
  });
}
