import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readOrCreateSecret } from "./secret-file";

/** What lib/env.ts asks for and the command line decides: for the server's process, or for this one. */
export function appEnvironment(dataDir: string, databaseUrl: string): Readonly<Record<string, string>> {
  const secret =
    process.env.BULKHEAD_AUTH_SECRET || readOrCreateSecret(join(dataDir, "auth-secret"), () => randomBytes(32).toString("base64url"));
  return { BULKHEAD_DATA_DIR: dataDir, BULKHEAD_AUTH_SECRET: secret, DATABASE_URL: databaseUrl };
}
