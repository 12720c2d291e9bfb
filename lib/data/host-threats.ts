import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Exposure } from "@/lib/threats/exposure-words";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { AgeLimits } from "./exposure-counts";
import { EVIDENCE_AT, exposureSql, JOIN_AGES, verdictSql } from "./exposure-sql";

/** A threat on a host. */
export interface ThreatOnHost {
  readonly threatId: number;
  readonly threat: string;
  readonly ref: string;
  readonly title: string;
  readonly stride: string | null;
  readonly hostId: number;
  readonly host: string;
  readonly exposure: Exposure;
  /** What a stale exposure said last; else equal to it, but for a mitigated threat of which a part is too old. */
  readonly verdict: Exposure;
  readonly passed: number;
  readonly required: number;
  /** When the newest evidence that decides was given; null where nothing ages or nothing decided. */
  readonly evidenceAt: Date | null;
}

/** Which rows: all that is given must hold. */
export interface ThreatOnHostFilter {
  readonly modelId: number;
  readonly threat?: string | undefined;
  readonly host?: string | undefined;
  readonly stride?: string | undefined;
  readonly exposures?: readonly Exposure[] | undefined;
  readonly environment?: string | undefined;
}

/**
 * Threats on hosts in service, what needs somebody first, then by host and threat. A page of `limit` rows from `offset`, and how many
 * there are in all.
 */
export async function listThreatsOnHosts(
  viewer: Viewer,
  filter: ThreatOnHostFilter,
  { now, staleBefore }: AgeLimits,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly ThreatOnHost[]; readonly total: number }> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query<ThreatOnHost & { readonly total: number }>(
    `select *, (count(*) over ())::int as total from (
       select e.threat_id as "threatId", t.slug as threat, t.ref, t.title, t.stride, e.host_id as "hostId", h.name as host,
         ${exposureSql("$1", "$2")} as exposure, ${verdictSql("$1")} as verdict, e.passed, e.required, ${EVIDENCE_AT} as "evidenceAt"
       from threat t join threat_exposure e on e.threat_id = t.id join host h on h.id = e.host_id ${JOIN_AGES}
       where t.model_id = $3 and t.deleted_at is null and h.retired_at is null and ($4::text is null or t.slug = $4)
         and ($5::text is null or h.name = $5) and ($6::text is null or t.stride = $6) and ($7::text is null or h.environment = $7)
     ) found where $8::text[] is null or exposure::text = any($8::text[])
     order by exposure, host, ref limit $9 offset $10`,
    [
      now,
      staleBefore,
      filter.modelId,
      filter.threat ?? null,
      filter.host ?? null,
      filter.stride ?? null,
      filter.environment ?? null,
      filter.exposures ?? null,
      limit,
      offset,
    ],
  );
  return { rows, total: rows[0]?.total ?? 0 };
}
