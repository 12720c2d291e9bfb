import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { pool } from "./client";
import { PROGRAM } from "./load-threat-models";

/** What people saved of a shipped model since the program itself last did. */
export interface ModelSaves {
  readonly versions: number;
  readonly people: number;
}

/** Counts the versions that a reset puts aside, and who made them. */
export async function countSavesSinceShipped(viewer: Viewer, modelId: number): Promise<ModelSaves> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query<ModelSaves>(
    `select count(*)::int as versions, count(distinct actor)::int as people from threat_model_revision
     where model_id = $1 and version > coalesce((select max(version) from threat_model_revision where model_id = $1 and actor = $2), 0)`,
    [modelId, PROGRAM],
  );
  return rows[0] ?? { versions: 0, people: 0 };
}
