import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { checkedHostName } from "./host-names";
import type { LockedHost } from "./host-state";
import type { Sql } from "./transaction";

/**
 * Gives a locked host another name and answers it. Its old one goes on to lead to it, unless it had the new one before: then they
 * change places.
 */
export async function renameLocked(sql: Sql, viewer: Viewer, host: LockedHost, given: string): Promise<string> {
  const name = checkedHostName(given, "name");
  if (name === host.name) return name;
  const { rows } = await sql.query<{ holder: string }>(
    `select name as holder from host where name = $1
     union all select h.name from host_alias a join host h on h.id = a.host_id where a.name = $1 and h.id <> $2 limit 1`,
    [name, host.id],
  );
  const [taken] = rows;
  if (taken !== undefined) throw nameTaken(name, taken.holder);
  await sql.query("delete from host_alias where name = $1", [name]);
  try {
    await sql.query("update host set name = $2 where id = $1", [host.id, name]);
  } catch (error) {
    // A first upload for the new name came in between.
    const doubled = error instanceof Error && "constraint" in error && error.constraint === "host_name_key";
    throw doubled ? nameTaken(name, name, error) : error;
  }
  await sql.query("insert into host_alias (name, host_id) values ($1, $2)", [host.name, host.id]);
  await recordAudit(sql, viewer, { action: "host.rename", object: `host ${name}`, before: { name: host.name }, after: { name } });
  return name;
}

function nameTaken(name: string, holder: string, cause?: unknown): AppError {
  const message =
    holder === name
      ? `There is a host called ${name} already. To make one host of the two, merge them.`
      : `${name} is a former name of ${holder}, and still leads to it.`;
  return new AppError("conflict", message, { cause, detail: { field: "name" } });
}
