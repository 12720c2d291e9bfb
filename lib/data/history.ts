import "server-only";
import type { Observation } from "@/lib/catalogue/observation";
import { observations } from "@/lib/catalogue/observation";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import type { HostHistory } from "@/lib/hardening/fold";
import type { ActDeed, ActStep, ScanStep } from "@/lib/hardening/steps";
import { scanStep } from "./scan-step";
import { unpackRun } from "./stored-run";
import type { Sql } from "./transaction";

/** A stored run, and what it says of each control. */
export interface Resolved {
  readonly run: ResolvedRun;
  readonly observed: readonly Observation[];
}

/**
 * All that a host's findings follow from: its scans, read again with today's catalogue, and people's acts.
 * Equal rescans share a result set, which is read once.
 */
export async function loadHistory(sql: Sql, hostId: number): Promise<HostHistory> {
  const { rows } = await sql.query<{ id: number; ran_at: Date; results_digest: string; result_set_digest: string }>(
    "select id, ran_at, results_digest, result_set_digest from scan where host_id = $1 order by ran_at, results_digest",
    [hostId],
  );
  const sets = await loadResultSets(sql, [...new Set(rows.map((row) => row.result_set_digest))]);
  const scans = rows.map((row): ScanStep => {
    const resolved = sets.get(row.result_set_digest);
    if (resolved === undefined) throw new Error(`scan ${row.id} has lost its results`);
    return scanStep(resolved.run, { scanId: row.id, ranAt: row.ran_at, digest: row.results_digest }, resolved.observed);
  });
  return { scans, acts: await loadActs(sql, hostId) };
}

/** What distinct sets of results say, read with today's catalogue, by their digests. */
export async function loadResultSets(sql: Pick<Sql, "query">, digests: readonly string[]): Promise<Map<string, Resolved>> {
  const { rows } = await sql.query<{ digest: string; data: Buffer }>(
    "select digest, data from result_set where digest = any($1::char(64)[])",
    [digests],
  );
  const sets = new Map<string, Resolved>();
  for (const { digest, data } of rows) {
    const run = await unpackRun(data);
    sets.set(digest, { run, observed: observations(run) });
  }
  return sets;
}

async function loadActs(sql: Sql, hostId: number): Promise<ActStep[]> {
  const { rows } = await sql.query<{ id: number; at: Date; key: string; control: string | null; deed: ActDeed }>(
    "select id, at, key, control, payload as deed from act where host_id = $1 order by at, id",
    [hostId],
  );
  return rows.map(({ id, at, key, control, deed }) => ({ ...deed, actId: id, at: at.getTime(), key, control }));
}
