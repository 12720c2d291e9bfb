import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { prisma } from "@/lib/data/client";
import { maySignIn } from "@/lib/data/sessions";
import { env } from "@/lib/env";
import { log } from "@/lib/http/log";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/shared/password-rules";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { hashPassword, verifyPassword } from "./password-hash";

/** A session ends after this long, however busy it is. */
const SESSION_DAYS = 7;

/**
 * The library that keeps sessions and their cookies. It has no address of its own: there is no route for its endpoints, only our
 * code calls it, so that its sign-up, token and user management can be reached by nobody.
 */
function make() {
  const { BULKHEAD_URL: url, BULKHEAD_AUTH_SECRET: secret } = env();
  return betterAuth({
    appName: "Bulkhead",
    baseURL: url,
    secret,
    trustedOrigins: [url],
    telemetry: { enabled: false },
    // Its errors are refused sign-ins; faults are thrown and reported by lib/http.
    logger: { level: "error", log: (_level, message) => log().info({ source: "auth" }, message) },
    database: prismaAdapter(prisma(), { provider: "postgresql", transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(password, hash) },
    },
    session: {
      expiresIn: SESSION_DAYS * 24 * 60 * 60,
      // The end is fixed at sign-in; idleness is judged in lib/data/sessions.
      disableSessionRefresh: true,
      // A cached session would go on working after it was revoked.
      cookieCache: { enabled: false },
    },
    // Ours counts in the database, by account and by address.
    rateLimit: { enabled: false },
    advanced: { ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] } },
    // False ends the sign-in of a disabled person after the password was checked, so that it takes as long as any other.
    databaseHooks: { session: { create: { before: async ({ userId }) => ((await maySignIn(userId)) ? undefined : false) } } },
    // Carries the session cookie into the answers of server actions; the library wants it last.
    plugins: [nextCookies()],
  });
}

let made: { readonly database: ReturnType<typeof prisma>; readonly auth: ReturnType<typeof make> } | undefined;

/** Made on first use, because a build has neither secret nor database; and again when the database was closed and reopened. */
export function auth(): ReturnType<typeof make> {
  const database = prisma();
  if (made?.database !== database) made = { database, auth: make() };
  return made.auth;
}
