import { type Acceptance, type Attestation, type Decisions, type Finding, NO_DECISIONS, type Verdict } from "./finding";
import type { FindingState } from "./states";

/** The verdict that counts: an attestation speaks where no tool can. */
export function currentVerdict(finding: Pick<Finding, "verdict" | "decisions">): Verdict {
  const attested = finding.decisions.attestation?.says;
  if (attested === undefined) return finding.verdict;
  return attested === "pass" ? "hardened" : "open";
}

export const failsBy = (verdict: Verdict): boolean => verdict === "open" || verdict === "regressed";

/**
 * True while every failing item is accepted. A list that may be cut, or a failure that names no item, can only be
 * covered by an acceptance of any item: what is not seen cannot have been accepted one by one.
 */
export function isCovered(finding: Pick<Finding, "decisions" | "items" | "itemsWhole">): boolean {
  const { acceptances } = finding.decisions;
  if (acceptances.some((acceptance) => acceptance.items === null)) return true;
  if (acceptances.length === 0 || finding.items.length === 0 || !finding.itemsWhole) return false;
  const accepted = new Set(acceptances.flatMap((acceptance) => acceptance.items ?? []));
  return finding.items.every((item) => accepted.has(item.key));
}

/** The state people see: decisions over work over evidence. */
export function stateOf(finding: Pick<Finding, "verdict" | "work" | "decisions" | "items" | "itemsWhole">): FindingState {
  const { decisions, work } = finding;
  if (decisions.notApplicable !== null) return "not_applicable";
  const verdict = currentVerdict(finding);
  const fails = failsBy(verdict);
  if (fails && isCovered(finding)) return "accepted";
  if (fails && decisions.outgrown) return "open";
  // A claim outranks a pass that ran before it: such a scan came late and proves nothing about the claim.
  if (work === "awaiting_verification" && (fails || verdict === "hardened")) return work;
  if (work === "in_progress" && fails) return work;
  return verdict;
}

/** Gives the finding the state that follows from it, and the instant that state began. */
export function sealed(finding: Finding, before: Finding | undefined, at: number): Finding {
  const state = stateOf(finding);
  return { ...finding, state, since: before?.state === state ? before.since : at };
}

/** The same decisions as one shared value when none is left, so that comparing by identity works. */
export const tidy = (decisions: Decisions): Decisions =>
  decisions.acceptances.length === 0 && decisions.notApplicable === null && decisions.attestation === null ? NO_DECISIONS : decisions;

type Expiring = { readonly kind: "acceptance"; readonly ends: Acceptance } | { readonly kind: "attestation"; readonly ends: Attestation };

/** The decision that ends first; at one instant the smaller id. Null when nothing ends by itself. */
export function nextToExpire(finding: Finding): Expiring | null {
  const { acceptances, attestation } = finding.decisions;
  const all: Expiring[] = acceptances.map((ends) => ({ kind: "acceptance", ends }));
  if (attestation !== null) all.push({ kind: "attestation", ends: attestation });
  const earlier = (a: Expiring, b: Expiring): boolean =>
    a.ends.until < b.ends.until || (a.ends.until === b.ends.until && a.ends.id < b.ends.id);
  return all.reduce<Expiring | null>((first, next) => (first === null || earlier(next, first) ? next : first), null);
}

/** The finding without a decision that has run out: what the evidence and the work underneath say. */
export function expired(finding: Finding, { kind, ends }: Expiring): Finding {
  const { decisions } = finding;
  const acceptances = kind === "acceptance" ? decisions.acceptances.filter(({ id }) => id !== ends.id) : decisions.acceptances;
  const rest = tidy({
    ...decisions,
    acceptances,
    attestation: kind === "attestation" ? null : decisions.attestation,
    outgrown: decisions.outgrown && acceptances.length > 0,
  });
  return sealed({ ...finding, decisions: rest }, finding, ends.until);
}

/**
 * When a finding's state changes by itself and to what, so that a stored row answers for any later instant without
 * a write. Null when nothing but a scan or a person can change it.
 */
export function nextExpiry(finding: Finding): { readonly at: number; readonly state: FindingState } | null {
  let current = finding;
  for (let next = nextToExpire(current); next !== null; next = nextToExpire(current)) {
    current = expired(current, next);
    if (current.state !== finding.state) return { at: next.ends.until, state: current.state };
  }
  return null;
}
