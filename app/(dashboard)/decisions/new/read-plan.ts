import "server-only";
import { z } from "zod";
import { readSelection } from "@/app/_selection/read-selection";
import { actOf, DECIDE_ACTS, type DecideAct } from "@/components/decisions/decide-words";
import type { Viewer } from "@/lib/access/viewer";
import { getDecision, listDecisionPlaces } from "@/lib/data/decisions";
import { MAX_SELECTION, type TaskSelection } from "@/lib/data/task-selection";
import { filterReader, type SearchParams } from "@/lib/shared/read-filters";
import { rowId } from "@/lib/shared/row-id";

/** What is to be decided about what, and what to begin the form with. */
export interface DecisionPlan {
  readonly act: DecideAct;
  readonly selection: TaskSelection;
  readonly start: { readonly reason: string; readonly says: "pass" | "fail" | null; readonly items: readonly string[] | null } | null;
}

/**
 * `act=accept` with a selection, or `from=12`: the same again on the hosts of an earlier decision. Both together begin with the reason of
 * the earlier one. Null when nothing is chosen.
 */
export async function readPlan(viewer: Viewer, params: SearchParams, now: Date): Promise<DecisionPlan | null> {
  const { act: _, from: __, ...rest } = params;
  const reader = filterReader(params);
  const from = reader.one("from", rowId);
  const earlier = from === null ? null : await getDecision(viewer, from, now);
  const act = reader.one("act", z.enum(DECIDE_ACTS)) ?? (earlier === null ? "accept" : actOf(earlier.kind));
  const chosen = readSelection(rest);
  if (earlier === null) return chosen === null ? null : { act, selection: chosen, start: null };
  const says = earlier.kind === "attest_pass" ? "pass" : earlier.kind === "attest_fail" ? "fail" : null;
  if (chosen !== null) return { act, selection: chosen, start: { reason: earlier.reason, says, items: null } };
  const places = await listDecisionPlaces(viewer, earlier.id, now, MAX_SELECTION);
  const findingIds = places.flatMap(({ findingId }) => findingId ?? []);
  return { act, selection: { findingIds }, start: { reason: earlier.reason, says, items: earlier.items } };
}
