import "server-only";
import type { PoolClient } from "pg";
import { pool } from "./client";

/** What set-based writes need of a connection; a pool client inside a transaction satisfies it. */
export type Sql = Pick<PoolClient, "query">;

/** Runs `work` in one transaction on one connection: all of it is stored or nothing. */
export async function transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
