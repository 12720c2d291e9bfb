"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { DECISION_FIELDS, decisionOf } from "@/app/_selection/decision-fields";
import { SELECTION_FIELDS, selectionOf } from "@/app/_selection/read-selection";
import { DECIDE_ACTS, kindOf } from "@/components/decisions/decide-words";
import { decideOnFindings } from "@/lib/data/decide";
import { formAction } from "@/lib/http/form-action";
import { AppError } from "@/lib/shared/app-error";

const NewDecisions = z.object({ ...SELECTION_FIELDS, ...DECISION_FIELDS, act: z.enum(DECIDE_ACTS) });

/** Decides about many findings at once, and goes to what was made of it. */
export const submitDecisions = formAction(NewDecisions, async (viewer, { finding, matching, expected, act, ...fields }) => {
  if (finding.length === 0 && matching === undefined)
    throw new AppError("invalid-input", "Tick at least one host.", { detail: { field: "finding" } });
  const { bulkId, refused } = await decideOnFindings(viewer, {
    selection: selectionOf(finding, matching),
    ...decisionOf(kindOf(act, fields.says ?? "pass"), fields),
    ...(matching === undefined ? {} : { expected }),
  });
  if (bulkId === null)
    throw new AppError("conflict", `Nothing was decided. ${refused[0]?.reason ?? "No finding is left to decide about."}`);
  revalidatePath("/", "layout");
  redirect(`/decisions?bulk=${bulkId}` as Route);
});
