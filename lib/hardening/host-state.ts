import { currentVerdict, failsBy } from "./decisions";
import type { Finding, Sighting } from "./finding";
import type { Position, ScanStep } from "./steps";

/** When a host was last scanned with one coverage. This, not a column per finding, says that a finding was seen again. */
export interface Covering extends Sighting {
  readonly tool: string;
  readonly keys: ReadonlySet<string>;
}

/** Everything the next step needs to know of a host. */
export interface HostState {
  readonly findings: ReadonlyMap<string, Finding>;
  /** Oldest sighting first; one per tool and set of keys. */
  readonly coverings: readonly Covering[];
  /** The last step taken: the greatest of the newest scan, the newest act and the last expiry that was applied. */
  readonly cursor: Position | null;
}

export const EMPTY_HOST: HostState = { findings: new Map(), coverings: [], cursor: null };

const sameKeys = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((key) => b.has(key));

/** The coverings after a scan that is newer than all of them. */
export function coveringsAfter(before: readonly Covering[], scan: ScanStep): readonly Covering[] {
  const keys = new Set(scan.observations.map((observation) => observation.key));
  const { scanId, tool, edition } = scan;
  const others = before.filter((covering) => covering.tool !== tool || !sameKeys(covering.keys, keys));
  return [...others, { scanId, at: scan.ranAt, tool, edition, keys }];
}

/** The newest scan that covered the control, whatever it said of it. */
export function lastSighting(host: Pick<HostState, "coverings">, key: string): Sighting | null {
  const covering = host.coverings.findLast(({ keys }) => keys.has(key));
  return covering === undefined ? null : { scanId: covering.scanId, at: covering.at, edition: covering.edition };
}

/** The newest scan of a tool family. */
export const newestCovering = (host: Pick<HostState, "coverings">, tool: string | null): Covering | null =>
  host.coverings.findLast((covering) => covering.tool === tool) ?? null;

/**
 * The newest scan whose result supports the finding's verdict: what its freshness is measured from.
 * Null while nothing but a person, or nothing at all, has decided it.
 */
export function supportOf(host: Pick<HostState, "coverings">, finding: Finding): Sighting | null {
  if (finding.verdict !== "hardened" && !failsBy(finding.verdict)) return null;
  return finding.held ?? lastSighting(host, finding.key);
}

/** The newest scan that said PASS; null when none ever did. */
export const lastPassOf = (host: Pick<HostState, "coverings">, finding: Finding): Sighting | null =>
  finding.verdict === "hardened" ? supportOf(host, finding) : finding.lastPassed;

/** False when the newest scan of the finding's tool does not cover the control, or could not decide it any more. */
export function isConfirmed(host: Pick<HostState, "coverings">, finding: Finding): boolean {
  return finding.held === null && (newestCovering(host, finding.tool)?.keys.has(finding.key) ?? false);
}

/**
 * True where a person may attest: undecided, never seen, or passing but absent from the newest scan.
 * Never against a fail, however old: only a scan or a dated acceptance can answer that.
 */
export function canAttest(host: Pick<HostState, "coverings">, finding: Finding | undefined): boolean {
  if (finding === undefined) return true;
  if (failsBy(finding.verdict)) return false;
  return finding.verdict !== "hardened" || !isConfirmed(host, finding);
}

/** When the evidence or the attestation that counts was given; null when nothing decides the finding. */
export function decidedAt(host: Pick<HostState, "coverings">, finding: Finding): number | null {
  const { attestation } = finding.decisions;
  if (attestation !== null) return attestation.at;
  const verdict = currentVerdict(finding);
  return verdict === "hardened" || failsBy(verdict) ? (supportOf(host, finding)?.at ?? null) : null;
}
