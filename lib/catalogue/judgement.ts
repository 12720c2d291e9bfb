import type { StrideLetter } from "../stride/categories";

/** critical = host taken over with no further flaw; high = one more step; medium = weakens a layer; low = hygiene. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** *mitigates* prevents or limits the gain; *detects* only shows it. */
export type LinkKind = "mitigates" | "detects";

/** One reason why a control bears on a STRIDE category. */
export interface StrideLink {
  readonly letter: StrideLetter;
  readonly kind: LinkKind;
  /** One sentence: what an attacker or an accident gains because this check fails. */
  readonly reason: string;
}

/** Our judgement of one control: how bad a failure is, and on which STRIDE categories it bears. The first link is the primary one. */
export interface Judgement {
  readonly severity: Severity;
  readonly stride: readonly [StrideLink, ...StrideLink[]];
  /** What to put in place, in one imperative line. */
  readonly mitigation: string;
}
