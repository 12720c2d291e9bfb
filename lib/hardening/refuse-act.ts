import { actOn } from "./apply-act";
import { failsBy } from "./decisions";
import type { Finding } from "./finding";
import { settle } from "./fold";
import type { HostState } from "./host-state";
import type { ActKind, ActStep } from "./steps";

/** What an act comes to: the host after it, or why it has no effect there, for people. Nothing without effect is recorded. */
export type ActAnswer = { readonly host: HostState; readonly refusal: null } | { readonly host: HostState; readonly refusal: string };

/** Tries an act on a host as it stands at the act's time: decisions that are due by then have ended. */
export function tryAct(before: HostState, act: ActStep): ActAnswer {
  const { host } = settle(before, act.at);
  const after = actOn(host, act);
  if (after.changed.length > 0) return { host: after.host, refusal: null };
  return { host, refusal: REASONS[act.kind](host.findings.get(act.key), act) };
}

const UNSEEN = "Nothing is known of this check there.";
const EXCLUDED = "It is marked not applicable: reopen it first.";
const PAST = "The end lies in the past.";

const excluded = (finding: Finding): boolean => finding.decisions.notApplicable !== null;

type Reason = (finding: Finding | undefined, act: ActStep) => string;

const ofWork: Reason = (finding) => {
  if (finding === undefined) return UNSEEN;
  if (finding.state === "in_progress") return "Somebody works on it already.";
  if (finding.state === "awaiting_verification") return "It waits for a scan already.";
  if (finding.state === "accepted") return "Its risk is accepted: reopen it first.";
  return excluded(finding) ? EXCLUDED : "No scan says that it fails: there is nothing to mend.";
};

const ofAcceptance: Reason = (finding, act) => {
  if (finding === undefined) return UNSEEN;
  if (excluded(finding)) return EXCLUDED;
  if (finding.state === "hardened") return "It passes: there is no risk to accept.";
  if (!failsBy(finding.verdict) && finding.decisions.attestation?.says !== "fail") {
    return "No scan says that it fails: attest it instead.";
  }
  return "until" in act && act.until <= act.at ? PAST : "It changes nothing there.";
};

const ofAttestation: Reason = (finding, act) => {
  if (finding !== undefined && excluded(finding)) return EXCLUDED;
  if (finding !== undefined && failsBy(finding.verdict)) return "A scan says that it fails, and nobody's word counts against that.";
  if ("until" in act && act.until <= act.at) return PAST;
  return "The newest scan says that it passes: nothing is left to attest.";
};

const notInForce: Reason = () => "It is not in force there any more.";

const REASONS: Readonly<Record<ActKind, Reason>> = {
  start: ofWork,
  saysFixed: ofWork,
  assign: () => "Being assigned moves no finding.",
  reopen: () => "Nobody works on it, and nothing was decided about it.",
  accept: ofAcceptance,
  retireAcceptance: notInForce,
  notApplicable: () => "It is marked not applicable already.",
  attest: ofAttestation,
  retireAttestation: notInForce,
};
