"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { approveDecision, declineDecision, withdrawDecision } from "@/lib/data/review-decisions";
import { formAction } from "@/lib/http/form-action";
import { AppError } from "@/lib/shared/app-error";
import { counted } from "@/lib/shared/counted";
import { rowId } from "@/lib/shared/row-id";

const decision = rowId;
const text = z.string().trim().max(4_000, "At most 4,000 characters.");

export const submitReview = formAction(
  z.object({ decision, verdict: z.enum(["approve", "decline"]), note: text }),
  async (viewer, { decision: id, verdict, note }) => {
    if (verdict === "decline") {
      await declineDecision(viewer, id, note);
      revalidatePath("/", "layout");
      return { message: "Declined." };
    }
    const without = await approveDecision(viewer, id, note);
    revalidatePath("/", "layout");
    const left = without.length > 0 ? ` It took no effect on ${counted(without.length, "host")}.` : "";
    return { message: `Approved: it is in force.${left}` };
  },
);

export const submitWithdrawal = formAction(z.object({ decision, reason: text }), async (viewer, { decision: id, reason }) => {
  if (reason === "")
    throw new AppError("invalid-input", "Say why, in words that still make sense in a year.", { detail: { field: "reason" } });
  await withdrawDecision(viewer, id, reason);
  revalidatePath("/", "layout");
  return { message: "Taken back." };
});
