import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { DecisionKind, DecisionStanding } from "@/lib/hardening/decision";
import { type OfferedAct, offeredActs } from "@/lib/hardening/offered-acts";
import { authorize } from "./authorize";
import { pool } from "./client";
import { standingSql } from "./decision-standing";
import { loadHostState } from "./host-state";

/** A decision about one finding. */
export interface FindingDecision {
  readonly id: number;
  readonly kind: DecisionKind;
  /** Where it stands on this finding; on its other hosts it may stand otherwise. */
  readonly standing: DecisionStanding;
  /** Names; null for the check as a whole. */
  readonly items: readonly string[] | null;
  /** Hosts of the decision, this one among them. */
  readonly hosts: number;
  readonly reason: string;
  readonly until: Date | null;
  readonly requestedBy: string;
  readonly decidedBy: string | null;
}

/** What is asked for, in force or over about a finding, what is not over first, then newest first. */
export async function listFindingDecisions(viewer: Viewer, findingId: number, now: Date, limit: number): Promise<FindingDecision[]> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<FindingDecision>(
    `select p.* from (
       select d.id, d.kind, ${standingSql("$1")} as standing, case when d.any_item then null else to_json(d.item_names) end as items,
         (select count(*)::int from decision_host o where o.decision_id = d.id) as hosts,
         d.reason, d.until, d.requested_by as "requestedBy", d.decided_by as "decidedBy"
       from finding f join decision d on d.key = f.key join decision_host t on t.decision_id = d.id and t.host_id = f.host_id
       where f.id = $2
     ) p order by p.standing in ('expired', 'ended'), p.id desc limit $3`,
    [now, findingId, limit],
  );
  return rows;
}

/** What can be done about a finding now, whoever asks. */
export async function listOfferedActs(
  viewer: Viewer,
  { hostId, key }: { readonly hostId: number; readonly key: string },
  now: Date,
): Promise<readonly OfferedAct[]> {
  authorize(viewer, "finding:read");
  return offeredActs(await loadHostState(pool(), { id: hostId, cursor: null }), key, now.getTime());
}
