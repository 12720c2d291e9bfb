import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { disconnect } from "@/lib/data/client";

/**
 * Gives the tests of one file an empty, migrated database of their own: call it at the top of the file or of a `describe`.
 * lib/env.ts then reads its address, so everything in lib/data works as in the app.
 */
export function useDatabase(): void {
  let remove: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const database = await createTestDatabase();
    remove = database.remove;
    process.env.DATABASE_URL = database.url;
    process.env.BULKHEAD_AUTH_SECRET = "a secret that only the tests use, 32+";
  });
  afterAll(async () => {
    await disconnect();
    await remove();
  });
}

/** A new database, copied from the migrated template; `remove` drops it, whoever is still connected. */
export async function createTestDatabase(): Promise<{ readonly url: string; readonly remove: () => Promise<void> }> {
  const template = new URL(inject("templateUrl"));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer((client) => client.query(`create database ${name} template ${pg.escapeIdentifier(template.pathname.slice(1))}`));
  const url = new URL(template);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    remove: async () => {
      await onServer(async (client) => {
        await untilNobodyIsConnected(client, name);
        await client.query(`drop database if exists ${name} with (force)`);
      });
    },
  };
}

/** A connection that is closing would be cut off instead, which throws where nobody listens any more. Five seconds at most. */
async function untilNobodyIsConnected(client: pg.Client, database: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await client.query<{ n: number }>("select count(*)::int as n from pg_stat_activity where datname = $1", [database]);
    if (rows[0]?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function onServer<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = new URL(inject("templateUrl"));
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: server.toString() });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
