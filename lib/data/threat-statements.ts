import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { pool } from "./client";

/** The statement on a threat that holds on a host now. Whether it counts is in the exposure: never where a check decides. */
export interface CurrentStatement {
  readonly says: "mitigated" | "unmitigated";
  readonly until: Date;
  readonly actor: string;
}

/** The newest statement on a threat that neither ended nor was taken back, by host; hosts without one are missing. */
export async function listCurrentStatements(
  viewer: Viewer,
  threatId: number,
  hostIds: readonly number[],
  now: Date,
): Promise<ReadonlyMap<number, CurrentStatement>> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query<CurrentStatement & { readonly hostId: number }>(
    `select distinct on (host_id) host_id as "hostId", says, until, actor from threat_attestation
     where threat_id = $1 and host_id = any($2::int[]) and until > $3 and withdrawn_at is null order by host_id, id desc`,
    [threatId, hostIds, now],
  );
  return new Map(rows.map(({ hostId, ...statement }) => [hostId, statement]));
}
