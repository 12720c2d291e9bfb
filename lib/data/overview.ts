import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { FAILING_STATES, FINDING_STATES, type FindingState } from "@/lib/hardening/states";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import { authorize } from "./authorize";
import { pool } from "./client";

/** The current findings of all hosts in numbers: sums of what each host's own row holds. */
export interface FleetSummary {
  readonly hosts: number;
  /** Hosts whose newest scan is older than the limit, or that have none. */
  readonly silentHosts: number;
  readonly failingHosts: number;
  readonly regressedHosts: number;
  readonly states: Readonly<Record<FindingState, number>>;
  /** Failing findings by primary letter, each once. */
  readonly failing: Readonly<Record<StrideLetter, number>>;
  readonly failingUnmapped: number;
}

const FAILING_SUM = FAILING_STATES.join(" + ");
const sumOf = (column: string): string => `coalesce(sum(${column}), 0)::int as ${column}`;

/** One pass over the hosts. `silentBefore` is the instant before which a newest scan makes a host silent. */
export async function getFleetSummary(viewer: Viewer, silentBefore: Date): Promise<FleetSummary> {
  authorize(viewer, "host:read");
  const letters = STRIDE_LETTERS.map((letter) => `failing_${letter.toLowerCase()}`);
  const { rows } = await pool().query<Record<string, number>>(
    `select count(*)::int as hosts,
       (count(*) filter (where latest_ran_at is null or latest_ran_at < $1))::int as silent_hosts,
       (count(*) filter (where ${FAILING_SUM} > 0))::int as failing_hosts,
       (count(*) filter (where regressed > 0))::int as regressed_hosts,
       ${[...FINDING_STATES, ...letters, "failing_unmapped"].map(sumOf).join(", ")}
     from host where retired_at is null`,
    [silentBefore],
  );
  const sums = rows[0] ?? {};
  const of = <K extends string>(keys: readonly K[], column: (key: K) => string) =>
    Object.fromEntries(keys.map((key) => [key, sums[column(key)] ?? 0])) as Record<K, number>;
  return {
    hosts: sums.hosts ?? 0,
    silentHosts: sums.silent_hosts ?? 0,
    failingHosts: sums.failing_hosts ?? 0,
    regressedHosts: sums.regressed_hosts ?? 0,
    states: of(FINDING_STATES, (state) => state),
    failing: of(STRIDE_LETTERS, (letter) => `failing_${letter.toLowerCase()}`),
    failingUnmapped: sums.failing_unmapped ?? 0,
  };
}

/** A finding that fails now and did not before. */
export interface WorsenedFinding {
  readonly id: number;
  readonly key: string;
  readonly number: string | null;
  readonly title: string;
  readonly host: string;
  /** False when it had not passed before: newly failing. */
  readonly regressed: boolean;
  /** Time of the scan that said so. */
  readonly at: Date;
  readonly owner: string | null;
}

/** Events that make a finding fail. A changed scanner is none: it asks something new, the host is as it was. */
const WORSENING = ["regressed", "failed", "first_seen", "acceptance_outgrown", "not_applicable_outgrown"];

/** Of so many findings that changed last the events are read; in a week in which more fail, the oldest of them are not told. */
const WORSENED_READ = 2_000;

/**
 * Failing findings by the time they began to fail, newest first; `since` null for any time. A host's first scan is left
 * out: there is nothing it could be worse than.
 */
export async function listWorsened(viewer: Viewer, since: Date | null, limit: number): Promise<WorsenedFinding[]> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<WorsenedFinding>(
    `with hosts as materialized (
       select h.id, h.name, (select min(s.ran_at) from scan s where s.host_id = h.id) as first_ran_at
       from host h where h.retired_at is null and h.scan_count > 1
     ), newest as (
       -- A state never begins before the event that led to it, so this leaves out nothing that the events would keep.
       select f.id, f.key, f.number, f.title, f.assignee_id, h.name as host, h.first_ran_at
       from finding f join hosts h on h.id = f.host_id
       where f.state = any($2::"FindingState"[]) and f.since > h.first_ran_at and ($3::timestamptz is null or f.since >= $3)
       order by f.since desc, f.id desc limit $5
     )
     select f.id, f.key, f.number, f.title, f.host, e.kind = 'regressed' as regressed, e.at, u.name as owner
     from newest f
       join lateral (
         select kind, at from finding_event
         where finding_id = f.id and kind = any($1::text[]) and "to" = any($2::"FindingState"[]) order by seq desc limit 1
       ) e on true
       left join "user" u on u.id = f.assignee_id
     where e.at > f.first_ran_at and ($3::timestamptz is null or e.at >= $3)
     order by e.at desc, f.id limit $4`,
    [WORSENING, FAILING_STATES, since, limit, WORSENED_READ],
  );
  return rows;
}
