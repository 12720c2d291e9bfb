"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { kindOf } from "@/components/decisions/decide-words";
import type { Viewer } from "@/lib/access/viewer";
import { decideOnFindings } from "@/lib/data/decide";
import { workOnFinding } from "@/lib/data/work-on-findings";
import { DECISION_LABELS } from "@/lib/hardening/decision";
import { OFFERED_ACTS, type OfferedAct } from "@/lib/hardening/offered-acts";
import { STATE_FACTS } from "@/lib/hardening/states";
import { formAction } from "@/lib/http/form-action";
import { AppError } from "@/lib/shared/app-error";
import { rowId } from "@/lib/shared/row-id";
import { DECISION_FIELDS, type DecisionFields, decisionOf } from "../_selection/decision-fields";

const FindingAct = z.object({
  ...DECISION_FIELDS,
  finding: rowId,
  act: z.enum(OFFERED_ACTS),
});

/** One of the things that can be done about a finding from its panel. */
export const submitFindingAct = formAction(FindingAct, async (viewer, { finding, act, ...fields }) => {
  const message = await perform(viewer, finding, act, fields);
  revalidatePath("/", "layout");
  return { message };
});

async function perform(viewer: Viewer, finding: number, act: OfferedAct, fields: DecisionFields): Promise<string> {
  if (act === "start" || act === "saysFixed" || act === "reopen") {
    const state = await workOnFinding(viewer, finding, act === "reopen" ? { kind: act, reason: fields.reason } : { kind: act });
    return state === null ? "Done." : `It is ${STATE_FACTS[state].label} now.`;
  }
  const decision = decisionOf(kindOf(act, fields.says ?? "pass"), fields);
  const { decisions, requested, refused } = await decideOnFindings(viewer, { selection: { findingIds: [finding] }, ...decision });
  const [made] = decisions;
  if (made === undefined) throw new AppError("conflict", refused[0]?.reason ?? "It has no effect there any more.");
  return requested
    ? `Asked for as decision ${made.id}. A lead approves or declines it.`
    : `${DECISION_LABELS[decision.kind]}: decision ${made.id}.`;
}
