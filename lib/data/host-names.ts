import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { readHostName } from "@/lib/shared/host-name";
import { authorize } from "./authorize";
import { pool } from "./client";
import { type LockedHost, lockHosts } from "./host-state";
import type { Sql } from "./transaction";

/** SQL for the id of the host that has, or had, the name in a parameter. A host's own name comes before a former one. */
export const hostIdByName = (parameter: string): string =>
  `coalesce((select id from host where name = ${parameter}), (select host_id from host_alias where name = ${parameter}))`;

/** SQL that is true for a host `h` that has, or had, one of the names in a parameter. */
export const namedHosts = (parameter: string): string =>
  `(h.name = any(${parameter}::text[]) or h.id in (select host_id from host_alias where name = any(${parameter}::text[])))`;

/** The name of the host that had this one before; null when none did. */
export async function findRenamedHost(viewer: Viewer, name: string): Promise<string | null> {
  authorize(viewer, "host:read");
  const { rows } = await pool().query<{ name: string }>(
    "select h.name from host_alias a join host h on h.id = a.host_id where a.name = $1 and not exists (select 1 from host where name = $1)",
    [name],
  );
  return rows[0]?.name ?? null;
}

/** Locks hosts by their ids, in the order of the ids, and answers them in the order asked for. Refuses when one is gone. */
export async function lockAllHosts(sql: Sql, ids: readonly number[]): Promise<LockedHost[]> {
  const locked = new Map((await lockHosts(sql, [...new Set(ids)])).map((host) => [host.id, host]));
  return ids.map((id) => {
    const host = locked.get(id);
    if (host === undefined) throw new AppError("not-found", "This host is gone: somebody deleted it, or merged it into another.");
    return host;
  });
}

/** A name as typed, checked. */
export function checkedHostName(given: string, field: string): string {
  const name = readHostName(given);
  if (!name.ok) throw new AppError("invalid-input", name.error, { detail: { field } });
  return name.value;
}

/** The id of the host that has or had this name. */
export async function requireHostId(sql: Pick<Sql, "query">, name: string, field: string): Promise<number> {
  const { rows } = await sql.query<{ id: number | null }>(`select ${hostIdByName("$1")} as id`, [name]);
  const id = rows[0]?.id ?? null;
  if (id === null) throw new AppError("not-found", `There is no host called ${name}.`, { detail: { field } });
  return id;
}
