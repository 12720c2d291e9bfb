import { DECISION_LABELS } from "@/lib/hardening/decision";
import type { Decisions } from "@/lib/hardening/finding";
import { counted } from "@/lib/shared/counted";

/** A decision of people that lies over the evidence, in words. */
export interface Decision {
  /** "Accepted risk". */
  readonly what: string;
  readonly until: Date | null;
  readonly reason: string;
}

/** What people decided about a finding, in words. */
export function decisionsOf({ acceptances, notApplicable, attestation }: Omit<Decisions, "outgrown">): Decision[] {
  return [
    ...acceptances.map(({ items, until, reason }) => ({
      what: items === null ? DECISION_LABELS.accept : `${DECISION_LABELS.accept} for ${counted(items.length, "item")}`,
      until: new Date(until),
      reason,
    })),
    ...(notApplicable === null ? [] : [{ what: DECISION_LABELS.not_applicable, until: null, reason: notApplicable.reason }]),
    ...(attestation === null
      ? []
      : [
          {
            what: DECISION_LABELS[attestation.says === "pass" ? "attest_pass" : "attest_fail"],
            until: new Date(attestation.until),
            reason: attestation.reason,
          },
        ]),
  ];
}
