import { expired, nextToExpire } from "@/lib/hardening/decisions";
import type { Finding } from "@/lib/hardening/finding";
import { type Covering, decidedAt, type HostState, supportOf } from "@/lib/hardening/host-state";
import { isFailing } from "@/lib/hardening/states";
import { type RequiredEvidence, type Standing, type Verdict, verdictOf } from "./exposure";

/** What decides a threat, as far as a host is asked. */
export interface ThreatRule {
  readonly threatId: number;
  /** Slugs of the controls whose links are required. */
  readonly required: readonly string[];
}

/** A person's statement on a threat of this host. Epoch milliseconds. */
export interface ThreatStatement {
  readonly threatId: number;
  readonly says: "mitigated" | "unmitigated";
  readonly until: number;
}

/** Where the age of evidence comes from: a coverage that rescans renew by themselves, or one scan for good. */
export type EvidenceAge = { readonly covering: Covering } | { readonly at: number };

/** A threat on a host as it is stored. Its age is applied when it is read. */
export interface HostExposure {
  readonly threatId: number;
  readonly verdict: Verdict;
  readonly passed: number;
  readonly required: number;
  readonly newest: EvidenceAge | null;
  readonly oldest: EvidenceAge | null;
  /** When a decision or a statement ends and `after` holds; null when nothing ends. Epoch milliseconds. */
  readonly until: number | null;
  readonly after: Verdict | null;
}

interface Weighed extends RequiredEvidence {
  readonly age: EvidenceAge | null;
}

type Host = Pick<HostState, "findings" | "coverings">;

/** True where the control can pass in a default run of the host's editions of that family (rules of evidence 4.19). */
export type CanPass = (control: string) => boolean;

/**
 * Every threat on one host as of `now` (epoch ms). A required control counts on this host when its tool's edition can pass it, or
 * when something has decided it all the same; one that was marked not applicable does not count.
 */
export function hostExposures(
  host: Host,
  rules: readonly ThreatRule[],
  statements: readonly ThreatStatement[],
  { canPass, now }: { readonly canPass: CanPass; readonly now: number },
): HostExposure[] {
  return rules.map((rule) => {
    const statement = statements.find(({ threatId, until }) => threatId === rule.threatId && until > now) ?? null;
    const findings = rule.required.map((control) => ({ control, finding: host.findings.get(control) }));
    const weigh = (at: number): Weighed[] => findings.flatMap(({ control, finding }) => weighed(host, control, finding, at, canPass));
    const verdictAt = (at: number): Verdict =>
      rule.required.length > 0 && weigh(at).length === 0
        ? silentVerdict(statement, at)
        : verdictOf(weigh(at), saidAt(statement, at)).verdict;
    const evidence = weigh(now);
    const verdict = verdictAt(now);
    const change = ends(findings, statement, now).find((at) => verdictAt(at) !== verdict) ?? null;
    return {
      threatId: rule.threatId,
      verdict,
      passed: evidence.filter(({ standing }) => standing === "pass").length,
      required: evidence.length,
      ...ages(evidence),
      until: change,
      after: change === null ? null : verdictAt(change),
    };
  });
}

const saidAt = (statement: ThreatStatement | null, at: number) => (statement !== null && at < statement.until ? statement.says : null);

/** Required controls there are, but none counts on this host: nothing was assessed. */
const silentVerdict = (statement: ThreatStatement | null, at: number): Verdict => saidAt(statement, at) ?? "not_assessed";

/** The instants at which something ends by itself, first to last. */
function ends(findings: readonly { readonly finding: Finding | undefined }[], statement: ThreatStatement | null, now: number): number[] {
  const instants = findings.flatMap(({ finding }) => [
    ...(finding?.decisions.acceptances.map(({ until }) => until) ?? []),
    ...(finding?.decisions.attestation ? [finding.decisions.attestation.until] : []),
  ]);
  if (statement !== null) instants.push(statement.until);
  return [...new Set(instants)].filter((at) => at > now).sort((a, b) => a - b);
}

/** The finding once all that ends up to `at` (epoch ms) has ended. */
export function findingAt(finding: Finding, at: number): Finding {
  let current = finding;
  for (let next = nextToExpire(current); next !== null && next.ends.until <= at; next = nextToExpire(current))
    current = expired(current, next);
  return current;
}

function weighed(host: Host, control: string, finding: Finding | undefined, at: number, canPass: CanPass): Weighed[] {
  const current = finding === undefined ? undefined : findingAt(finding, at);
  const standing = current === undefined ? "unassessed" : standingOf(current);
  if (standing === null) return [];
  const decided = standing === "pass" || standing === "fail" || standing === "accepted";
  if (current === undefined || !decided) return canPass(control) ? [{ standing, at: null, age: null }] : [];
  const age = ageOf(host, current);
  return [{ standing, at: age === null ? null : decidedAt(host, current), age }];
}

/** What a finding says for a threat; null for a control that does not concern the host. */
export function standingOf({ state }: Finding): Standing | null {
  if (isFailing(state)) return "fail";
  if (state === "hardened") return "pass";
  if (state === "accepted") return "accepted";
  if (state === "needs_review") return "attestable";
  return state === "not_assessable" ? "unassessed" : null;
}

/** An attested control does not age: the attestation has an end of its own. */
function ageOf(host: Host, finding: Finding): EvidenceAge | null {
  if (finding.decisions.attestation !== null) return null;
  const support = supportOf(host, finding);
  if (support === null) return null;
  if (finding.held !== null) return { at: support.at };
  const covering = host.coverings.findLast(({ keys }) => keys.has(finding.key));
  return covering === undefined ? { at: support.at } : { covering };
}

function ages(evidence: readonly Weighed[]): Pick<HostExposure, "newest" | "oldest"> {
  const deciding = evidence.filter(({ standing }) => standing === "pass" || standing === "fail" || standing === "accepted");
  const aging = deciding.filter(({ at }) => at !== null);
  const passes = aging.filter(({ standing }) => standing === "pass");
  const most = (rows: readonly Weighed[], sign: 1 | -1): EvidenceAge | null =>
    [...rows].sort((a, b) => sign * ((b.at ?? 0) - (a.at ?? 0)))[0]?.age ?? null;
  return { newest: aging.length < deciding.length ? null : most(aging, 1), oldest: most(passes, -1) };
}
