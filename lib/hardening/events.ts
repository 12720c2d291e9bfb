import type { ObservedItem } from "@/lib/catalogue/observation";
import { failsBy } from "./decisions";
import type { Finding } from "./finding";
import type { FindingState } from "./states";

/** Why a finding changed. The first group comes from scans, the second from people, the third from the calendar. */
export const EVENT_KINDS = [
  "first_seen",
  "failed",
  "regressed",
  "scanner_changed",
  "still_failing",
  "items_changed",
  "acceptance_outgrown",
  "not_applicable_outgrown",
  "passed",
  "undecided",
  "started",
  "said_fixed",
  "reopened",
  "accepted",
  "acceptance_retired",
  "marked_not_applicable",
  "attested",
  "attestation_retired",
  "acceptance_expired",
  "attestation_expired",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One step in the history of a finding. `at` is the scan's, the act's or the expiry's own time in epoch milliseconds. */
export interface FindingEvent {
  readonly key: string;
  readonly at: number;
  readonly kind: EventKind;
  /** Null when nothing was known of the finding before. */
  readonly from: FindingState | null;
  readonly to: FindingState;
  /** The scan or the act that did it; both null for an expiry. */
  readonly scanId: number | null;
  readonly actId: number | null;
  /** Failing items by name. */
  readonly itemsGained: readonly string[];
  readonly itemsLost: readonly string[];
  readonly note: string | null;
}

const failingItems = (finding: Finding | undefined): readonly ObservedItem[] =>
  finding !== undefined && failsBy(finding.verdict) ? finding.items : [];

/** The names of the items in `a` that are not in `b`. */
export function itemsOnlyIn(a: readonly ObservedItem[], b: readonly ObservedItem[]): readonly string[] {
  const keys = new Set(b.map((item) => item.key));
  return a.filter((item) => !keys.has(item.key)).map((item) => item.name);
}

/** Why it happened: the words of the person, or null. */
type Cause = Pick<FindingEvent, "at" | "kind" | "scanId" | "actId" | "note">;

export function eventBetween(before: Finding | undefined, after: Finding, cause: Cause): FindingEvent {
  return {
    key: after.key,
    from: before?.state ?? null,
    to: after.state,
    itemsGained: itemsOnlyIn(failingItems(after), failingItems(before)),
    itemsLost: itemsOnlyIn(failingItems(before), failingItems(after)),
    ...cause,
  };
}

/** The event of a scan, or null where it only renewed what lists show (number, title, "not confirmed"). */
export function scanEvent(before: Finding | undefined, after: Finding, at: number, scanId: number): FindingEvent | null {
  const event = eventBetween(before, after, { at, kind: scanEventKind(before, after), scanId, actId: null, note: null });
  const told = event.from !== event.to || event.itemsGained.length > 0 || event.itemsLost.length > 0 || before?.decided !== after.decided;
  return told ? event : null;
}

function scanEventKind(before: Finding | undefined, after: Finding): EventKind {
  if (before === undefined || before.evidence === null) return "first_seen";
  if (!failsBy(after.verdict)) return after.verdict === "hardened" ? "passed" : "undecided";
  if (before.decisions.notApplicable !== null && after.decisions.notApplicable === null) return "not_applicable_outgrown";
  if (before.work === "awaiting_verification" && after.work === null) return "still_failing";
  if (!before.decisions.outgrown && after.decisions.outgrown) return "acceptance_outgrown";
  if (failsBy(before.verdict)) return "items_changed";
  if (after.scannerChanged) return "scanner_changed";
  return after.verdict === "regressed" ? "regressed" : "failed";
}
