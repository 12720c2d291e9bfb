import type { Level } from "@/lib/bench/report";
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

export interface DiffEntry {
  readonly key: string;
  readonly control: string | null;
  /** The number in the newer scan's edition; the older one's where the newer scan does not print it. */
  readonly id: string | null;
  readonly title: string;
  /** Failing items by name, after the scan; before it where it does not print the control. */
  readonly items: readonly string[];
  readonly itemsGained: readonly string[];
  readonly itemsLost: readonly string[];
  readonly from: Printed | null;
  readonly to: Printed | null;
  /** On newly failing entries of an ingest diff: why it was not known to fail. */
  readonly why: FirstFailure | null;
}

/** Five exclusive classes. What passed and passes, or is undecided in both, is in none of them. */
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

type DiffClass = Exclude<keyof ScanDiff, "base">;

function compare(
  base: number | null,
  known: ReadonlyMap<string, Known>,
  observations: readonly Observation[],
  why: (key: string) => FirstFailure | null,
): ScanDiff {
  const classes: Record<DiffClass, DiffEntry[]> = { newlyFailing: [], fixed: [], stillFailing: [], changedItems: [], notAssessed: [] };
  const printed = new Set<string>();
  for (const observation of observations) {
    printed.add(observation.key);
    const before = known.get(observation.key);
    const entry = entryOf(before, observation);
    const into = classOf(before, observation, entry);
    if (into !== null) classes[into].push(into === "newlyFailing" ? { ...entry, why: why(observation.key) } : entry);
  }
  for (const before of known.values()) if (!printed.has(before.key)) classes.notAssessed.push(absentEntry(before));
  return { base, ...classes };
}

function classOf(before: Known | undefined, observation: Observation, entry: DiffEntry): DiffClass | null {
  const failedBefore = before?.bearing === "fail";
  const now = bearingOf(observation);
  if (now === "pass") return failedBefore ? "fixed" : null;
  if (now === "undecided") return before !== undefined && before.bearing !== "undecided" ? "notAssessed" : null;
  if (!failedBefore) return "newlyFailing";
  return entry.itemsGained.length + entry.itemsLost.length > 0 ? "changedItems" : "stillFailing";
}

function entryOf(before: Known | undefined, observation: Observation): DiffEntry {
  const now = bearingOf(observation);
  const failedItems = before?.bearing === "fail" ? before.items : [];
  const items = now === "fail" ? failingItemsAfter(failedItems, observation) : [];
  return {
    key: observation.key,
    control: observation.control,
    id: observation.number,
    title: observation.title,
    items: (now === "undecided" ? failedItems : items).map((item) => item.name),
    itemsGained: now === "undecided" ? [] : itemsOnlyIn(items, failedItems),
    itemsLost: now === "undecided" ? [] : itemsOnlyIn(failedItems, items),
    from: before?.printed ?? null,
    to: { level: observation.level, outcome: observation.outcome },
    why: null,
  };
}

const absentEntry = ({ key, control, number, title, items, printed, bearing }: Known): DiffEntry => ({
  key,
  control,
  id: number,
  title,
  items: bearing === "fail" ? items.map((item) => item.name) : [],
  itemsGained: [],
  itemsLost: [],
  from: printed,
  to: null,
  why: null,
});

/** Exactly these two scans, whatever lies between or before them. */
export function diffScans(before: ScanStep | null, after: ScanStep): ScanDiff {
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
  return compare(before?.scanId ?? null, known, after.observations, () => null);
}

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
  const why = (key: string): FirstFailure => {
    const finding = host.findings.get(key);
    return firstFailureOf(finding, scan.edition, finding === undefined ? null : lastPassOf(host, finding), facts);
  };
  return compare(newestCovering(host, scan.tool)?.scanId ?? null, known, scan.observations, why);
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
