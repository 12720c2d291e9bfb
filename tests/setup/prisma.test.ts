import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "@/tests/support/database";

describe("the Prisma command line, offline, on a database that bulkhead migrated", () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.remove());

  const prisma = (...args: string[]): { readonly status: number | null; readonly stdout: string } => {
    const env = { ...process.env, DATABASE_URL: database.url };
    return spawnSync(process.execPath, ["scripts/prisma.mjs", ...args], { encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
  };

  it("finds nothing left to apply", () => {
    expect(prisma("migrate", "deploy")).toMatchObject({ status: 0, stdout: expect.stringContaining("No pending migrations to apply.") });
  });

  it("finds that the migrations make what the schema says", () => {
    const against = ["--from-config-datasource", "--to-schema", "prisma/schema.prisma", "--exit-code"];
    expect(prisma("migrate", "diff", ...against)).toMatchObject({ status: 0, stdout: expect.stringContaining("No difference detected.") });
  });
});
