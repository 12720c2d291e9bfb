import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type Exposure, type ExposureCounts, NO_EXPOSURES } from "@/lib/threats/exposure-words";
import { authorize } from "./authorize";
import { pool } from "./client";
import { exposureSql, JOIN_AGES, JOIN_SEEN } from "./exposure-sql";
import { transaction } from "./transaction";

/** The instants that ages are measured against. */
export interface AgeLimits {
  readonly now: Date;
  /** Evidence from before is stale. */
  readonly staleBefore: Date;
}

/** Hosts in service per exposure, of each threat of a model by slug, and how many hosts are under the model. */
export interface ModelExposure {
  readonly hosts: number;
  /** Hosts whose newest scan that speaks of the model is stale, or that have none. */
  readonly staleHosts: number;
  readonly threats: ReadonlyMap<string, ExposureCounts>;
}

interface CountRow {
  readonly slug: string;
  readonly exposure: Exposure;
  readonly hosts: number;
  /** Rows of the tally that were summed up for it. */
  readonly parts: number;
}

/** Appended rows that are summed up without a thought; more of them are worth compacting. */
const FEW_ROWS = 10_000;

/**
 * The exposures of a model over the whole fleet: exact, and at a cost that follows the number of threats and of aged rows, not of
 * hosts. What was tallied is moved by the rows that age or an end has changed since.
 */
export async function getModelExposure(viewer: Viewer, modelId: number, { now, staleBefore }: AgeLimits): Promise<ModelExposure> {
  authorize(viewer, "model:read");
  const [counted, hosts] = await Promise.all([
    pool().query<CountRow>(COUNTS, [modelId, now, staleBefore]),
    pool().query<{ hosts: number; stale: number }>(
      `select count(*)::int as hosts, (count(*) filter (where seen.ran_at is null or seen.ran_at < $2))::int as stale
       from host_model m join host h on h.id = m.host_id ${JOIN_SEEN} where m.model_id = $1 and h.retired_at is null`,
      [modelId, staleBefore],
    ),
  ]);
  if (counted.rows.reduce((sum, { parts }) => sum + parts, 0) > FEW_ROWS) await compactExposureTally();
  const threats = new Map<string, ExposureCounts>();
  for (const { slug, exposure, hosts: count } of counted.rows) {
    if (count !== 0) threats.set(slug, { ...(threats.get(slug) ?? NO_EXPOSURES), [exposure]: count });
  }
  return { hosts: hosts.rows[0]?.hosts ?? 0, staleHosts: hosts.rows[0]?.stale ?? 0, threats };
}

const AGED_ROWS = `
  select e.threat_id, e.host_id from host_coverage c join threat_exposure e on e.host_id = c.host_id and e.newest_coverage = c.coverage_id
  where c.ran_at < $3
  union
  select e.threat_id, e.host_id from host_coverage c join threat_exposure e on e.host_id = c.host_id and e.oldest_coverage = c.coverage_id
  where c.ran_at < $3
  union select threat_id, host_id from threat_exposure where newest_at < $3
  union select threat_id, host_id from threat_exposure where oldest_at < $3
  union select threat_id, host_id from threat_exposure where until <= $2`;

const COUNTS = `
  with aged as (${AGED_ROWS}), moved as (
    select e.threat_id, e.verdict, ${exposureSql("$2", "$3")} as exposure
    from aged join threat_exposure e using (threat_id, host_id) join host h on h.id = e.host_id and h.retired_at is null ${JOIN_AGES}
  ), counts as (
    select threat_id, verdict as exposure, n, 1 as part from exposure_tally
    union all select threat_id, verdict, -1, 0 from moved
    union all select threat_id, exposure, 1, 0 from moved
  )
  select t.slug, c.exposure, sum(c.n)::int as hosts, sum(c.part)::int as parts
  from counts c join threat t on t.id = c.threat_id and t.deleted_at is null
  where t.model_id = $1 group by t.slug, c.exposure`;

/**
 * Puts one row in the place of all that were appended for a threat and a verdict. Rows of transactions under way are not seen and
 * stay; a second compaction at the same time does nothing.
 */
export async function compactExposureTally(): Promise<void> {
  await transaction(async (sql) => {
    const lock = await sql.query<{ mine: boolean }>("select pg_try_advisory_xact_lock(hashtext('bulkhead exposure tally')) as mine");
    if (lock.rows[0]?.mine !== true) return;
    await sql.query(
      `with taken as (delete from exposure_tally returning threat_id, verdict, n)
       insert into exposure_tally (threat_id, verdict, n)
       select threat_id, verdict, sum(n) from taken group by threat_id, verdict having sum(n) <> 0`,
    );
  });
}
