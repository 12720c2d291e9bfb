// How a stored exposure is read: what has ended has ended, and old evidence is stale. The same rule as `exposureNow` of lib/threats,
// in SQL, so that lists and totals are filtered and counted where the rows are. A test holds the two against each other.

/** Joins the ages of exposure `e` as `n` (newest evidence) and `o` (oldest pass). */
export const JOIN_AGES = `
  left join host_coverage n on n.host_id = e.host_id and n.coverage_id = e.newest_coverage
  left join host_coverage o on o.host_id = e.host_id and o.coverage_id = e.oldest_coverage`;

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
