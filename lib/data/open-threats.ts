import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { StrideLetter } from "@/lib/stride/categories";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { AgeLimits } from "./exposure-counts";
import { exposureSql, JOIN_AGES } from "./exposure-sql";

/** The threats of one model and letter. */
export interface OpenThreats {
  readonly modelId: number;
  /** The slug of the model. */
  readonly model: string;
  /** Null for threats imported under another method than STRIDE. */
  readonly stride: StrideLetter | null;
  readonly threats: number;
  /** Those of them that are unmitigated on a host in service at least. */
  readonly open: number;
}

/**
 * Threats of all models by model and letter, S to E. The tally says which threats may be open, so that hosts are looked at only for those,
 * and only until the first that is.
 */
export async function countOpenThreats(viewer: Viewer, { now, staleBefore }: AgeLimits): Promise<OpenThreats[]> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query<OpenThreats>(
    `with maybe as materialized (
       select threat_id from exposure_tally where verdict = 'unmitigated' group by threat_id having sum(n) > 0
       union select threat_id from threat_exposure where until <= $1 and after = 'unmitigated'
     ), open as (
       select threat_id from maybe m where exists (
         select 1 from threat_exposure e join host h on h.id = e.host_id and h.retired_at is null ${JOIN_AGES}
         where e.threat_id = m.threat_id and (e.verdict = 'unmitigated' or e.until <= $1) and ${exposureSql("$1", "$2")} = 'unmitigated')
     )
     select t.model_id as "modelId", m.slug as model, t.stride, count(*)::int as threats, count(o.threat_id)::int as open
     from threat t join threat_model m on m.id = t.model_id and m.deleted_at is null left join open o on o.threat_id = t.id
     where t.deleted_at is null group by t.model_id, m.slug, t.stride order by t.model_id, coalesce(position(t.stride in 'STRIDE'), 7)`,
    [now, staleBefore],
  );
  return rows;
}
