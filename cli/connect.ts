import { join } from "node:path";
import { disconnect } from "@/lib/data/client";
import { appEnvironment } from "./app-environment";
import { migrate } from "./database/migrate";
import { openDatabase } from "./database/open-database";
import { dataDirectory, PROJECT_ROOT } from "./settings";

/**
 * Runs `use` with a database that is up to date, and with lib/env.ts filled in, so that everything in lib works in it.
 * The embedded server is used when it runs, else started for as long as this takes.
 */
export async function withDatabase<T>(use: () => Promise<T>): Promise<T> {
  const dataDir = dataDirectory();
  const database = await openDatabase({ dataDir, databaseUrl: process.env.DATABASE_URL || undefined });
  try {
    await migrate(database.url, join(PROJECT_ROOT, "prisma/migrations"));
    Object.assign(process.env, appEnvironment(dataDir, database.url));
    return await use();
  } finally {
    await disconnect();
    await database.close();
  }
}
