import { z } from "zod";
import type { NewDecision } from "@/lib/data/decide";
import type { DecisionKind } from "@/lib/hardening/decision";
import { AppError } from "@/lib/shared/app-error";
import { ATTESTED_PERIODS, attestedUntil } from "@/lib/threats/attested-until";

/** The fields of a decision as forms send them. lib/data says what each kind needs. */
export const DECISION_FIELDS = {
  says: z.enum(["pass", "fail"], "Say which of the two it is.").optional(),
  scope: z.enum(["items", "all"]).default("all"),
  items: z.array(z.string().max(4_000)).max(5_000).default([]),
  reason: z.string().trim().max(4_000, "A reason has at most 4,000 characters.").default(""),
  period: z.enum(ATTESTED_PERIODS).optional(),
  until: z.string().max(10).optional(),
  requestedBy: z
    .string()
    .max(64)
    .transform((value) => (value === "" ? null : { id: value }))
    .optional(),
};

const Fields = z.object(DECISION_FIELDS);
export type DecisionFields = z.output<typeof Fields>;

/** What a form decides. Its end is counted from now, or is that of the day it names. */
export function decisionOf(kind: DecisionKind, fields: DecisionFields): Omit<NewDecision, "selection" | "expected"> {
  const { says, scope, items, reason, period, until: day, requestedBy } = fields;
  if (kind.startsWith("attest") && says === undefined)
    throw new AppError("invalid-input", "Say which of the two it is.", { detail: { field: "says" } });
  const end = kind === "not_applicable" || period === undefined ? null : attestedUntil(period, day ?? "", Date.now());
  return {
    kind,
    items: kind === "accept" && scope === "items" ? items : null,
    reason,
    until: end === null ? null : new Date(end),
    requestedBy,
  };
}
