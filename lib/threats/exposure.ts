import type { Exposure } from "./exposure-words";

/** What a required control says of one host: decided (pass, fail, accepted fail), left to a person, or not known. */
export type Standing = "pass" | "fail" | "accepted" | "attestable" | "unassessed";

/** A required control on one host. `at` is the time of the evidence in epoch milliseconds; null where it does not age, or there is none. */
export interface RequiredEvidence {
  readonly standing: Standing;
  readonly at: number | null;
}

/** An exposure before anybody asks how old its evidence is: "stale" is none of them. */
export type Verdict = Exclude<Exposure, "stale">;

/** A verdict with the ages that can change it. */
export interface AgingVerdict {
  readonly verdict: Verdict;
  /** The newest evidence that decides; null when nothing ages. Epoch milliseconds. */
  readonly newestAt: number | null;
  /** The oldest pass that ages; null when none does. */
  readonly oldestPassAt: number | null;
}

const decides = ({ standing }: RequiredEvidence): boolean => standing === "pass" || standing === "fail" || standing === "accepted";

/**
 * The verdict of a threat on a host from its required controls, whatever their age (rules of evidence 4.20). A person's attestation
 * of the threat speaks only where nothing decides, so never against a fail.
 */
export function verdictOf(required: readonly RequiredEvidence[], attested: "mitigated" | "unmitigated" | null): AgingVerdict {
  const deciding = required.filter(decides);
  if (deciding.length === 0) {
    const silent: Verdict = required.length === 0 || required.some(({ standing }) => standing === "attestable") ? "manual" : "not_assessed";
    return { verdict: attested ?? silent, newestAt: null, oldestPassAt: null };
  }
  const times = deciding.map(({ at }) => at);
  const passes = deciding.flatMap(({ standing, at }) => (standing === "pass" && at !== null ? [at] : []));
  return {
    verdict: decidedVerdict(required),
    newestAt: times.includes(null) ? null : Math.max(...times.map((at) => at ?? 0)),
    oldestPassAt: passes.length === 0 ? null : Math.min(...passes),
  };
}

function decidedVerdict(required: readonly RequiredEvidence[]): Verdict {
  const has = (standing: Standing): boolean => required.some((evidence) => evidence.standing === standing);
  if (has("fail")) return "unmitigated";
  if (has("accepted")) return "accepted";
  return has("attestable") || has("unassessed") ? "partly" : "mitigated";
}

/**
 * What an aging verdict amounts to now: stale once all deciding evidence is older than the limit, and no longer mitigated once one
 * of its passes is. A fail that is older than a fresh pass of another control stays a fail: absent is not fixed.
 * `staleBefore`: evidence from before this instant is too old; epoch milliseconds.
 */
export function exposureNow({ verdict, newestAt, oldestPassAt }: AgingVerdict, staleBefore: number): Exposure {
  if (verdict === "not_assessed" || verdict === "manual") return verdict;
  if (newestAt !== null && newestAt < staleBefore) return "stale";
  return verdict === "mitigated" && oldestPassAt !== null && oldestPassAt < staleBefore ? "partly" : verdict;
}
