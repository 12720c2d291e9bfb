import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { pool } from "./client";

/** The number of a threat of a model's present version, or null. */
export async function getThreatId(viewer: Viewer, modelId: number, slug: string): Promise<number | null> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query<{ id: number }>("select id from threat where model_id = $1 and slug = $2 and deleted_at is null", [
    modelId,
    slug,
  ]);
  return rows[0]?.id ?? null;
}

/** A threat that a control bears on. */
export interface ThreatOfControl {
  readonly model: string;
  readonly modelTitle: string;
  readonly threat: string;
  readonly ref: string;
  readonly title: string;
  readonly stride: string | null;
  readonly kind: string;
  readonly required: boolean;
}

/** The threats a control bears on, by model and name; required links first. */
export async function listThreatsOfControl(viewer: Viewer, control: string): Promise<ThreatOfControl[]> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query<ThreatOfControl>(
    `select m.slug as model, m.title as "modelTitle", t.slug as threat, t.ref, t.title, t.stride, c.kind, c.required
     from threat_control c join threat t on t.id = c.threat_id and t.deleted_at is null
     join threat_model m on m.id = t.model_id and m.deleted_at is null
     where c.control = $1 order by m.shipped desc, m.title, c.required desc, t.ref`,
    [control],
  );
  return rows;
}
