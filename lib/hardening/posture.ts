import { LEVELS, type Level } from "@/lib/bench/report";
import { SEVERITIES, type Severity } from "@/lib/catalogue/judgement";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import type { Finding } from "./finding";
import { FINDING_STATES, type FindingState, isFailing } from "./states";

/** Roll-up of the current findings of a host, or the sum over hosts. Also the shape of a difference between two. */
export interface Posture {
  readonly findings: number;
  /** By the level printed in the evidence. */
  readonly levels: Readonly<Record<Level, number>>;
  readonly states: Readonly<Record<FindingState, number>>;
  /** Failing findings by primary STRIDE letter, each once; `failingUnmapped` those of controls in no catalogue. */
  readonly failing: Readonly<Record<StrideLetter, number>>;
  readonly failingUnmapped: number;
  /** Failing findings by severity; unmapped ones have none. */
  readonly severities: Readonly<Record<Severity, number>>;
}

/** What the roll-up must know of a control. */
export interface ControlFacts {
  /** STRIDE letters, primary first; empty for a control in no catalogue. */
  readonly strideOf: (control: string) => readonly StrideLetter[];
  readonly severityOf: (control: string) => Severity | null;
}

type Counted = Pick<Finding, "state" | "control" | "evidence">;

const zeros = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

export const EMPTY_POSTURE: Posture = {
  findings: 0,
  levels: zeros(LEVELS),
  states: zeros(FINDING_STATES),
  failing: zeros(STRIDE_LETTERS),
  failingUnmapped: 0,
  severities: zeros(SEVERITIES),
};

/** Counts from scratch: what every stored roll-up must equal. */
export function postureOf(findings: Iterable<Counted>, facts: ControlFacts): Posture {
  const levels = zeros(LEVELS);
  const states = zeros(FINDING_STATES);
  const failing = zeros(STRIDE_LETTERS);
  const severities = zeros(SEVERITIES);
  let [count, failingUnmapped] = [0, 0];
  for (const { state, control, evidence } of findings) {
    count += 1;
    states[state] += 1;
    if (evidence !== null) levels[evidence.level] += 1;
    if (!isFailing(state)) continue;
    const primary = control === null ? undefined : facts.strideOf(control)[0];
    if (primary === undefined) failingUnmapped += 1;
    else failing[primary] += 1;
    const severity = control === null ? null : facts.severityOf(control);
    if (severity !== null) severities[severity] += 1;
  }
  return { findings: count, levels, states, failing, failingUnmapped, severities };
}

const combined = <K extends string>(keys: readonly K[], a: Readonly<Record<K, number>>, b: Readonly<Record<K, number>>, sign: 1 | -1) =>
  Object.fromEntries(keys.map((key) => [key, a[key] + sign * b[key]])) as Record<K, number>;

const combine = (a: Posture, b: Posture, sign: 1 | -1): Posture => ({
  findings: a.findings + sign * b.findings,
  levels: combined(LEVELS, a.levels, b.levels, sign),
  states: combined(FINDING_STATES, a.states, b.states, sign),
  failing: combined(STRIDE_LETTERS, a.failing, b.failing, sign),
  failingUnmapped: a.failingUnmapped + sign * b.failingUnmapped,
  severities: combined(SEVERITIES, a.severities, b.severities, sign),
});

/** A roll-up moved on by a difference; also the sum of two hosts. */
export const addDelta = (posture: Posture, delta: Posture): Posture => combine(posture, delta, 1);

/**
 * The difference a step makes: over the changed findings only, as they were and as they are, so that its cost follows
 * the change and not the host.
 */
export function postureDelta(before: Iterable<Counted>, after: Iterable<Counted>, facts: ControlFacts): Posture {
  return combine(postureOf(after, facts), postureOf(before, facts), -1);
}

/** The two numbers behind every percentage: findings that hold, of those that evidence or an attestation decided. */
export function protectedOfAssessed(states: Posture["states"]): { readonly protected: number; readonly assessed: number } {
  const { hardened, open, in_progress, awaiting_verification, regressed, accepted } = states;
  return { protected: hardened, assessed: hardened + open + in_progress + awaiting_verification + regressed + accepted };
}
