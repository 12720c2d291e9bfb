// How a stored exposure is read: what has ended has ended, and old evidence is stale. The same rule as `exposureNow` of lib/threats,
// in SQL, so that lists and totals are filtered and counted where the rows are. A test holds the two against each other.

/** Joins the ages of exposure `e` as `n` (newest evidence) and `o` (oldest pass). */
export const JOIN_AGES = `
  left join host_coverage n on n.host_id = e.host_id and n.coverage_id = e.newest_coverage
  left join host_coverage o on o.host_id = e.host_id and o.coverage_id = e.oldest_coverage`;

/** The family of tools that a row of `column` comes from; models name families as their evidence. */
const familySql = (column: string): string => `(case when ${column} like 'kube-bench%' then 'kubernetes' else 'docker' end)`;

/** Whether evidence of that tool or format speaks of model `tm`: of one that names no family, any does. */
export const speaksSql = (column: string): string => `(tm.evidence = '{}' or ${familySql(column)} = any(tm.evidence))`;

/**
 * Joins host `h` under model `m` with its newest scan that speaks of the model, as `seen.ran_at`; null where there is none. A host
 * whose other tools were run lately is stale all the same.
 */
export const JOIN_SEEN = `join threat_model tm on tm.id = m.model_id
  left join lateral (select max(c.ran_at) as ran_at from host_coverage c where c.host_id = h.id and ${speaksSql("c.tool")}) seen on true`;

/** When the newest deciding evidence was given; null when nothing ages. */
export const EVIDENCE_AT = "coalesce(n.ran_at, e.newest_at)";

/** The verdict before age. `now` is the parameter of the present instant. */
export const verdictSql = (now: string): string => `(case when e.until <= ${now} then e.after else e.verdict end)`;

/** The exposure people see. `staleBefore` is the parameter of the instant before which evidence is too old. */
export const exposureSql = (now: string, staleBefore: string): string => {
  const verdict = verdictSql(now);
  return `(case when ${verdict} in ('not_assessed', 'manual') then ${verdict}
    when ${EVIDENCE_AT} < ${staleBefore} then 'stale'::"Exposure"
    when ${verdict} = 'mitigated' and coalesce(o.ran_at, e.oldest_at) < ${staleBefore} then 'partly'::"Exposure"
    else ${verdict} end)`;
};
