import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/cli/database/migrate";
import { openDatabase } from "@/cli/database/open-database";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database that is only ever copied. */
    templateUrl: string;
  }
}

/** One PostgreSQL for a whole run of the tests: TEST_DATABASE_URL's when set, else an embedded one in a temporary folder. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "bulkhead-test-"));
  // Run as root, PostgreSQL itself runs as another user, who must be able to get here.
  chmodSync(dataDir, 0o755);
  // What a crash of the machine would lose is no loss here.
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };
  const database = await openDatabase({ dataDir, databaseUrl: process.env.TEST_DATABASE_URL || undefined }, { settings });
  await migrate(database.url, "prisma/migrations");
  project.provide("templateUrl", database.url);
  return async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
