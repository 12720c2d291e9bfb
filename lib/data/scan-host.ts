import "server-only";
import { AppError } from "@/lib/shared/app-error";
import type { Sql } from "./transaction";

/** The host of a scan as it is at this moment; whoever changes either locks the host and asks again. */
export async function scanHostId(sql: Sql, scanId: number): Promise<number> {
  const { rows } = await sql.query<{ hostId: number }>(`select host_id as "hostId" from scan where id = $1`, [scanId]);
  if (rows[0] === undefined) throw new AppError("not-found", `There is no scan ${scanId}.`);
  return rows[0].hostId;
}
