import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "@/cli/database/migrate";
import { createTestDatabase } from "@/tests/support/database";
import { temporaryFolder } from "./bulkhead";

const FIRST = "create table ship (id int primary key);\ncreate function one() returns int language sql as $$ select 1; $$;\n";

describe("migrate", () => {
  const { path: folder, remove } = temporaryFolder();
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let client: pg.Client;

  beforeEach(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query("drop schema public cascade; create schema public");
    rmSync(folder, { recursive: true, force: true });
    add("20260101000000_first", FIRST);
  });
  afterEach(async () => {
    await client.end();
    await database.remove();
  });
  afterAll(remove);

  const add = (name: string, sql: string): void => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "migration.sql"), sql);
    writeFileSync(join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
  };
  const records = async (): Promise<unknown[]> => {
    const columns =
      "migration_name, checksum, applied_steps_count, finished_at is not null as finished, rolled_back_at is not null as rolled_back, logs";
    const { rows } = await client.query(`select ${columns} from _prisma_migrations order by started_at`);
    return rows;
  };

  it("applies what is missing, in order, and records it as Prisma does", async () => {
    add("20260102000000_second", "alter table ship add name text;");
    expect(await migrate(database.url, folder)).toEqual(["20260101000000_first", "20260102000000_second"]);
    expect(await migrate(database.url, folder)).toEqual([]);
    const done = { applied_steps_count: 1, finished: true, rolled_back: false, logs: null };
    expect(await records()).toEqual([
      { migration_name: "20260101000000_first", checksum: createHash("sha256").update(FIRST).digest("hex"), ...done },
      {
        migration_name: "20260102000000_second",
        checksum: createHash("sha256").update("alter table ship add name text;").digest("hex"),
        ...done,
      },
    ]);
  });

  it("makes the tables of the job queue, also where Prisma applied everything", async () => {
    await client.query("drop schema graphile_worker cascade");
    await migrate(database.url, folder);
    await client.query("drop schema graphile_worker cascade");
    expect(await migrate(database.url, folder)).toEqual([]);
    expect((await client.query("select count(*)::int as jobs from graphile_worker.jobs")).rows).toEqual([{ jobs: 0 }]);
  });

  it("lets two instances that start together wait for each other", async () => {
    const both = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
    expect(both.flat()).toEqual(["20260101000000_first"]);
  });

  it("keeps nothing of a migration that fails, and applies it once it is mended", async () => {
    add("20260102000000_second", "alter table ship add name text; alter table boat add name text;");
    await expect(migrate(database.url, folder)).rejects.toThrow(
      'The migration "20260102000000_second" failed and nothing of it was kept (relation "boat" does not exist): mend that and start again, or go back to the version that ran before.',
    );
    const { rows } = await client.query("select column_name from information_schema.columns where table_name = 'ship'");
    expect(rows).toEqual([{ column_name: "id" }]);
    expect((await records()).at(-1)).toMatchObject({ finished: false, rolled_back: true, logs: 'relation "boat" does not exist' });

    add("20260102000000_second", "alter table ship add name text;");
    expect(await migrate(database.url, folder)).toEqual(["20260102000000_second"]);
  });

  it("refuses a database of a newer version", async () => {
    add("20270101000000_later", "select 1;");
    await migrate(database.url, folder);
    rmSync(join(folder, "20270101000000_later"), { recursive: true });
    await expect(migrate(database.url, folder)).rejects.toThrow(
      'The database was made by a newer version of Bulkhead (it has "20270101000000_later"): install that version, or use another database.',
    );
  });

  it("refuses to go on after a migration that another tool left half done", async () => {
    await migrate(database.url, folder);
    await client.query("update _prisma_migrations set finished_at = null");
    await expect(migrate(database.url, folder)).rejects.toThrow(
      'run "npm run prisma -- migrate resolve --rolled-back 20260101000000_first"',
    );
  });
});
