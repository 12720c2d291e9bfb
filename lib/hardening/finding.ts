import type { Level } from "@/lib/bench/report";
import type { ObservedItem } from "@/lib/catalogue/observation";
import type { Outcome } from "@/lib/catalogue/outcome";
import type { FindingState } from "./states";

/** What the evidence alone says, before anybody's work and decisions. */
export type Verdict = "open" | "regressed" | "hardened" | "needs_review" | "not_assessable";

/** A scan that covered a control. `at` is the scan's own time in epoch milliseconds. */
export interface Sighting {
  readonly scanId: number;
  readonly at: number;
  readonly edition: string | null;
}

/** The result a finding rests on. The line is that of `scanId`; a newer scan's line is in that scan's results. */
export interface Evidence {
  readonly scanId: number;
  readonly line: number | null;
  readonly number: string | null;
  readonly title: string;
  readonly level: Level;
  readonly outcome: Outcome;
  readonly notes: readonly string[];
}

/** A dated decision to live with failing items; `items` null covers any item. Times in epoch milliseconds. */
export interface Acceptance {
  readonly id: string;
  readonly items: readonly string[] | null;
  readonly at: number;
  readonly until: number;
  readonly reason: string;
}

export interface Attestation {
  readonly id: string;
  readonly says: "pass" | "fail";
  readonly at: number;
  readonly until: number;
  readonly reason: string;
}

/** People's decisions that lie over the evidence. The evidence goes on underneath, so that each can end. */
export interface Decisions {
  readonly acceptances: readonly Acceptance[];
  /** `items` are the keys known when it was said: a fail with another one ends it. */
  readonly notApplicable: { readonly at: number; readonly reason: string; readonly items: readonly string[] } | null;
  readonly attestation: Attestation | null;
  /** A scan brought an item that no acceptance covers: shown open until somebody or some evidence moves it. */
  readonly outgrown: boolean;
}

export const NO_DECISIONS: Decisions = { acceptances: [], notApplicable: null, attestation: null, outgrown: false };

/**
 * One control on one host, living across scans. Plain data: it survives JSON. All times are epoch milliseconds.
 * A rescan that says the same leaves it untouched, so what every scan renews (last seen, last passed) is not here:
 * `lastSighting`, `supportOf` and `lastPassOf` derive it from the host's coverings.
 */
export interface Finding {
  readonly key: string;
  readonly control: string | null;
  /** Tool family of the scan that last changed it; null while only people have spoken. */
  readonly tool: string | null;
  readonly state: FindingState;
  /** Since when it is in `state`. */
  readonly since: number;
  readonly verdict: Verdict;
  readonly work: "in_progress" | "awaiting_verification" | null;
  readonly decisions: Decisions;
  /** Outcome of the last evidence that decided anything. */
  readonly decided: "fail" | "pass" | null;
  /** The failing items; while undecided, the items the result names; none when hardened. */
  readonly items: readonly ObservedItem[];
  readonly itemsWhole: boolean;
  readonly firstSeenAt: number;
  /** Start of the present, or when hardened of the last, time of failing. */
  readonly failingSince: number | null;
  readonly regressedAt: number | null;
  /** The last pass before the verdict left hardened; while hardened see `lastPassOf`. */
  readonly lastPassed: Sighting | null;
  /** True until a scan says that it fails. Such a pass is in no "fixed" count and in no time to harden. */
  readonly neverFailed: boolean;
  /** Regressed from a pass that had never failed: nobody's fix was undone. */
  readonly newlyFailing: boolean;
  /** It fails because the edition asks something else than the one it passed. */
  readonly scannerChanged: boolean;
  /** The scan that last supported the verdict, when a later one covered the control and could not decide it. */
  readonly held: Sighting | null;
  readonly evidence: Evidence | null;
  readonly lastChangeScanId: number | null;
}

/** A finding nobody has said anything about yet: the "none" of the table of states. */
export const unseenFinding = (key: string, control: string | null, at: number): Finding => ({
  key,
  control,
  tool: null,
  state: "needs_review",
  since: at,
  verdict: "needs_review",
  work: null,
  decisions: NO_DECISIONS,
  decided: null,
  items: [],
  itemsWhole: true,
  firstSeenAt: at,
  failingSince: null,
  regressedAt: null,
  lastPassed: null,
  neverFailed: true,
  newlyFailing: false,
  scannerChanged: false,
  held: null,
  evidence: null,
  lastChangeScanId: null,
});

const PLAIN = [
  "control",
  "tool",
  "state",
  "since",
  "verdict",
  "work",
  "decisions",
  "decided",
  "itemsWhole",
  "firstSeenAt",
  "failingSince",
  "regressedAt",
  "lastPassed",
  "neverFailed",
  "newlyFailing",
  "scannerChanged",
  "held",
] as const satisfies readonly (keyof Finding)[];

/** True when both hold the same items, whatever their order and their printed names. */
const sameItems = (a: readonly ObservedItem[], b: readonly ObservedItem[]): boolean => {
  if (a.length !== b.length) return false;
  const keys = new Set(a.map((item) => item.key));
  return b.every((item) => keys.has(item.key));
};

/**
 * True when a step changed nothing worth writing. Another line, another note or another scan id alone is no change;
 * another number, title or level is, because lists show them.
 */
export function sameFinding(a: Finding, b: Finding): boolean {
  if (a === b) return true;
  if (!PLAIN.every((field) => a[field] === b[field]) || !sameItems(a.items, b.items)) return false;
  const [x, y] = [a.evidence, b.evidence];
  if (x === null || y === null) return x === y;
  return x.number === y.number && x.title === y.title && x.level === y.level && x.outcome === y.outcome;
}
