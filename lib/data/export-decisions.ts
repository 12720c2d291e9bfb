import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { DecisionStanding } from "@/lib/hardening/decision";
import type { FindingState } from "@/lib/hardening/states";
import { authorize } from "./authorize";
import { pool } from "./client";
import { type DecisionFilter, type DecisionRow, listDecisions, PLACED } from "./decisions";

const PAGE_SIZE = 200;

/** A decision on one of its hosts. */
export interface PlacedDecision extends Omit<DecisionRow, "hosts" | "standings"> {
  readonly host: string;
  readonly standing: DecisionStanding;
  readonly state: FindingState | null;
}

/**
 * All decisions that match, host by host, in pages of their decisions. Of a decision that stands otherwise on some hosts every host is
 * told, as on its page.
 */
export async function* exportDecisions(viewer: Viewer, filter: DecisionFilter, now: Date): AsyncGenerator<readonly PlacedDecision[]> {
  authorize(viewer, "finding:read");
  for (let number = 1; ; number += 1) {
    const { items } = await listDecisions(viewer, filter, now, { number, size: PAGE_SIZE });
    if (items.length === 0) return;
    const byId = new Map(items.map((decision) => [decision.id, decision]));
    const { rows } = await pool().query<{ id: number; host: string; standing: DecisionStanding; state: FindingState | null }>(
      `select p.id, p.host, p.standing, p.state from (${PLACED} where d.id = any($2::int[])) p order by array_position($2::int[], p.id), p.host`,
      [now, [...byId.keys()]],
    );
    yield rows.flatMap(({ id, ...place }) => {
      const decision = byId.get(id);
      return decision === undefined ? [] : [{ ...decision, ...place }];
    });
  }
}
