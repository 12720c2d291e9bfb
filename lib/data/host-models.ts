import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { pool } from "./client";
import { lockAllHosts } from "./host-names";
import { recomputeExposures } from "./recompute-exposures";
import { transaction } from "./transaction";

/** Which threat models a host is under. */
export interface HostModels {
  /** Slugs a person chose; null follows the evidence (rules of evidence 4.21). */
  readonly chosen: readonly string[] | null;
  readonly under: readonly string[];
}

/** Which models a host is under, and whether a person chose them. */
export async function getHostModels(viewer: Viewer, hostId: number): Promise<HostModels> {
  authorize(viewer, "host:read");
  const { rows } = await pool().query<{ chosen: string[] | null; under: string[] | null }>(
    `select case when models_chosen then threat_models end as chosen,
       (select array_agg(m.slug order by m.slug) from host_model h join threat_model m on m.id = h.model_id where h.host_id = host.id) as under
     from host where id = $1`,
    [hostId],
  );
  return { chosen: rows[0]?.chosen ?? null, under: rows[0]?.under ?? [] };
}

/** Puts a host under these models, whatever its evidence; null lets them follow the evidence again. */
export async function chooseHostModels(viewer: Viewer, hostId: number, slugs: readonly string[] | null): Promise<void> {
  authorize(viewer, "host:edit");
  await transaction(async (sql) => {
    const [host] = await lockAllHosts(sql, [hostId]);
    await sql.query("update host set models_chosen = $2, threat_models = $3 where id = $1", [hostId, slugs !== null, slugs ?? []]);
    await recordAudit(sql, viewer, {
      action: "host.threat_models",
      object: `host ${host?.name ?? hostId}`,
      after: { models: slugs ?? "by evidence" },
    });
    await recomputeExposures(sql, [hostId]);
  });
}
