import type { HostState } from "./host-state";
import { tryAct } from "./refuse-act";
import { isFailing } from "./states";
import type { ActDeed } from "./steps";

/** What somebody can do about one finding, in the order forms show it. */
export const OFFERED_ACTS = ["start", "saysFixed", "accept", "attest", "notApplicable", "reopen"] as const;
export type OfferedAct = (typeof OFFERED_ACTS)[number];

const TRIAL = { reason: "a trial", until: Number.MAX_SAFE_INTEGER };

const TRIALS: Readonly<Record<OfferedAct, ActDeed>> = {
  start: { kind: "start" },
  saysFixed: { kind: "saysFixed" },
  accept: { kind: "accept", acceptanceId: "a trial", items: null, ...TRIAL },
  attest: { kind: "attest", attestationId: "a trial", says: "pass", ...TRIAL },
  notApplicable: { kind: "notApplicable", reason: TRIAL.reason },
  reopen: { kind: "reopen", reason: TRIAL.reason },
};

/**
 * The acts that would have an effect on a finding now and make sense to somebody who looks at it. Asked of the very rule that takes
 * them, so that nothing is offered that would be refused. An accepted finding is renewed from its decision, and what passes does concern
 * the host.
 */
export function offeredActs(host: HostState, key: string, at: number): readonly OfferedAct[] {
  const finding = host.findings.get(key);
  if (finding === undefined) return [];
  const { control, state } = finding;
  const sensible: Readonly<Record<OfferedAct, boolean>> = {
    start: isFailing(state),
    saysFixed: isFailing(state),
    accept: isFailing(state),
    attest: true,
    notApplicable: state !== "hardened",
    reopen: true,
  };
  return OFFERED_ACTS.filter(
    (act) => sensible[act] && tryAct(host, { ...TRIALS[act], actId: Number.MAX_SAFE_INTEGER, at, key, control }).refusal === null,
  );
}
