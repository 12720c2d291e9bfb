import type { DecisionKind } from "@/lib/hardening/decision";

/** What somebody sets out to decide; which of the two an attestation says comes with the form. */
export const DECIDE_ACTS = ["accept", "attest", "notApplicable"] as const;
export type DecideAct = (typeof DECIDE_ACTS)[number];

interface DecideWords {
  /** On a button that opens the form. */
  readonly opens: string;
  /** The same for somebody who may only ask for it. */
  readonly asks: string;
  readonly submit: string;
  readonly title: string;
  /** Over the field of the reason. */
  readonly reason: string;
  /** What follows from it. */
  readonly means: string;
}

export const DECIDE_WORDS: Readonly<Record<DecideAct, DecideWords>> = {
  accept: {
    opens: "Accept risk…",
    asks: "Ask for acceptance…",
    submit: "Accept the risk",
    title: "Accept risk",
    reason: "Why can it stay as it is?",
    means: "It fails, and is not counted as open until the day below. A scan that passes ends it before that.",
  },
  attest: {
    opens: "Attest…",
    asks: "Attest…",
    submit: "Attest it",
    title: "Attest",
    reason: "What did you look at, and what did you find?",
    means: "Your word decides what no tool can, until the day below. It never counts against a scan that says it fails.",
  },
  notApplicable: {
    opens: "Not applicable…",
    asks: "Ask for “not applicable”…",
    submit: "Mark as not applicable",
    title: "Not applicable",
    reason: "Why does it not concern the host?",
    means: "It is in no count until somebody reopens it, or until a scan fails it with a new item.",
  },
};

/** What of "attest" a form says. */
export const kindOf = (act: DecideAct, says: "pass" | "fail"): DecisionKind =>
  act === "accept" ? "accept" : act === "notApplicable" ? "not_applicable" : says === "pass" ? "attest_pass" : "attest_fail";

export const actOf = (kind: DecisionKind): DecideAct =>
  kind === "accept" ? "accept" : kind === "not_applicable" ? "notApplicable" : "attest";
