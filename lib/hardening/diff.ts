import type { Level } from "@/lib/bench/report";
import { compareNumbers } from "@/lib/catalogue/controls";
import type { Observation, ObservedItem } from "@/lib/catalogue/observation";
import type { Outcome } from "@/lib/catalogue/outcome";
import { failsBy } from "./decisions";
import { itemsOnlyIn } from "./events";
import type { Finding } from "./finding";
import { type HostState, lastPassOf, newestCovering } from "./host-state";
import { bearingOf, type CatalogueFacts, type FirstFailure, failingItemsAfter, firstFailureOf, uniqueItems } from "./observe";
import type { ScanStep } from "./steps";

/** What was printed; null on an entry when the scan did not print the control. */
export interface Printed {
  readonly level: Level;
  readonly outcome: Outcome;
}

/**
 * Why a control newly fails. Against all that was known: `first` (nobody had seen it pass or fail), `regressed`, or
 * `scanner_changed`. Between two scans only, where "first" would claim too much: the older one did not print it, or printed
 * it and decided nothing.
 */
export const DIFF_CAUSES = ["first", "regressed", "scanner_changed", "not_printed", "not_decided"] as const satisfies readonly (
  | FirstFailure
  | "not_printed"
  | "not_decided"
)[];
export type DiffCause = (typeof DIFF_CAUSES)[number];

export interface DiffEntry {
  /** The control, and so the identity: another number in another edition is no change. */
  readonly key: string;
  readonly control: string | null;
  /** The number in the newer scan's edition; the older one's where the newer scan does not print it. */
  readonly id: string | null;
  /** The number it had before; null where nothing was known. */
  readonly idBefore: string | null;
  readonly title: string;
  /** Failing items by name, after the scan; before it where it does not print the control. */
  readonly items: readonly string[];
  readonly itemsGained: readonly string[];
  readonly itemsLost: readonly string[];
  readonly from: Printed | null;
  readonly to: Printed | null;
  /** Of what newly fails: why it was not known to. Of what the scan does not print: `scanner_changed` where its edition has no such check. */
  readonly why: DiffCause | null;
}

/** Entries as the numbering counts; what has no number comes last. For lists that people read. */
export const byNumber = (a: Pick<DiffEntry, "id">, b: Pick<DiffEntry, "id">): number => compareNumbers(a.id ?? "~", b.id ?? "~");

/** How many controls of the newer scan are in no class. */
export interface DiffRest {
  /** As before: passing before and now, or undecided before and now. */
  readonly unchanged: number;
  /** Passes now; was undecided or not known before. */
  readonly newlyPassing: number;
  /** Undecided now, and not known before. */
  readonly newlyUndecided: number;
}

/** Five exclusive classes, and the number of what is in none of them. */
export interface ScanDiff {
  /** The scan compared with; for an ingest the newest earlier scan of the same tool. Null: nothing was known. */
  readonly base: number | null;
  readonly newlyFailing: readonly DiffEntry[];
  /** Fail to pass, and nothing else: absent is never fixed. */
  readonly fixed: readonly DiffEntry[];
  readonly stillFailing: readonly DiffEntry[];
  /** Still failing, but of other items. */
  readonly changedItems: readonly DiffEntry[];
  /** Known before, and this scan does not print it or cannot decide it any more. */
  readonly notAssessed: readonly DiffEntry[];
  readonly rest: DiffRest;
}

/** What was known of a control before: the common shape of a finding and of an older scan's result. */
interface Known {
  readonly key: string;
  readonly control: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly printed: Printed;
  readonly bearing: "fail" | "pass" | "undecided";
  readonly items: readonly ObservedItem[];
}

/** The five, in the order of the interface. */
export type DiffClass = Exclude<keyof ScanDiff, "base" | "rest">;

function compare(
  base: number | null,
  known: ReadonlyMap<string, Known>,
  { observations, edition }: Pick<ScanStep, "observations" | "edition">,
  facts: CatalogueFacts,
  why: (observation: Observation) => DiffCause,
): ScanDiff {
  const classes: Record<DiffClass, DiffEntry[]> = { newlyFailing: [], fixed: [], stillFailing: [], changedItems: [], notAssessed: [] };
  const rest: Record<keyof DiffRest, number> = { unchanged: 0, newlyPassing: 0, newlyUndecided: 0 };
  const printed = new Set<string>();
  for (const observation of observations) {
    printed.add(observation.key);
    const before = known.get(observation.key);
    const entry = entryOf(before, observation);
    const into = classOf(before, observation, entry);
    if (into === null) rest[restOf(before, observation)] += 1;
    else classes[into].push(into === "newlyFailing" ? { ...entry, why: why(observation) } : entry);
  }
  for (const before of known.values()) {
    if (printed.has(before.key)) continue;
    const dropped = before.control !== null && edition !== null && !facts.knownIn(before.control, edition);
    classes.notAssessed.push(absentEntry(before, dropped ? "scanner_changed" : null));
  }
  return { base, ...classes, rest };
}

function classOf(before: Known | undefined, observation: Observation, entry: DiffEntry): DiffClass | null {
  const failedBefore = before?.bearing === "fail";
  const now = bearingOf(observation);
  if (now === "pass") return failedBefore ? "fixed" : null;
  if (now === "undecided") return before !== undefined && before.bearing !== "undecided" ? "notAssessed" : null;
  if (!failedBefore) return "newlyFailing";
  return entry.itemsGained.length + entry.itemsLost.length > 0 ? "changedItems" : "stillFailing";
}

function restOf(before: Known | undefined, observation: Observation): keyof DiffRest {
  const now = bearingOf(observation);
  if (before?.bearing === now) return "unchanged";
  return now === "pass" ? "newlyPassing" : "newlyUndecided";
}

function entryOf(before: Known | undefined, observation: Observation): DiffEntry {
  const now = bearingOf(observation);
  const failedItems = before?.bearing === "fail" ? before.items : [];
  const items = now === "fail" ? failingItemsAfter(failedItems, observation) : [];
  return {
    key: observation.key,
    control: observation.control,
    id: observation.number,
    idBefore: before?.number ?? null,
    title: observation.title,
    items: (now === "undecided" ? failedItems : items).map((item) => item.name),
    itemsGained: now === "undecided" ? [] : itemsOnlyIn(items, failedItems),
    itemsLost: now === "undecided" ? [] : itemsOnlyIn(failedItems, items),
    from: before?.printed ?? null,
    to: { level: observation.level, outcome: observation.outcome },
    why: null,
  };
}

const absentEntry = ({ key, control, number, title, items, printed, bearing }: Known, why: DiffCause | null): DiffEntry => ({
  key,
  control,
  id: number,
  idBefore: number,
  title,
  items: bearing === "fail" ? items.map((item) => item.name) : [],
  itemsGained: [],
  itemsLost: [],
  from: printed,
  to: null,
  why,
});

/** Exactly these two scans, whatever lies between or before them. */
export function diffScans(before: ScanStep | null, after: ScanStep, facts: CatalogueFacts): ScanDiff {
  const known = new Map<string, Known>();
  for (const observation of before?.observations ?? []) {
    const { key, control, number, title, level, outcome } = observation;
    known.set(key, {
      key,
      control,
      number,
      title,
      printed: { level, outcome },
      bearing: bearingOf(observation),
      items: uniqueItems(observation.items),
    });
  }
  const why = ({ key, control }: Observation): DiffCause => {
    if (before === null) return "first";
    const earlier = known.get(key);
    if (earlier === undefined) return isNewToEdition(control, before.edition, after.edition, facts) ? "scanner_changed" : "not_printed";
    if (earlier.bearing !== "pass") return "not_decided";
    return hasOtherTarget(control, before.edition, after.edition, facts) ? "scanner_changed" : "regressed";
  };
  return compare(before?.scanId ?? null, known, after, facts, why);
}

type TwoEditions = [control: string | null, from: string | null, to: string | null, facts: CatalogueFacts];

const isNewToEdition = (...[control, from, to, facts]: TwoEditions): boolean =>
  control !== null && from !== null && to !== null && from !== to && !facts.knownIn(control, from);

const hasOtherTarget = (...[control, from, to, facts]: TwoEditions): boolean =>
  control !== null && from !== null && to !== null && from !== to && facts.targetChanged(control, from, to);

/**
 * A scan against all that earlier scans said of its tool's controls, never only its predecessor: a control that the
 * last scan skipped is compared with the scan that last printed it. People's decisions are no part of it.
 */
export function diffAgainstKnown(host: HostState, scan: ScanStep, facts: CatalogueFacts): ScanDiff {
  const known = new Map<string, Known>();
  const printed = new Set(scan.observations.map(({ key }) => key));
  for (const finding of host.findings.values()) {
    // What another tool family prints is not missing from this scan.
    const before = finding.tool === scan.tool || printed.has(finding.key) ? knownFrom(finding) : null;
    if (before !== null) known.set(finding.key, before);
  }
  const newest = newestCovering(host, scan.tool);
  const why = ({ key, control }: Observation): DiffCause => {
    const finding = host.findings.get(key);
    const unseen = finding === undefined || finding.evidence === null;
    if (unseen && isNewToEdition(control, newest?.edition ?? null, scan.edition, facts)) return "scanner_changed";
    return firstFailureOf(finding, scan.edition, finding === undefined ? null : lastPassOf(host, finding), facts);
  };
  return compare(newest?.scanId ?? null, known, scan, facts, why);
}

function knownFrom(finding: Finding): Known | null {
  const { key, control, evidence, verdict, items } = finding;
  if (evidence === null) return null;
  return {
    key,
    control,
    number: evidence.number,
    title: evidence.title,
    printed: { level: evidence.level, outcome: evidence.outcome },
    bearing: failsBy(verdict) ? "fail" : verdict === "hardened" ? "pass" : "undecided",
    items,
  };
}
