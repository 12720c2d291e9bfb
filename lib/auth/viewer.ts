import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { may, type Permission } from "@/lib/access/policy";
import { makeViewer, type Viewer } from "@/lib/access/viewer";
import { hasUsers } from "@/lib/data/setup-code";
import { findTokenViewer } from "@/lib/data/tokens";
import { isOwnOrigin } from "@/lib/http/origin";
import { AppError } from "@/lib/shared/app-error";
import { clientAddress } from "./client-address";
import { PATH_HEADER } from "./path-header";
import { type CurrentSession, findSession } from "./session";

const viewerOf = (session: CurrentSession, from: Headers): Viewer => {
  const { id, name, role } = session.user;
  return makeViewer({ kind: "user", userId: id, name, role }, clientAddress(from));
};

/** The session of the request that is being rendered; asked once however many parts of the page want it. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => findSession(await headers()));

const sessionViewer = cache(async (): Promise<Viewer | null> => {
  const session = await currentSession();
  return session === null ? null : viewerOf(session, await headers());
});

/**
 * Who looks at a page. Sends visitors to the sign-in, or to the set-up while nobody has an account; people whose role is not
 * enough see "not found".
 */
export async function pageViewer(permission?: Permission): Promise<Viewer> {
  const viewer = await sessionViewer();
  if (viewer === null) return redirect(await entrance());
  if (permission !== undefined && !may(viewer, permission)) notFound();
  return viewer;
}

async function entrance(): Promise<"/setup" | "/sign-in" | `/sign-in?${string}`> {
  if (!(await hasUsers())) return "/setup";
  const path = (await headers()).get(PATH_HEADER);
  return path === null || path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
}

/** Who sends a form. Throws "unauthenticated" instead of redirecting: what was typed must not be lost. */
export async function actionViewer(): Promise<Viewer> {
  const viewer = await sessionViewer();
  if (viewer === null) throw new AppError("unauthenticated", "You are signed out. Sign in in another tab, then send this again.");
  return viewer;
}

/**
 * Who calls a route: the bearer token if there is one, else the session. A browser adds the cookie to requests that other sites
 * make, so a change by cookie must come from our own pages.
 */
export async function requestViewer(request: Request): Promise<Viewer> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return tokenViewer(authorization, request.headers);
  const session = await findSession(request.headers);
  if (session === null) throw new AppError("unauthenticated", "Send a token as `Authorization: Bearer bh_…`, or sign in.");
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && !isOwnOrigin(request.headers)) throw new AppError("forbidden", "This request comes from another site.");
  return viewerOf(session, request.headers);
}

async function tokenViewer(authorization: string, from: Headers): Promise<Viewer> {
  const [, secret = ""] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
  const viewer = await findTokenViewer(secret, clientAddress(from));
  // One sentence for unknown, expired and revoked: which it was is on the tokens page, for its owner.
  if (viewer === null) throw new AppError("unauthenticated", "This token is not valid: it is unknown, expired or revoked.");
  return viewer;
}
