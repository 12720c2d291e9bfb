/**
 * Where a finding stands, in the order lists show them: what got worse first.
 * `not_assessable` is a state of its own because people count it apart from `needs_review`: the first waits for the
 * thing to exist (a swarm, a container, a file), the second for a person.
 */
export const FINDING_STATES = [
  "regressed",
  "open",
  "in_progress",
  "awaiting_verification",
  "accepted",
  "needs_review",
  "not_assessable",
  "not_applicable",
  "hardened",
] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** How a state counts: accepted is exposed but reported apart; undecided and outside are in no denominator. */
export type Standing = "exposed" | "accepted" | "protected" | "undecided" | "outside";

interface StateFacts {
  readonly label: string;
  readonly standing: Standing;
  /** One sentence for people who meet the word for the first time. */
  readonly meaning: string;
}

export const STATE_FACTS: Readonly<Record<FindingState, StateFacts>> = {
  regressed: { label: "Regressed", standing: "exposed", meaning: "It passed before and the newest evidence says it fails again." },
  open: { label: "Open", standing: "exposed", meaning: "A scan says it fails and nobody has started on it." },
  in_progress: { label: "In progress", standing: "exposed", meaning: "It fails and somebody works on it." },
  awaiting_verification: {
    label: "Awaiting verification",
    standing: "exposed",
    meaning: "Somebody says it is fixed; the next scan that covers it decides.",
  },
  accepted: { label: "Accepted risk", standing: "accepted", meaning: "It fails, and a dated decision says to live with it until a day." },
  needs_review: { label: "Needs review", standing: "undecided", meaning: "The tool cannot decide it; a person can attest it." },
  not_assessable: {
    label: "Not assessable",
    standing: "undecided",
    meaning: "The thing this check looks at does not exist on the host, so the scan could not test it.",
  },
  not_applicable: {
    label: "Not applicable",
    standing: "outside",
    meaning: "Somebody said, with a reason, that it does not concern this host.",
  },
  hardened: { label: "Hardened", standing: "protected", meaning: "The newest evidence says it holds." },
};

/** Failing and not accepted: what somebody still has to do something about. */
export const FAILING_STATES = ["regressed", "open", "in_progress", "awaiting_verification"] as const satisfies readonly FindingState[];

export const isFailing = (state: FindingState): boolean => STATE_FACTS[state].standing === "exposed";

const RANK = new Map<FindingState, number>(FINDING_STATES.map((state, index) => [state, index]));

/** For sorting lists: regressed first, hardened last. */
export const compareStates = (a: FindingState, b: FindingState): number => (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0);
