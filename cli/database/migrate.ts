import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { isNoSpace } from "../explain";
import { errorCode, errorMessage, Refusal } from "../refusal";
import { connect } from "./connection";
import { makeQueueSchema } from "./queue-schema";

/** The lock that Prisma Migrate takes, so that this, `prisma migrate deploy` and other instances wait for each other. */
const MIGRATE_LOCK = 72_707_369;

// Column for column the table that Prisma Migrate makes.
const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Row {
  readonly migration_name: string;
  readonly finished_at: Date | null;
}

/**
 * Applies the migrations in `folder` that the database does not have yet and returns their names. Both this and
 * `prisma migrate deploy` can be used on one database: same table, checksum and lock; only this makes the job queue's
 * tables, too. Each migration and its record are one transaction: it is there whole or not at all, and a failed one is
 * tried again at the next start.
 */
export async function migrate(url: string, folder: string): Promise<readonly string[]> {
  const migrations = readMigrations(folder);
  const client = await connect(url);
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATE_LOCK]);
    await client.query(TABLE).catch(refuseWithoutPermission);
    const done = await appliedNames(client, migrations);
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const migration of missing) await apply(client, migration);
    // Under the same lock. What is stored adds jobs in its own transaction, so every migrated database has a queue.
    await makeQueueSchema(url);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function appliedNames(client: pg.Client, migrations: readonly Migration[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<Row>("select migration_name, finished_at from _prisma_migrations where rolled_back_at is null");
  const known = new Set(migrations.map(({ name }) => name));
  for (const { migration_name: name, finished_at: finishedAt } of rows) {
    if (!known.has(name)) {
      throw new Refusal(
        `The database was made by a newer version of Bulkhead (it has "${name}"): install that version, or use another database.`,
      );
    }
    if (finishedAt === null) {
      throw new Refusal(
        `The migration "${name}" was begun by another tool and not finished: mend the database, then run "npm run prisma -- migrate resolve --rolled-back ${name}".`,
      );
    }
  }
  return new Set(rows.map((row) => row.migration_name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const record = "insert into _prisma_migrations (id, checksum, migration_name, started_at) values ($1, $2, $3, clock_timestamp())";
  const id = randomUUID();
  try {
    await client.query("begin");
    await client.query(record, [id, checksum, name]);
    // Sent whole, as Prisma does: functions have semicolons of their own.
    await client.query(sql);
    await client.query("update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1", [id]);
    await client.query("commit");
  } catch (problem) {
    await recordFailure(client, { name, sql, checksum }, problem);
    if (isNoSpace(problem)) throw problem;
    throw new Refusal(
      `The migration "${name}" failed and nothing of it was kept (${errorMessage(problem)}): mend that and start again, or go back to the version that ran before.`,
      { cause: problem },
    );
  }
}

/** Best effort: the failure itself is what is told. */
async function recordFailure(client: pg.Client, { name, checksum }: Migration, problem: unknown): Promise<void> {
  const record =
    "insert into _prisma_migrations (id, checksum, migration_name, logs, rolled_back_at) values ($1, $2, $3, $4, clock_timestamp())";
  try {
    await client.query("rollback");
    await client.query(record, [randomUUID(), checksum, name, errorMessage(problem)]);
  } catch {
    // The connection is gone, or the disk is full.
  }
}

function refuseWithoutPermission(problem: unknown): never {
  if (errorCode(problem) !== "42501") throw problem;
  throw new Refusal(
    "The user in DATABASE_URL may not make tables: grant it CREATE on the schema public, or make it the owner of the database.",
  );
}
