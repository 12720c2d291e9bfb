import "server-only";
import { refold } from "./advance-host";
import { pool } from "./client";
import { loadHostState, lockHosts } from "./host-state";
import { transaction } from "./transaction";

/** Hosts whose findings were folded with an older catalogue than `version`. */
export async function listHostsToRefold(version: number): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>("select id from host where projection_version <> $1 and scan_count > 0 order by id", [
    version,
  ]);
  return rows.map((row) => row.id);
}

/** Folds one host again from its scans and acts, under its lock. */
export async function refoldHost(hostId: number): Promise<void> {
  await transaction(async (sql) => {
    const [host] = await lockHosts(sql, [hostId]);
    if (host !== undefined) await refold(sql, host, await loadHostState(sql, host));
  });
}
