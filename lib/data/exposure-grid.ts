import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Finding } from "@/lib/hardening/finding";
import { FAILING_STATES, isFailing } from "@/lib/hardening/states";
import type { Exposure } from "@/lib/threats/exposure-words";
import { findingAt } from "@/lib/threats/host-exposure";
import type { FailingControl } from "@/lib/threats/next-fix";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { AgeLimits } from "./exposure-counts";
import { exposureSql, JOIN_AGES, JOIN_SEEN } from "./exposure-sql";

/** Which hosts: all that is given must hold. */
export interface GridFilter {
  /** Part of the name, any case. */
  readonly q: string | null;
  /** Exactly this environment. */
  readonly environment: string | null;
}

/** A host with what is known of a model's threats on it. */
export interface HostInGrid {
  readonly id: number;
  readonly name: string;
  readonly environment: string | null;
  /** Of its newest scan that speaks of the model; null when there is none. */
  readonly latestRanAt: Date | null;
  /** That scan is older than the limit, or there is none. */
  readonly stale: boolean;
  /** By the slug of the threat. */
  readonly exposures: ReadonlyMap<string, Exposure>;
  /** Required controls that fail on it. */
  readonly failing: readonly FailingControl[];
}

/** A page of hosts, and how many there are in all. */
export interface ExposureGrid {
  readonly hosts: readonly HostInGrid[];
  readonly total: number;
  readonly stale: number;
}

export interface GridPage {
  /** exposed: most threats unmitigated first. What is stale goes last, longest unscanned last of all. */
  readonly sort: "exposed" | "name";
  readonly limit: number;
  readonly offset: number;
}

/** Whose rows are hosts in service under the model, of the page. `$1` model, `$2` stale before, `$3` words, `$4` environment. */
const HOSTS = `
  from host_model m join host h on h.id = m.host_id ${JOIN_SEEN}
  where m.model_id = $1 and h.retired_at is null and ($3::text is null or position(lower($3) in lower(h.name)) > 0)
    and ($4::text is null or h.environment = $4)`;

const STALE = "(seen.ran_at is null or seen.ran_at < $2)";

const ORDER = {
  exposed: `${STALE}, case when ${STALE} then null else m.unmitigated end desc, case when ${STALE} then seen.ran_at end desc nulls last, h.name`,
  name: "h.name",
} as const satisfies Record<GridPage["sort"], string>;

type HostOfPage = Omit<HostInGrid, "exposures" | "failing">;

/**
 * The hosts of a page with every exposure of the model on them. What it reads follows the page, but for the order and the number of
 * hosts, which read one small row per host.
 */
export async function listExposureGrid(
  viewer: Viewer,
  modelId: number,
  { q, environment }: GridFilter,
  { now, staleBefore }: AgeLimits,
  { sort, limit, offset }: GridPage,
): Promise<ExposureGrid> {
  authorize(viewer, "model:read");
  const values = [modelId, staleBefore, q, environment];
  const [counted, page] = await Promise.all([
    pool().query<{ total: number; stale: number }>(
      `select count(*)::int as total, (count(*) filter (where ${STALE}))::int as stale ${HOSTS}`,
      values,
    ),
    pool().query<HostOfPage>(
      `select h.id, h.name, h.environment, seen.ran_at as "latestRanAt", ${STALE} as stale ${HOSTS}
       order by ${ORDER[sort]} limit $5 offset $6`,
      [...values, limit, offset],
    ),
  ]);
  const ids = page.rows.map(({ id }) => id);
  const [exposures, failing] = await Promise.all([exposuresOf(modelId, ids, { now, staleBefore }), failingOn(modelId, ids, now)]);
  const hosts = page.rows.map((host) => ({ ...host, exposures: exposures.get(host.id) ?? new Map(), failing: failing.get(host.id) ?? [] }));
  return { hosts, total: counted.rows[0]?.total ?? 0, stale: counted.rows[0]?.stale ?? 0 };
}

async function exposuresOf(modelId: number, hostIds: readonly number[], limits: AgeLimits): Promise<Map<number, Map<string, Exposure>>> {
  const { rows } = await pool().query<{ hostId: number; slug: string; exposure: Exposure }>(
    `select e.host_id as "hostId", t.slug, ${exposureSql("$3", "$4")} as exposure
     from threat t join threat_exposure e on e.threat_id = t.id and e.host_id = any($2::int[]) ${JOIN_AGES}
     where t.model_id = $1 and t.deleted_at is null`,
    [modelId, hostIds, limits.now, limits.staleBefore],
  );
  const found = new Map<number, Map<string, Exposure>>();
  for (const { hostId, slug, exposure } of rows) found.set(hostId, (found.get(hostId) ?? new Map()).set(slug, exposure));
  return found;
}

type FailingRow = FailingControl & { readonly hostId: number; readonly accepted: Finding | null };

/** Accepted findings are asked too: the acceptance may have ended since somebody last wrote the row. */
async function failingOn(modelId: number, hostIds: readonly number[], now: Date): Promise<Map<number, FailingControl[]>> {
  const { rows } = await pool().query<FailingRow>(
    `select f.host_id as "hostId", f.id as "findingId", f.key as control, f.number, case when f.state = 'accepted' then f.fold end as accepted
     from finding f where f.host_id = any($2::int[]) and f.state = any($3::"FindingState"[]) and f.key in (
       select c.control from threat t join threat_control c on c.threat_id = t.id where t.model_id = $1 and t.deleted_at is null and c.required)`,
    [modelId, hostIds, [...FAILING_STATES, "accepted"]],
  );
  const found = new Map<number, FailingControl[]>();
  for (const { hostId, accepted, control, findingId, number } of rows) {
    if (accepted !== null && !isFailing(findingAt(accepted, now.getTime()).state)) continue;
    found.set(hostId, [...(found.get(hostId) ?? []), { control, findingId, number }]);
  }
  return found;
}
