import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { BenchFormat } from "@/lib/bench/report";
import { toolOf } from "@/lib/bench/tool";
import type { Attestation, Finding } from "@/lib/hardening/finding";
import type { Covering } from "@/lib/hardening/host-state";
import type { FindingState } from "@/lib/hardening/states";
import type { Exposure } from "@/lib/threats/exposure-words";
import type { ThreatStatement } from "@/lib/threats/host-exposure";
import { passableOn } from "@/lib/threats/passable-on";
import { coveringsOf, exposuresAt, pastFinding } from "@/lib/threats/past-exposure";
import { authorize } from "./authorize";
import type { ExposureGrid, GridFilter, GridPage, HostInGrid } from "./exposure-grid";
import { speaksSql } from "./exposure-sql";
import { modelsAtWork } from "./threat-rules";
import { type Sql, transaction } from "./transaction";

/** An instant in the past, and the one before which evidence was stale then. */
export interface PastInstant {
  readonly at: Date;
  readonly staleBefore: Date;
}

/**
 * The grid as the evidence was at an instant, judged by today's model: hosts by name that are under the model now and had been
 * scanned for it by then. The time of a scan is its own, so a log that came in late counts for the time it tells of.
 */
export async function listExposuresAsOf(
  viewer: Viewer,
  modelId: number,
  filter: GridFilter,
  instant: PastInstant,
  page: Omit<GridPage, "sort">,
): Promise<ExposureGrid> {
  authorize(viewer, "model:read");
  return transaction(async (sql) => {
    await sql.query("set transaction isolation level repeatable read, read only");
    const { hosts, total, stale } = await hostsThen(sql, modelId, filter, instant, page);
    const rules = (await modelsAtWork(sql)).find(({ id }) => id === modelId)?.threats ?? [];
    const ids = hosts.map(({ id }) => id);
    const keys = [...new Set(rules.flatMap(({ required }) => required))];
    const slugs = await slugsOf(sql, modelId);
    const coverings = await coveringsThen(sql, ids, keys, instant.at);
    const findings = await findingsThen(sql, ids, keys, instant.at);
    const statements = await statementsThen(sql, ids, instant.at);
    const rows = hosts.map((host): HostInGrid => {
      const covered = coveringsOf(coverings.get(host.id) ?? []);
      const found = exposuresAt(
        { findings: new Map((findings.get(host.id) ?? []).map((finding) => [finding.key, finding])), coverings: covered },
        rules,
        statements.get(host.id) ?? [],
        { canPass: passableOn(covered), at: instant.at.getTime(), staleBefore: instant.staleBefore.getTime() },
      );
      const exposures = new Map<string, Exposure>([...found].map(([threat, exposure]) => [slugs.get(threat) ?? "", exposure]));
      return { ...host, exposures, failing: [] };
    });
    return { hosts: rows, total, stale };
  });
}

/** `$1` model, `$2` the instant, `$3` stale before, `$4` words, `$5` environment. */
const HOSTS = `
  from host_model m join host h on h.id = m.host_id
  join threat_model tm on tm.id = m.model_id
  join lateral (
    select max(s.ran_at) as ran_at from scan s where s.host_id = h.id and s.ran_at <= $2 and ${speaksSql("s.format")}
  ) newest on newest.ran_at is not null
  where m.model_id = $1 and h.retired_at is null and ($4::text is null or position(lower($4) in lower(h.name)) > 0)
    and ($5::text is null or h.environment = $5)`;

type PastHost = Omit<HostInGrid, "exposures" | "failing">;

async function hostsThen(
  sql: Sql,
  modelId: number,
  { q, environment }: GridFilter,
  { at, staleBefore }: PastInstant,
  { limit, offset }: Omit<GridPage, "sort">,
): Promise<{ readonly hosts: readonly PastHost[]; readonly total: number; readonly stale: number }> {
  const values = [modelId, at, staleBefore, q, environment];
  const { rows } = await sql.query<{ total: number; stale: number }>(
    `select count(*)::int as total, (count(*) filter (where newest.ran_at < $3))::int as stale ${HOSTS}`,
    values,
  );
  const page = await sql.query<PastHost>(
    `select h.id, h.name, h.environment, newest.ran_at as "latestRanAt", newest.ran_at < $3 as stale ${HOSTS}
     order by h.name limit $6 offset $7`,
    [...values, limit, offset],
  );
  return { hosts: page.rows, total: rows[0]?.total ?? 0, stale: rows[0]?.stale ?? 0 };
}

async function slugsOf(sql: Sql, modelId: number): Promise<Map<number, string>> {
  const { rows } = await sql.query<{ id: number; slug: string }>("select id, slug from threat where model_id = $1 and deleted_at is null", [
    modelId,
  ]);
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}

interface PastScan {
  readonly hostId: number;
  readonly scanId: number;
  readonly ranAt: Date;
  readonly format: BenchFormat;
  readonly edition: string | null;
  readonly coverage: string;
}

/** The newest scan of each coverage by then. Hosts that print the same share a set of keys, which is read once. */
async function coveringsThen(
  sql: Sql,
  hostIds: readonly number[],
  keys: readonly string[],
  at: Date,
): Promise<Map<number, (Covering & { readonly coverage: string })[]>> {
  const { rows } = await sql.query<PastScan>(
    `select distinct on (host_id, coverage_id) host_id as "hostId", id as "scanId", ran_at as "ranAt", format, edition, coverage_id as coverage
     from scan where host_id = any($1::int[]) and ran_at <= $2 order by host_id, coverage_id, ran_at desc, results_digest desc`,
    [hostIds, at],
  );
  const sets = await sql.query<{ id: string; keys: string[] }>(
    `select id, array(select key from unnest(keys) as key where key = any($2::text[])) as keys from coverage_set where id = any($1::char(64)[])`,
    [[...new Set(rows.map(({ coverage }) => coverage))], keys],
  );
  const keysOf = new Map(sets.rows.map((set) => [set.id, new Set(set.keys)]));
  const found = new Map<number, (Covering & { readonly coverage: string })[]>();
  for (const { hostId, scanId, ranAt, format, edition, coverage } of rows) {
    const covering = {
      scanId,
      at: ranAt.getTime(),
      tool: toolOf(format),
      edition,
      coverage,
      keys: keysOf.get(coverage) ?? new Set<string>(),
    };
    found.set(hostId, [...(found.get(hostId) ?? []), covering]);
  }
  return found;
}

interface PastFindingRow {
  readonly hostId: number;
  readonly key: string;
  readonly control: string | null;
  readonly state: FindingState;
  readonly since: Date;
  /** The finding itself where nothing has changed it since. */
  readonly fold: Finding | null;
  readonly attested: Omit<Attestation, "id" | "at"> | null;
  readonly attestedAt: Date | null;
}

async function findingsThen(sql: Sql, hostIds: readonly number[], keys: readonly string[], at: Date): Promise<Map<number, Finding[]>> {
  const { rows } = await sql.query<PastFindingRow>(
    `select f.host_id as "hostId", f.key, f.control, e."to" as state, e.at as since,
       case when e.seq = (select max(seq) from finding_event where finding_id = f.id) and (s.id is null or s.ran_at <= $3)
         then f.fold end as fold,
       a.payload as attested, a.at as "attestedAt"
     from finding f
     join lateral (select seq, at, kind, "to", act_id from finding_event where finding_id = f.id and at <= $3 order by seq desc limit 1) e on true
     left join scan s on s.id = f.changed_scan_id
     left join act a on a.id = e.act_id and e.kind = 'attested'
     where f.host_id = any($1::int[]) and f.key = any($2::text[])`,
    [hostIds, keys, at],
  );
  const found = new Map<number, Finding[]>();
  for (const { hostId, fold, attested, attestedAt, key, control, state, since } of rows) {
    const attestation = attested === null || attestedAt === null ? null : { ...attested, id: "", at: attestedAt.getTime() };
    const finding = fold ?? pastFinding({ key, control, state, since: since.getTime(), attestation });
    found.set(hostId, [...(found.get(hostId) ?? []), finding]);
  }
  return found;
}

async function statementsThen(sql: Sql, hostIds: readonly number[], at: Date): Promise<Map<number, ThreatStatement[]>> {
  const { rows } = await sql.query<{ hostId: number; threatId: number; says: ThreatStatement["says"]; until: Date }>(
    `select host_id as "hostId", threat_id as "threatId", says, until from threat_attestation
     where host_id = any($1::int[]) and at <= $2 and until > $2 and (withdrawn_at is null or withdrawn_at > $2) order by id desc`,
    [hostIds, at],
  );
  const found = new Map<number, ThreatStatement[]>();
  for (const { hostId, threatId, says, until } of rows)
    found.set(hostId, [...(found.get(hostId) ?? []), { threatId, says, until: until.getTime() }]);
  return found;
}
