import { SEVERITIES, type Severity } from "@/lib/catalogue/judgement";
import type { ObservedItem } from "@/lib/catalogue/observation";
import { byNumber, type DiffEntry, type ScanDiff } from "./diff";
import type { Finding } from "./finding";
import type { HostState } from "./host-state";
import { type FindingState, isFailing } from "./states";

/** What a build may ask of a scan; each mode is explained by `gateMeaning` of gate-words. */
export const GATE_MODES = ["regression", "new", "threshold"] as const;
export type GateMode = (typeof GATE_MODES)[number];

/** What a scan is held against. A threshold counts findings of at least `severity`, of which `max` are allowed. */
export type GateRule =
  | { readonly mode: "regression" | "new" }
  | { readonly mode: "threshold"; readonly severity: Severity; readonly max: number };

/**
 * What a remark is about. Whether it makes the gate fail depends on the mode: the scanner's change is a reason of `new` and a note of
 * `regression`. From `first_scan` on they only ever explain.
 */
export const GATE_CODES = [
  "threshold_exceeded",
  "regressed",
  "newly_failing",
  "scanner_changed",
  "items_gained",
  "failing",
  "first_scan",
  "late_scan",
  "incomplete",
  "not_assessed",
  "within_threshold",
  "accepted",
  "not_applicable",
  "no_severity",
] as const;
export type GateCode = (typeof GATE_CODES)[number];

/** One thing that made the gate fail, or that did not and should be known. The sentence is `gateSentence` of gate-words. */
export interface GateRemark {
  readonly code: GateCode;
  /** The finding; all null where it is about the scan, or about `count` findings together. */
  readonly control: string | null;
  readonly id: string | null;
  readonly title: string | null;
  readonly severity: Severity | null;
  /** Failing items by name; of `items_gained` only those that are new and that nobody accepted. */
  readonly items: readonly string[];
  readonly count: number | null;
}

export interface GateVerdict {
  readonly rule: GateRule;
  readonly passes: boolean;
  /** Why it fails; none when it passes. */
  readonly reasons: readonly GateRemark[];
  /** What the gate looked at and did not count. */
  readonly notes: readonly GateRemark[];
}

/** A scan at the gate. */
export interface GatedScan {
  /** Against all that was known before it. */
  readonly diff: ScanDiff;
  /** The host just after this scan, with the decisions in force at its time, and nothing of what came later. */
  readonly after: Pick<HostState, "findings">;
  /** False when the log was cut short. */
  readonly complete: boolean;
  /** True when the host has a newer scan. */
  readonly isLate: boolean;
}

/** Null: the catalogue does not judge this control. */
export type SeverityOf = (control: string) => Severity | null;

/**
 * Holds a scan against a rule. What the scan did not assess neither passes nor fails it; risks that are accepted, and what is not
 * applicable, do not fail it.
 */
export function judgeScan(scan: GatedScan, rule: GateRule, severityOf: SeverityOf): GateVerdict {
  const found = rule.mode === "threshold" ? overThreshold(scan, rule, severityOf) : changesOf(scan, rule.mode, severityOf);
  return { rule, passes: found.reasons.length === 0, reasons: found.reasons, notes: [...notesOnScan(scan), ...found.notes] };
}

type Found = Pick<GateVerdict, "reasons" | "notes">;

const onScan = (code: GateCode, count: number | null = null, severity: Severity | null = null): GateRemark => ({
  code,
  control: null,
  id: null,
  title: null,
  severity,
  items: [],
  count,
});

function notesOnScan({ diff, complete, isLate }: GatedScan): GateRemark[] {
  const notes: GateRemark[] = [];
  if (isLate) notes.push(onScan("late_scan"));
  if (!complete) notes.push(onScan("incomplete"));
  if (diff.notAssessed.length > 0) notes.push(onScan("not_assessed", diff.notAssessed.length));
  return notes;
}

/** The decision that keeps a failing finding from failing a gate. */
const excuseOf = (state: FindingState | undefined): "accepted" | "not_applicable" | null =>
  state === "accepted" || state === "not_applicable" ? state : null;

function changesOf({ diff, after }: GatedScan, mode: "regression" | "new", severityOf: SeverityOf): Found {
  // Nothing was known, so nothing got worse.
  if (diff.base === null) return { reasons: [], notes: [onScan("first_scan")] };
  const reasons: GateRemark[] = [];
  const notes: GateRemark[] = [];
  const remark = (code: GateCode, entry: DiffEntry, items: readonly string[]): GateRemark => ({
    ...onScan(code, null, entry.control === null ? null : severityOf(entry.control)),
    control: entry.control,
    id: entry.id,
    title: entry.title,
    items,
  });
  for (const entry of [...diff.newlyFailing].sort(byNumber)) {
    const code = entry.why === "regressed" || entry.why === "scanner_changed" ? entry.why : "newly_failing";
    const excuse = excuseOf(after.findings.get(entry.key)?.state);
    if (mode === "regression" && code === "newly_failing") continue;
    if (excuse !== null) notes.push(remark(excuse, entry, entry.items));
    else (mode === "regression" && code === "scanner_changed" ? notes : reasons).push(remark(code, entry, entry.items));
  }
  if (mode === "new") {
    for (const entry of [...diff.changedItems].sort(byNumber)) {
      if (entry.itemsGained.length === 0) continue;
      const finding = after.findings.get(entry.key);
      const excuse = excuseOf(finding?.state);
      const items = excuse === null ? withoutAccepted(entry.itemsGained, finding) : [];
      if (items.length > 0) reasons.push(remark("items_gained", entry, items));
      else notes.push(remark(excuse ?? "accepted", entry, entry.itemsGained));
    }
  }
  return { reasons, notes };
}

/** The names of the items that no acceptance in force covers, whatever else fails beside them. */
function withoutAccepted(names: readonly string[], finding: Finding | undefined): readonly string[] {
  if (finding === undefined) return names;
  const accepted = new Set(finding.decisions.acceptances.flatMap(({ items }) => items ?? []));
  const isAccepted = ({ key }: ObservedItem): boolean => accepted.has(key);
  const covered = new Set(finding.items.filter(isAccepted).map(({ name }) => name));
  return names.filter((name) => !covered.has(name));
}

/** Absolute, and of the whole host: what this scan did not assess counts as it stood, also before any other scan. */
function overThreshold({ after }: GatedScan, rule: Extract<GateRule, { mode: "threshold" }>, severityOf: SeverityOf): Found {
  const counts = new Set(SEVERITIES.slice(0, SEVERITIES.indexOf(rule.severity) + 1));
  const failing: GateRemark[] = [];
  let accepted = 0;
  let unjudged = 0;
  for (const finding of after.findings.values()) {
    const severity = finding.control === null ? null : severityOf(finding.control);
    if (severity === null && isFailing(finding.state)) unjudged += 1;
    if (severity === null || !counts.has(severity)) continue;
    if (finding.state === "accepted") accepted += 1;
    if (isFailing(finding.state)) failing.push(remarkOn(finding, severity));
  }
  const rank = ({ severity }: GateRemark): number => (severity === null ? SEVERITIES.length : SEVERITIES.indexOf(severity));
  failing.sort((a, b) => rank(a) - rank(b) || byNumber(a, b) || compareText(a.title ?? "", b.title ?? ""));
  const notes: GateRemark[] = [];
  if (accepted > 0) notes.push(onScan("accepted", accepted, rule.severity));
  if (unjudged > 0) notes.push(onScan("no_severity", unjudged));
  if (failing.length > rule.max) return { reasons: [onScan("threshold_exceeded", failing.length, rule.severity), ...failing], notes };
  return { reasons: [], notes: [onScan("within_threshold", failing.length, rule.severity), ...notes] };
}

const remarkOn = ({ control, evidence, items }: Finding, severity: Severity): GateRemark => ({
  ...onScan("failing", null, severity),
  control,
  id: evidence?.number ?? null,
  // A finding that only a person spoke of was never printed.
  title: evidence?.title ?? control,
  items: items.map(({ name }) => name),
});

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
