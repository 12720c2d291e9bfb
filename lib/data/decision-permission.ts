import type { Permission } from "@/lib/access/policy";
import type { DecisionKind } from "@/lib/hardening/decision";

/** Who may put a decision in force. Whoever may not, but may request, asks for it. */
export const DECISION_PERMISSION: Readonly<Record<DecisionKind, Permission>> = {
  accept: "risk:accept",
  not_applicable: "finding:exclude",
  attest_pass: "finding:attest",
  attest_fail: "finding:attest",
};
