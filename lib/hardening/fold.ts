import { actOn } from "./apply-act";
import { expired, nextToExpire } from "./decisions";
import { eventBetween, type FindingEvent, scanEvent } from "./events";
import type { Finding } from "./finding";
import { coveringsAfter, EMPTY_HOST, type HostState, lastSighting } from "./host-state";
import { type CatalogueFacts, observe } from "./observe";
import type { StepResult } from "./step-result";
import { type ActStep, actPosition, comparePositions, expiryPosition, type Position, type ScanStep, scanPosition } from "./steps";

// One fold over scans (by time, then digest) and human acts (by clock time). Ingest in order is one step of it; a late
// scan, a deleted or moved one, merged hosts and a new catalogue are the whole of it again, with the same answer.

export type Step = { readonly scan: ScanStep } | { readonly act: ActStep };

const positionOf = (step: Step): Position => ("scan" in step ? scanPosition(step.scan) : actPosition(step.act));

/** True when the step is newer than all that was folded. A step that is not must be folded from scratch with the rest. */
export const follows = (host: HostState, step: Step): boolean =>
  host.cursor === null || comparePositions(positionOf(step), host.cursor) > 0;

/**
 * Lets every decision that ends up to and including `now` end, each at its own instant. Not needed before a step:
 * `applyStep` does it up to the step's time.
 */
export function settle(host: HostState, now: number): StepResult {
  const findings = new Map(host.findings);
  const changed = new Map<string, Finding>();
  const events: FindingEvent[] = [];
  let cursor = host.cursor;
  const due = [...host.findings.values()].filter((finding) => (nextToExpire(finding)?.ends.until ?? Number.POSITIVE_INFINITY) <= now);
  if (due.length === 0) return { host, changed: [], events };
  for (const finding of due) {
    let current = finding;
    for (let next = nextToExpire(current); next !== null && next.ends.until <= now; next = nextToExpire(current)) {
      const after = expired(current, next);
      const kind = next.kind === "acceptance" ? "acceptance_expired" : "attestation_expired";
      events.push(eventBetween(current, after, { at: next.ends.until, kind, scanId: null, actId: null, note: next.ends.reason }));
      const position = expiryPosition(next.ends.until, finding.key, next.ends.id);
      if (cursor === null || comparePositions(position, cursor) > 0) cursor = position;
      current = after;
    }
    findings.set(finding.key, current);
    changed.set(finding.key, current);
  }
  events.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : Number(a.key > b.key)));
  return { host: { ...host, findings, cursor }, changed: [...changed.values()], events };
}

function observeAll(host: HostState, scan: ScanStep, facts: CatalogueFacts): StepResult {
  const changed: Finding[] = [];
  const events: FindingEvent[] = [];
  for (const observation of scan.observations) {
    const before = host.findings.get(observation.key);
    const after = observe(before, observation, { scan, last: lastSighting(host, observation.key), facts });
    if (after === before) continue;
    changed.push(after);
    const event = scanEvent(before, after, scan.ranAt, scan.scanId);
    if (event !== null) events.push(event);
  }
  const findings = changed.length === 0 ? host.findings : new Map(host.findings);
  if (findings instanceof Map) for (const finding of changed) findings.set(finding.key, finding);
  return { host: { ...host, findings, coverings: coveringsAfter(host.coverings, scan) }, changed, events };
}

/**
 * One step onwards from a host's state. The step must follow it (`follows`), else the fold would depend on the order
 * of uploads; it throws rather than answer wrongly.
 */
export function applyStep(host: HostState, step: Step, facts: CatalogueFacts): StepResult {
  if (!follows(host, step)) throw new RangeError("A step older than the host's cursor must be folded from scratch.");
  const position = positionOf(step);
  const settled = settle(host, position.at);
  const taken = "scan" in step ? observeAll(settled.host, step.scan, facts) : actOn(settled.host, step.act);
  const changed = new Map([...settled.changed, ...taken.changed].map((finding) => [finding.key, finding]));
  return {
    host: { ...taken.host, cursor: position },
    changed: [...changed.values()],
    events: [...settled.events, ...taken.events],
  };
}

export const applyScan = (host: HostState, scan: ScanStep, facts: CatalogueFacts): StepResult => applyStep(host, { scan }, facts);

/** A host's whole history, in any order. */
export interface HostHistory {
  readonly scans: readonly ScanStep[];
  readonly acts: readonly ActStep[];
}

/** What the history amounts to. A projection: always equal to the repetition of single steps in order. */
export interface Projection {
  readonly host: HostState;
  readonly events: readonly FindingEvent[];
}

/** Scans of one position (same time, same digest) are one scan: the first given counts. */
function inOrder(history: HostHistory): Step[] {
  const steps: Step[] = [...history.scans.map((scan) => ({ scan })), ...history.acts.map((act) => ({ act }))];
  const sorted = steps.map((step) => ({ step, position: positionOf(step) })).sort((a, b) => comparePositions(a.position, b.position));
  return sorted
    .filter(({ position }, index) => index === 0 || comparePositions(position, sorted[index - 1]?.position ?? position) !== 0)
    .map(({ step }) => step);
}

/** Folds a history from nothing, as of `now` (epoch ms): decisions that ended by then have ended. */
export function foldHost(history: HostHistory, facts: CatalogueFacts, now: number): Projection {
  const events: FindingEvent[] = [];
  let host = EMPTY_HOST;
  for (const step of inOrder(history)) {
    const result = applyStep(host, step, facts);
    host = result.host;
    for (const event of result.events) events.push(event);
  }
  const settled = settle(host, now);
  return { host: settled.host, events: [...events, ...settled.events] };
}

/** The host as it was known just before a scan: the base of that scan's ingest diff, however late it was uploaded. */
export function foldBefore(history: HostHistory, scan: Pick<ScanStep, "ranAt" | "digest">, facts: CatalogueFacts): HostState {
  const limit = scanPosition(scan);
  const earlier = inOrder(history).filter((step) => comparePositions(positionOf(step), limit) < 0);
  return earlier.reduce((host, step) => applyStep(host, step, facts).host, EMPTY_HOST);
}

/** The scans of a history in order, each with the host as it was known just before it. */
export function* scansOnBases(
  history: HostHistory,
  facts: CatalogueFacts,
): Generator<{ readonly scan: ScanStep; readonly base: HostState }> {
  let host = EMPTY_HOST;
  for (const step of inOrder(history)) {
    if ("scan" in step) yield { scan: step.scan, base: host };
    host = applyStep(host, step, facts).host;
  }
}
