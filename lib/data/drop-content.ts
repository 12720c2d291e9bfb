import "server-only";
import type { Sql } from "./transaction";

/** The shared rows that scans rest on, noted before the scans go. */
export interface ScanContent {
  readonly resultSets: readonly string[];
  readonly coverages: readonly string[];
  readonly logs: readonly string[];
}

/** What scans share with others. */
export async function contentOf(sql: Sql, scanIds: readonly number[]): Promise<ScanContent> {
  const { rows } = await sql.query<{ resultSets: string[] | null; coverages: string[] | null; logs: string[] | null }>(
    `select array_agg(distinct result_set_digest::text) as "resultSets", array_agg(distinct coverage_id::text) as coverages,
       (select array_agg(distinct digest::text) from scan_log where scan_id = any($1::int[])) as logs
     from scan where id = any($1::int[])`,
    [scanIds],
  );
  const found = rows[0];
  return { resultSets: found?.resultSets ?? [], coverages: found?.coverages ?? [], logs: found?.logs ?? [] };
}

/**
 * Removes what only scans that are gone rested on. The last thing a transaction does: uploads wait meanwhile, so that none comes to
 * rest on a row that is about to go.
 */
export async function dropUnusedContent(sql: Sql, { resultSets, coverages, logs }: ScanContent): Promise<void> {
  await sql.query("lock table raw_log, result_set, coverage_set in share row exclusive mode");
  await sql.query(
    "delete from raw_log r where digest = any($1::char(64)[]) and not exists (select 1 from scan_log l where l.digest = r.digest)",
    [logs],
  );
  await sql.query(
    "delete from result_set r where digest = any($1::char(64)[]) and not exists (select 1 from scan s where s.result_set_digest = r.digest)",
    [resultSets],
  );
  await sql.query(
    `delete from coverage_set c where id = any($1::char(64)[]) and not exists (select 1 from scan s where s.coverage_id = c.id)
       and not exists (select 1 from host_coverage h where h.coverage_id = c.id)`,
    [coverages],
  );
  await sql.query(
    `delete from unmapped_title u where not exists (select 1 from scan s where s.id = u.first_scan_id)
       and not exists (select 1 from finding f where f.key = u.key)`,
  );
}
