import type { AttackTechniqueId } from "./data/attack-techniques";
import type { NistSection } from "./data/nist-sections";

/** Where a fix is put in place. */
export const FIX_PLACES = [
  "shell",
  "daemon.json",
  "docker run",
  "Compose",
  "Dockerfile",
  "Kubernetes",
  "systemd",
  "auditd",
  "configuration",
] as const;
export type FixPlace = (typeof FIX_PLACES)[number];

/** One step of a fix. Where it carries code, the code can be copied and used as it stands but for <placeholders>. */
export interface FixStep {
  readonly place: FixPlace;
  /** What the step does, one or two sentences; code between backticks. */
  readonly text: string;
  /** Commands without prompt signs, or a piece of configuration; lines end in LF, no trailing one. */
  readonly code?: string;
}

/** How somebody proves the fix without the scanner. */
export interface Verification {
  /** What the command shows when the fix is in place. */
  readonly text: string;
  readonly code: string;
}

/** How long an engineer who knows the system needs for one host: under an hour, a day's work, or a project with tests and owners. */
export const EFFORTS = ["minutes", "hours", "days"] as const;
export type Effort = (typeof EFFORTS)[number];

/**
 * What people read about a control, in our own words. CIS numbers are not here: they belong to an edition (`controlNumbers`).
 * Texts are plain sentences; code stands between backticks.
 */
export interface Guidance {
  /** What the check looks at, and what a pass means. Two to four sentences. */
  readonly meaning: string;
  /** What happens when it fails: the way an attacker or an accident takes. Two to four sentences. */
  readonly why: string;
  readonly fix: readonly [FixStep, ...FixStep[]];
  readonly verify: readonly [Verification, ...Verification[]];
  /** What the fix may break or cost, and how to find out first. One to three sentences. */
  readonly sideEffects: string;
  readonly effort: Effort;
  /** Sections of NIST SP 800-190 that ask for this; empty when none does. */
  readonly nist: readonly NistSection[];
  /** ATT&CK techniques for Containers that this control truly hinders or shows; empty when none. */
  readonly attack: readonly AttackTechniqueId[];
}
