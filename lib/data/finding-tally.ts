import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { TallyRow } from "@/lib/hardening/finding-counts";
import { authorize } from "./authorize";
import { pool } from "./client";
import { transaction } from "./transaction";

/** Appended rows that are summed up without a thought; more of them are worth compacting. */
const FEW_ROWS = 10_000;

/**
 * The whole fleet's findings in some thousand numbers, exact at this instant: STRIDE, severity and section follow from the key.
 * Its cost grows with the catalogue, not with the fleet, because what was appended is compacted.
 */
export async function getFindingTally(viewer: Viewer): Promise<TallyRow[]> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<TallyRow & { readonly parts: number }>(
    `select key, state, level, sum(n)::int as findings, count(*)::int as parts from finding_tally group by key, state, level`,
  );
  if (rows.reduce((sum, { parts }) => sum + parts, 0) > FEW_ROWS + rows.length) await compactFindingTally();
  return rows.flatMap(({ key, state, level, findings }) => (findings === 0 ? [] : [{ key, state, level, findings }]));
}

/**
 * Puts one row in the place of all that were appended for a key, state and level. Rows of transactions under way are not seen
 * and stay; a second compaction at the same time does nothing.
 */
export async function compactFindingTally(): Promise<void> {
  await transaction(async (sql) => {
    const { rows } = await sql.query<{ mine: boolean }>("select pg_try_advisory_xact_lock(hashtext('bulkhead finding tally')) as mine");
    if (rows[0]?.mine !== true) return;
    await sql.query(
      `with taken as (delete from finding_tally returning key, state, level, n)
       insert into finding_tally (key, state, level, n)
       select key, state, level, sum(n) from taken group by key, state, level having sum(n) <> 0`,
    );
  });
}
