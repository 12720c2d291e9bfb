import { type Attestation, type Finding, NO_DECISIONS, unseenFinding, type Verdict } from "@/lib/hardening/finding";
import type { Covering, HostState } from "@/lib/hardening/host-state";
import { type FindingState, isFailing } from "@/lib/hardening/states";
import { exposureNow } from "./exposure";
import type { Exposure } from "./exposure-words";
import { type CanPass, type EvidenceAge, hostExposures, type ThreatRule, type ThreatStatement } from "./host-exposure";

/** What the history of a finding says of an instant: the state its last event by then led to. */
export interface PastState {
  readonly key: string;
  readonly control: string | null;
  readonly state: FindingState;
  /** Since when, epoch milliseconds. */
  readonly since: number;
  /** In force at the instant. */
  readonly attestation: Attestation | null;
}

function verdictBehind(state: FindingState): Verdict {
  if (isFailing(state) || state === "accepted") return "open";
  return state === "hardened" || state === "not_assessable" ? state : "needs_review";
}

/**
 * A finding as it stood then, as far as threats ask. Whatever had ended by then is in its state already: before a finding changes,
 * all that ended on its host is written down. Its evidence is dated by the newest scan that covered it, also where that one could
 * not decide it, because events do not tell.
 */
export const pastFinding = ({ key, control, state, since, attestation }: PastState): Finding => ({
  ...unseenFinding(key, control, since),
  state,
  verdict: attestation === null ? verdictBehind(state) : "needs_review",
  decisions: attestation === null ? NO_DECISIONS : { ...NO_DECISIONS, attestation },
});

const timeOf = (age: EvidenceAge | null): number | null => (age === null ? null : "at" in age ? age.at : age.covering.at);

/** The coverings of a host after scans, in any order: the newest scan of each tool and set of keys, oldest first. */
export function coveringsOf(scans: readonly (Covering & { readonly coverage: string })[]): readonly Covering[] {
  const sorted = [...scans].sort((a, b) => a.at - b.at || a.scanId - b.scanId);
  const newest = new Map(sorted.map((scan) => [scan.coverage, scan]));
  return sorted.filter((scan) => newest.get(scan.coverage) === scan);
}

/** Every threat of the rules on one host as people would have seen it at `at`, by number. Epoch milliseconds. */
export function exposuresAt(
  host: Pick<HostState, "findings" | "coverings">,
  rules: readonly ThreatRule[],
  statements: readonly ThreatStatement[],
  { canPass, at, staleBefore }: { readonly canPass: CanPass; readonly at: number; readonly staleBefore: number },
): ReadonlyMap<number, Exposure> {
  const found = hostExposures(host, rules, statements, { canPass, now: at });
  return new Map(
    found.map(({ threatId, verdict, newest, oldest }) => [
      threatId,
      exposureNow({ verdict, newestAt: timeOf(newest), oldestPassAt: timeOf(oldest) }, staleBefore),
    ]),
  );
}
