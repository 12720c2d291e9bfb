import "server-only";
import type { Sql } from "./transaction";

const GATE = "hashtext('bulkhead threat models')";

/**
 * Taken by every writer of a host before its row: the threat models stay as they are until the transaction ends. Before, and not
 * after, so that a writer who holds a host never waits for an editor of models who waits for that host.
 */
export async function holdThreatModels(sql: Sql): Promise<void> {
  await sql.query({ name: "hold-threat-models", text: `select pg_advisory_xact_lock_shared(${GATE})`, values: [] });
}

/** Taken by editors of threat models: no host is written meanwhile, so that none keeps an exposure by an older version. */
export async function closeThreatModels(sql: Sql): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(${GATE})`);
}
