import { pool } from "@/lib/data/client";
import { getHost } from "@/lib/data/hosts";
import { refoldHost } from "@/lib/data/refold-host";
import { system } from "../support/viewers";

/** The number of a host that is there. */
export async function hostId(name: string): Promise<number> {
  const host = await getHost(system, name);
  if (host === null) throw new Error(`there is no host ${name}`);
  return host.id;
}

/** All that follows from scans and acts, as the database holds it, but for numbers that are given once. */
export async function projection() {
  const rows = async (text: string) => (await pool().query(text)).rows;
  return {
    findings: await rows(
      `select h.name as host, f.key, f.control, f.number, f.title, f.section, f.level, f.outcome, f.state, f.severity, f.stride, f.item_count,
         f.since, f.first_seen_at, f.changed_scan_id, f.line, f.fold from finding f join host h on h.id = f.host_id order by 1, 2`,
    ),
    events: await rows(
      `select h.name as host, f.key, e.seq, e.at, e.kind, e."from", e."to", e.scan_id, e.act_id, e.items_gained, e.items_lost, e.note from finding_event e join finding f on f.id = e.finding_id join host h on h.id = f.host_id
       order by 1, 2, e.seq`,
    ),
    hosts: await rows("select * from host order by name"),
    coverage: await rows("select * from host_coverage order by host_id, coverage_id"),
    tally: await rows("select key, state, level, sum(n)::int as n from finding_tally group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3"),
    exposures: await rows(
      `select h.name as host, t.slug, e.verdict, e.passed, e.required, e.newest_coverage, e.newest_at, e.oldest_coverage, e.oldest_at, e.until, e.after
       from threat_exposure e join host h on h.id = e.host_id join threat t on t.id = e.threat_id order by 1, t.model_id, 2`,
    ),
    models: await rows("select * from host_model order by host_id, model_id"),
    exposureTally: await rows(
      "select threat_id, verdict, sum(n)::int as n from exposure_tally group by 1, 2 having sum(n) <> 0 order by 1, 2",
    ),
    scans: await rows("select id, host_id, ran_at, newly_failing, fixed from scan order by id"),
  };
}

/** Throws away what was folded and folds every host from nothing. */
export async function rebuildAll(): Promise<void> {
  await pool().query("delete from finding");
  await pool().query("delete from host_coverage");
  await pool().query("update host set cursor = null");
  const { rows } = await pool().query<{ id: number }>("select id from host order by id");
  for (const { id } of rows) await refoldHost(id);
}

/** Shared rows that nothing rests on. Must be empty. */
export async function orphans() {
  const { rows } = await pool().query(
    `select 'raw_log' as what, digest::text as id from raw_log r where not exists (select 1 from scan_log l where l.digest = r.digest)
     union all select 'result_set', digest::text from result_set r where not exists (select 1 from scan s where s.result_set_digest = r.digest)
     union all select 'coverage_set', id::text from coverage_set c where not exists (select 1 from scan s where s.coverage_id = c.id)
     union all select 'scan', id::text from scan s where not exists (select 1 from scan_log l where l.scan_id = s.id)
     union all select 'task', id::text from task t where not exists (select 1 from task_target g where g.task_id = t.id)
     union all select 'scan_log', scan_id::text from scan_log l join scan s on s.id = l.scan_id where s.host_id <> l.host_id`,
  );
  return rows;
}
