import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { AgeLimits } from "./exposure-counts";
import { countOpenThreats, type OpenThreats } from "./open-threats";

/** A threat model as lists show it: its document is not read. */
export interface ModelSummary {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly shipped: boolean;
  /** A shipped model that a person changed, or one that a person made. */
  readonly edited: boolean;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  /** Hosts in service under it. */
  readonly hosts: number;
  /** Those of them whose newest scan is stale. */
  readonly staleHosts: number;
  readonly letters: readonly OpenThreats[];
}

/** All models by title, the shipped ones first. */
export async function listModelSummaries(viewer: Viewer, limits: AgeLimits): Promise<ModelSummary[]> {
  authorize(viewer, "model:read");
  const [{ rows }, letters] = await Promise.all([
    pool().query<Omit<ModelSummary, "letters">>(
      `select m.id, m.slug, m.title, m.shipped, m.edited, m.updated_at as "updatedAt", m.updated_by as "updatedBy",
         count(h.id)::int as hosts, (count(h.id) filter (where h.latest_ran_at is null or h.latest_ran_at < $1))::int as "staleHosts"
       from threat_model m left join host_model u on u.model_id = m.id left join host h on h.id = u.host_id and h.retired_at is null
       where m.deleted_at is null group by m.id order by m.shipped desc, m.title, m.id`,
      [limits.staleBefore],
    ),
    countOpenThreats(viewer, limits),
  ]);
  return rows.map((row) => ({ ...row, letters: letters.filter(({ modelId }) => modelId === row.id) }));
}
