import { currentVerdict, failsBy, sealed, tidy } from "./decisions";
import { type EventKind, eventBetween } from "./events";
import { type Finding, NO_DECISIONS, unseenFinding } from "./finding";
import { canAttest, type HostState } from "./host-state";
import type { StepResult } from "./step-result";
import type { ActDeed, ActKind, ActStep } from "./steps";

/** What an act makes of a finding; the same object, or undefined for an unknown one, where it has no effect. */
function enact(host: Pick<HostState, "coverings">, before: Finding | undefined, act: ActStep): Finding | undefined {
  const start = before ?? unseenFinding(act.key, act.control, act.at);
  const after = DEEDS[act.kind](start, act, { host, before });
  return after === start ? before : sealed(after, before, act.at);
}

/**
 * Applies one act. The caller has let due decisions expire and made sure that the act follows the host's cursor;
 * `applyStep` does both.
 */
export function actOn(host: HostState, act: ActStep): StepResult {
  const before = host.findings.get(act.key);
  const after = enact(host, before, act);
  const kind = EVENT_OF[act.kind];
  if (after === undefined || after === before || kind === null) return { host, changed: [], events: [] };
  const note = "reason" in act ? act.reason : null;
  const event = eventBetween(before, after, { at: act.at, kind, scanId: null, actId: act.actId, note });
  return { host: { ...host, findings: new Map(host.findings).set(act.key, after) }, changed: [after], events: [event] };
}

interface Around {
  readonly host: Pick<HostState, "coverings">;
  readonly before: Finding | undefined;
}

/** Answers the very same finding where the act has no effect. */
type Deed = (finding: Finding, act: ActDeed & { readonly at: number }, around: Around) => Finding;

const fails = (finding: Finding): boolean => failsBy(currentVerdict(finding));

/** Starting again takes back the claim that it is fixed. */
const start: Deed = (finding) => {
  if (fails(finding) && (finding.work !== "in_progress" || finding.decisions.outgrown)) {
    return { ...finding, work: "in_progress", decisions: withoutOutgrown(finding) };
  }
  return finding.verdict === "hardened" && finding.work !== null ? { ...finding, work: null } : finding;
};

/** On a pass too: the claim was made against a fail, so the pass came late and ran before it; it proves nothing about the claim. */
const saysFixed: Deed = (finding) => {
  const open = fails(finding) || (finding.verdict === "hardened" && !finding.neverFailed);
  if (!open || (finding.work === "awaiting_verification" && !finding.decisions.outgrown)) return finding;
  return { ...finding, work: "awaiting_verification", decisions: withoutOutgrown(finding) };
};

const withoutOutgrown = ({ decisions }: Finding) => (decisions.outgrown ? { ...decisions, outgrown: false } : decisions);

const reopen: Deed = (finding) => {
  const untouched = finding.work === null && tidy(finding.decisions) === NO_DECISIONS;
  return untouched ? finding : { ...finding, work: null, decisions: NO_DECISIONS };
};

const accept: Deed = (finding, act) => {
  if (act.kind !== "accept" || !fails(finding) || finding.decisions.notApplicable !== null || act.until <= act.at) return finding;
  const { acceptanceId: id, items, at, until, reason } = act;
  const others = finding.decisions.acceptances.filter((acceptance) => acceptance.id !== id);
  return { ...finding, decisions: { ...finding.decisions, acceptances: [...others, { id, items, at, until, reason }], outgrown: false } };
};

const retireAcceptance: Deed = (finding, act) => {
  const { decisions } = finding;
  if (act.kind !== "retireAcceptance" || !decisions.acceptances.some(({ id }) => id === act.acceptanceId)) return finding;
  const acceptances = decisions.acceptances.filter(({ id }) => id !== act.acceptanceId);
  return { ...finding, decisions: tidy({ ...decisions, acceptances, outgrown: decisions.outgrown && acceptances.length > 0 }) };
};

/** The wider decision replaces acceptances and attestations: they would say something about what no longer concerns the host. */
const notApplicable: Deed = (finding, act) => {
  if (act.kind !== "notApplicable" || finding.decisions.notApplicable !== null) return finding;
  const items = finding.items.map((item) => item.key);
  return { ...finding, decisions: { ...NO_DECISIONS, notApplicable: { at: act.at, reason: act.reason, items } } };
};

const attest: Deed = (finding, act, { host, before }) => {
  if (act.kind !== "attest" || !canAttest(host, before) || finding.decisions.notApplicable !== null || act.until <= act.at) return finding;
  const { attestationId: id, says, at, until, reason } = act;
  const attested = { ...finding, decisions: { ...finding.decisions, attestation: { id, says, at, until, reason } } };
  if (says === "fail") return { ...attested, failingSince: fails(finding) ? finding.failingSince : at };
  return { ...attested, work: null, decisions: { ...attested.decisions, acceptances: [], outgrown: false } };
};

/** What it covered is undecided again; a pass or a fail that a scan said since is not touched. */
const retireAttestation: Deed = (finding, act) => {
  const { decisions } = finding;
  if (act.kind !== "retireAttestation" || decisions.attestation?.id !== act.attestationId) return finding;
  return { ...finding, decisions: tidy({ ...decisions, attestation: null }) };
};

const DEEDS: Readonly<Record<ActKind, Deed>> = {
  start,
  saysFixed,
  assign: (finding) => finding,
  reopen,
  accept,
  retireAcceptance,
  notApplicable,
  attest,
  retireAttestation,
};

const EVENT_OF: Readonly<Record<ActKind, EventKind | null>> = {
  start: "started",
  saysFixed: "said_fixed",
  assign: null,
  reopen: "reopened",
  accept: "accepted",
  retireAcceptance: "acceptance_retired",
  notApplicable: "marked_not_applicable",
  attest: "attested",
  retireAttestation: "attestation_retired",
};
