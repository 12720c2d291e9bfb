import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { LATE_STANDINGS, type LateStanding, limitsAt } from "@/lib/hardening/service-levels";
import { authorize } from "./authorize";
import { pool } from "./client";
import { type FindingScope, getFindingScope, matchingFindings } from "./finding-scope";
import { isLate } from "./service-level-sql";

export type LateCounts = Readonly<Record<LateStanding, number>>;

/** Findings by standing under all that a scope asks but the standing itself, so that a number is what choosing it alone leads to. */
export async function countLate(viewer: Viewer, scope: FindingScope): Promise<LateCounts> {
  authorize(viewer, "finding:read");
  const { filter, clock } = scope;
  const wider = filter.sla === null ? scope : await getFindingScope(viewer, { ...filter, sla: null }, clock.now);
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const limits = limitsAt(clock);
  const { rows } = await pool().query<LateCounts>(
    `select ${LATE_STANDINGS.map((one) => `(count(*) filter (where ${isLate([one], limits, bind)}))::int as ${one}`).join(", ")}
     from finding f join host h on h.id = f.host_id
     where ${matchingFindings(viewer, wider, values)} and ${isLate(LATE_STANDINGS, limits, bind)}`,
    values,
  );
  return rows[0] ?? { overdue: 0, near: 0 };
}
