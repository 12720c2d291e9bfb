import { EVENT_KINDS, type EventKind } from "@/lib/hardening/events";
import { type FindingState, STATE_FACTS } from "@/lib/hardening/states";

/** One step of a finding's history. */
export interface HistoryStep {
  readonly at: Date;
  readonly kind: string;
  /** Null when nothing was known before. */
  readonly from: FindingState | null;
  readonly to: FindingState;
  readonly scanId: number | null;
  readonly actor: string | null;
  readonly itemsGained: readonly string[];
  readonly itemsLost: readonly string[];
  readonly note: string | null;
}

const lower = (state: FindingState): string => STATE_FACTS[state].label.toLowerCase();

const FIRST: Readonly<Partial<Record<FindingState, string>>> = {
  open: "Failed when it was first seen",
  regressed: "Failed when it was first seen",
  hardened: "Passed when it was first seen",
  needs_review: "First seen; a person has to decide it",
  not_assessable: "First seen; there was nothing to assess",
};

const WORDS: Readonly<Record<EventKind, (step: Pick<HistoryStep, "from" | "to">) => string>> = {
  first_seen: ({ to }) => FIRST[to] ?? `First seen: ${lower(to)}`,
  failed: () => "Began to fail",
  regressed: () => "Regressed: it passed before",
  scanner_changed: () => "Fails because the scanner asks something new",
  still_failing: () => "Still failing after it was called fixed",
  items_changed: () => "Other items fail",
  acceptance_outgrown: () => "Open again: an item fails that nobody accepted",
  not_applicable_outgrown: () => "Open again: a new item fails",
  passed: ({ from }) => (from === "awaiting_verification" ? "Verified: the fix holds" : "Hardened: it passes"),
  undecided: ({ to }) => (to === "not_assessable" ? "Nothing there to assess any more" : "The scan could not decide it"),
  started: () => "Work started",
  said_fixed: () => "Called fixed, waiting for a scan",
  reopened: () => "Reopened",
  accepted: () => "Risk accepted",
  acceptance_retired: () => "Acceptance taken back",
  marked_not_applicable: () => "Marked not applicable",
  attested: ({ to }) => (to === "hardened" ? "Attested: it holds" : "Attested: it fails"),
  attestation_retired: ({ to }) => `The attestation was taken back: ${lower(to)}`,
  acceptance_expired: ({ to }) => `The acceptance ended: ${lower(to)}`,
  attestation_expired: ({ to }) => `The attestation ended: ${lower(to)}`,
};

const isEventKind = (kind: string): kind is EventKind => (EVENT_KINDS as readonly string[]).includes(kind);

/** What happened, in words for people; of a kind this program does not know, the state it led to. */
export const historyWords = (step: Pick<HistoryStep, "kind" | "from" | "to">): string =>
  isEventKind(step.kind) ? WORDS[step.kind](step) : STATE_FACTS[step.to].label;

const SHOWN = 3;

/** "+ redis_1, web_2 and 4 more": names of items, cut to what can be read in a line. */
export function itemWords(sign: "+" | "−", items: readonly string[]): string {
  const more = items.length - SHOWN;
  return `${sign} ${items.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
