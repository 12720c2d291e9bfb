import type { ActDeed } from "./steps";

/** What people decide about a control on hosts. Spelled the same in database, API and addresses. */
export const DECISION_KINDS = ["accept", "attest_pass", "attest_fail", "not_applicable"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const DECISION_LABELS: Readonly<Record<DecisionKind, string>> = {
  accept: "Accepted risk",
  attest_pass: "Attested that it holds",
  attest_fail: "Attested that it fails",
  not_applicable: "Not applicable",
};

/** Where a decision stands on a host; of a decision on several hosts, all that occur. What needs somebody first. */
export const DECISION_STANDINGS = ["requested", "widened", "expiring", "active", "unused", "expired", "ended"] as const;
export type DecisionStanding = (typeof DECISION_STANDINGS)[number];

/** A decision that ends within so many days is shown as ending soon. */
export const EXPIRING_DAYS = 14;

export const STANDING_FACTS: Readonly<Record<DecisionStanding, { readonly label: string; readonly meaning: string }>> = {
  requested: { label: "Asked for", meaning: "Somebody asks for it; nothing is in force until a lead approves." },
  widened: { label: "Widened", meaning: "A scan brought items that it does not cover: the finding is open in spite of it." },
  expiring: { label: "Ends soon", meaning: `It ends within ${EXPIRING_DAYS} days; then the finding is open again by itself.` },
  active: { label: "In force", meaning: "It covers what fails, or stands for a check that no tool decides." },
  unused: { label: "Unused", meaning: "It is in force and covers nothing that fails, or it never took effect." },
  expired: { label: "Expired", meaning: "Its day has come." },
  ended: { label: "Ended", meaning: "A scan, or a person, ended it before its day." },
};

/** Any day up to the longest may be chosen. Nothing is decided for ever. */
export const LONGEST_DECISION_DAYS = 366;

/** The name of a decision inside the fold. */
const decisionName = (id: number): string => `decision-${id}`;

interface Decided {
  readonly id: number;
  readonly kind: DecisionKind;
  /** Keys of items; null for the check as a whole. Attestations and "not applicable" are always of the whole. */
  readonly items: readonly string[] | null;
  /** Epoch milliseconds; null only for "not applicable". */
  readonly until: number | null;
  readonly reason: string;
}

/** The act that puts a decision in force on a finding. */
export function deedOf({ id, kind, items, until, reason }: Decided): ActDeed {
  if (kind === "not_applicable" || until === null) return { kind: "notApplicable", reason };
  if (kind === "accept") return { kind: "accept", acceptanceId: decisionName(id), items, until, reason };
  return { kind: "attest", attestationId: decisionName(id), says: kind === "attest_pass" ? "pass" : "fail", until, reason };
}

/** The act that takes it back. */
export function undoingDeedOf({ id, kind }: Pick<Decided, "id" | "kind">, reason: string): ActDeed {
  if (kind === "not_applicable") return { kind: "reopen", reason };
  if (kind === "accept") return { kind: "retireAcceptance", acceptanceId: decisionName(id), reason };
  return { kind: "retireAttestation", attestationId: decisionName(id), reason };
}
