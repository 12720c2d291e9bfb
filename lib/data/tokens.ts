import "server-only";
import { may, ROLES, type Role, TOKEN_SCOPES, type TokenScope } from "@/lib/access/policy";
import { makeViewer, type Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { pool, prisma } from "./client";
import type { Prisma } from "./generated/client";
import { hashTokenSecret, makeTokenSecret } from "./token-secret";

export const TOKEN_MAX_DAYS = 365;

export interface TokenRow {
  readonly id: number;
  readonly name: string;
  /** The first characters of the secret. */
  readonly prefix: string;
  readonly scopes: readonly TokenScope[];
  readonly role: Role;
  /** Null for a token made on the command line. */
  readonly owner: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly role: Role;
  /** 1 to 365. */
  readonly expiresInDays: number;
}

const columns = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  lastUsedAt: true,
  user: { select: { id: true, name: true, email: true } },
} satisfies Prisma.ApiTokenSelect;

const toRow = ({ user, scopes, ...token }: Prisma.ApiTokenGetPayload<{ select: typeof columns }>): TokenRow => ({
  ...token,
  scopes: readScopes(scopes),
  owner: user,
});

/** Scopes as the table knows them; a word it does not know gives nothing. */
const readScopes = (stored: readonly string[]): TokenScope[] => TOKEN_SCOPES.filter((scope) => stored.includes(scope));

const rank = (role: Role): number => ROLES.indexOf(role);
const lesser = (a: Role, b: Role): Role => (rank(a) < rank(b) ? a : b);

/** The viewer's own tokens, newest first; everybody's for those who manage tokens. The newest 1,000. */
export async function listTokens(viewer: Viewer): Promise<TokenRow[]> {
  authorize(viewer, "token:own");
  const rows = await prisma().apiToken.findMany({
    where: may(viewer, "token:manage") ? {} : { userId: viewer.userId ?? "" },
    orderBy: { id: "desc" },
    take: 1_000,
    select: columns,
  });
  return rows.map(toRow);
}

/** One of the tokens that `listTokens` shows; null for any other id, there or not. */
export async function getToken(viewer: Viewer, id: number): Promise<TokenRow | null> {
  authorize(viewer, "token:own");
  const own = may(viewer, "token:manage") ? {} : { userId: viewer.userId ?? "" };
  const row = await prisma().apiToken.findFirst({ where: { id, ...own }, select: columns });
  return row === null ? null : toRow(row);
}

/** Makes a token of the viewer's own. The secret is in the answer and nowhere else. */
export async function createToken(viewer: Viewer, token: NewToken): Promise<{ readonly secret: string; readonly token: TokenRow }> {
  authorize(viewer, "token:own");
  checkNewToken(viewer, token);
  const { secret, hash, prefix } = makeTokenSecret();
  const { name, role, expiresInDays } = token;
  const scopes = TOKEN_SCOPES.filter((scope) => token.scopes.includes(scope));
  const expiresAt = new Date(Date.now() + expiresInDays * 86_400_000);
  return prisma().$transaction(async (tx) => {
    const data = { name, scopes, role, hash, prefix, expiresAt, userId: viewer.userId };
    const made = toRow(await tx.apiToken.create({ data, select: columns }));
    const after = { name, scopes, role, expiresAt: expiresAt.toISOString() };
    await recordAudit(tx, viewer, { action: "token.create", object: `token ${made.id}`, after });
    return { secret, token: made };
  });
}

function checkNewToken(viewer: Viewer, { name, scopes, role, expiresInDays }: NewToken): void {
  // A leaked token could otherwise outlive its own revocation.
  if (viewer.kind === "token") throw new AppError("forbidden", "A token cannot make tokens.");
  if (rank(role) > rank(viewer.role)) throw new AppError("forbidden", `Your role is ${viewer.role}: a token of yours cannot be ${role}.`);
  const fault = (field: string, message: string) => new AppError("invalid-input", message, { detail: { field } });
  if (name.trim() === "" || name.length > 100) throw fault("name", "Give the token a name of 1 to 100 characters.");
  if (scopes.length === 0) throw fault("scopes", "Choose at least one scope.");
  if (!Number.isInteger(expiresInDays) || expiresInDays < 1 || expiresInDays > TOKEN_MAX_DAYS) {
    throw fault("expires", `A token lasts 1 to ${TOKEN_MAX_DAYS} days.`);
  }
}

/** Ends a token at its next use. One's own, or anybody's for those who manage tokens; other ids are not found. */
export async function revokeToken(viewer: Viewer, id: number): Promise<void> {
  authorize(viewer, "token:own");
  const own = may(viewer, "token:manage") ? {} : { userId: viewer.userId ?? "" };
  await prisma().$transaction(async (tx) => {
    const token = await tx.apiToken.findFirst({ where: { id, ...own }, select: { name: true } });
    if (token === null) throw new AppError("not-found", "There is no such token.");
    const { count } = await tx.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count > 0) await recordAudit(tx, viewer, { action: "token.revoke", object: `token ${id}`, before: { name: token.name } });
  });
}

interface UsedToken {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly role: Role;
  readonly user_id: string | null;
  readonly user_role: Role | null;
  readonly stale: boolean;
}

// One look-up by unique index for each request, and nothing kept: a revoked token is dead at its next use, on all instances.
const FIND = {
  name: "find-token",
  text: `
    select t.id, t.name, t.scopes, t.role, t.user_id, u.role as user_role,
           coalesce(t.last_used_at < now() - interval '1 minute', true) as stale
    from api_token t left join "user" u on u.id = t.user_id
    where t.hash = $1 and t.revoked_at is null and t.expires_at > now() and u.disabled_at is null`,
};

// Checked again in the update: of a hundred simultaneous uploads one writes.
const TOUCH = `
  update api_token set last_used_at = now()
  where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`;

/**
 * Who a bearer token stands for; null when it is unknown, expired or revoked, or its person is disabled. It acts with the lesser
 * of its own role and the role its person has now.
 */
export async function findTokenViewer(secret: string, address: string | null): Promise<Viewer | null> {
  const hash = hashTokenSecret(secret);
  if (hash === null) return null;
  const { rows } = await pool().query<UsedToken>({ ...FIND, values: [hash] });
  const row = rows[0];
  if (row === undefined) return null;
  if (row.stale) await pool().query(TOUCH, [row.id]);
  const role = row.user_role === null ? row.role : lesser(row.role, row.user_role);
  return makeViewer({ kind: "token", userId: row.user_id, name: row.name, role, scopes: readScopes(row.scopes), tokenId: row.id }, address);
}
