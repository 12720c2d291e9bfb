import "server-only";
import type { Finding } from "@/lib/hardening/finding";
import type { Covering } from "@/lib/hardening/host-state";
import { type HostEvidence, saveExposures } from "./save-exposures";
import { modelsBeingChanged } from "./threat-rules";
import type { Sql } from "./transaction";

/** So many hosts are held in memory at once. */
const BATCH = 200;

/** Makes the exposures of these hosts anew, or of all when null: the threat models changed, or what people said of a host. */
export async function recomputeExposures(sql: Sql, hostIds: readonly number[] | null): Promise<void> {
  const models = await modelsBeingChanged(sql);
  const keys = [...new Set(models.flatMap(({ threats }) => threats.flatMap(({ required }) => required)))];
  const ids = hostIds ?? (await sql.query<{ id: number }>("select id from host order by id")).rows.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    await saveExposures(sql, await loadEvidence(sql, batch, keys), models, Date.now());
  }
}

interface EvidenceRow {
  readonly hostId: number;
  readonly findings: readonly Finding[] | null;
  readonly coverings: readonly (Omit<Covering, "keys"> & { readonly keys: readonly string[] })[] | null;
}

/** What is known of these hosts, with the findings of these keys only: threats ask for few of a host's controls. */
export async function loadEvidence(sql: Pick<Sql, "query">, hostIds: readonly number[], keys: readonly string[]): Promise<HostEvidence[]> {
  const { rows } = await sql.query<EvidenceRow>(
    `select h.id as "hostId",
       (select json_agg(f.fold) from finding f where f.host_id = h.id and f.key = any($2::text[])) as findings,
       (select json_agg(json_build_object('scanId', c.scan_id, 'at', (extract(epoch from c.ran_at) * 1000)::bigint, 'tool', c.tool,
          'edition', c.edition, 'keys', to_json(s.keys)) order by c.ran_at, c.scan_id)
        from host_coverage c join coverage_set s on s.id = c.coverage_id where c.host_id = h.id) as coverings
     from host h where h.id = any($1::int[])`,
    [hostIds, keys],
  );
  return rows.map(({ hostId, findings, coverings }) => ({
    hostId,
    findings: new Map((findings ?? []).map((finding) => [finding.key, finding])),
    coverings: (coverings ?? []).map((covering) => ({ ...covering, keys: new Set(covering.keys) })),
  }));
}
