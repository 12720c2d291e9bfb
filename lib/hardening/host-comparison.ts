import type { Observation, ObservedItem } from "@/lib/catalogue/observation";
import type { Printed } from "./diff";
import { itemsOnlyIn } from "./events";
import { bearingOf, uniqueItems } from "./observe";
import type { ScanStep } from "./steps";

/** Exclusive classes of a comparison, in the order of their weight. Neither side is "before": nothing here is fixed or new. */
export const COMPARISON_CLASSES = ["failsOnlyA", "failsOnlyB", "otherItems", "failsOnBoth", "assessedOnlyA", "assessedOnlyB"] as const;
export type ComparisonClass = (typeof COMPARISON_CLASSES)[number];

/** What a class is called, with what the sides are called: hosts, or days of one host. */
export function comparisonWords(name: ComparisonClass, a: string, b: string): string {
  const words: Record<ComparisonClass, string> = {
    failsOnlyA: `Fails only on ${a}`,
    failsOnlyB: `Fails only on ${b}`,
    otherItems: "Fails on both, other items",
    failsOnBoth: "Fails on both",
    assessedOnlyA: `Assessed only on ${a}`,
    assessedOnlyB: `Assessed only on ${b}`,
  };
  return words[name];
}

/** What one side printed for a control. */
export interface SideResult extends Printed {
  readonly number: string | null;
}

export interface ComparisonEntry {
  readonly key: string;
  readonly control: string | null;
  /** As A prints it, or B where A does not. */
  readonly title: string;
  /** Null where the side's scan does not print the control. */
  readonly a: SideResult | null;
  readonly b: SideResult | null;
  /** Failing items by name: of A alone, of B alone, of both. */
  readonly itemsOnlyA: readonly string[];
  readonly itemsOnlyB: readonly string[];
  readonly itemsBoth: readonly string[];
}

export interface HostComparison {
  readonly classes: Readonly<Record<ComparisonClass, readonly ComparisonEntry[]>>;
  /** Controls that pass on both sides. */
  readonly passOnBoth: number;
  /** Controls that neither side decides. */
  readonly undecided: number;
}

/**
 * Two scans side by side by control: of two hosts, or of one host at two dates. A control that only one side decides is in a
 * class of its own, whatever it says there: absent is neither passed nor failed.
 */
export function compareSides(a: ScanStep, b: ScanStep): HostComparison {
  const classes: Record<ComparisonClass, ComparisonEntry[]> = {
    failsOnlyA: [],
    failsOnlyB: [],
    otherItems: [],
    failsOnBoth: [],
    assessedOnlyA: [],
    assessedOnlyB: [],
  };
  const counts = { passOnBoth: 0, undecided: 0 };
  const [ofA, ofB] = [byKey(a), byKey(b)];
  for (const key of new Set([...ofA.keys(), ...ofB.keys()])) {
    const [one, other] = [ofA.get(key), ofB.get(key)];
    const entry = entryOf(key, one, other);
    const into = classOf(one, other, entry);
    if (into === "passOnBoth" || into === "undecided") counts[into] += 1;
    else classes[into].push(entry);
  }
  return { classes, ...counts };
}

const byKey = (scan: ScanStep): ReadonlyMap<string, Observation> => new Map(scan.observations.map((one) => [one.key, one]));

function classOf(
  a: Observation | undefined,
  b: Observation | undefined,
  entry: ComparisonEntry,
): ComparisonClass | "passOnBoth" | "undecided" {
  const [ofA, ofB] = [bearing(a), bearing(b)];
  if (ofA === "undecided" && ofB === "undecided") return "undecided";
  if (ofB === "undecided") return "assessedOnlyA";
  if (ofA === "undecided") return "assessedOnlyB";
  if (ofA === "pass") return ofB === "pass" ? "passOnBoth" : "failsOnlyB";
  if (ofB === "pass") return "failsOnlyA";
  return entry.itemsOnlyA.length + entry.itemsOnlyB.length > 0 ? "otherItems" : "failsOnBoth";
}

const bearing = (observation: Observation | undefined) => (observation === undefined ? "undecided" : bearingOf(observation));

const failingItems = (observation: Observation | undefined): readonly ObservedItem[] =>
  observation !== undefined && bearingOf(observation) === "fail" ? uniqueItems(observation.items) : [];

function entryOf(key: string, a: Observation | undefined, b: Observation | undefined): ComparisonEntry {
  const [ofA, ofB] = [failingItems(a), failingItems(b)];
  const onlyA = itemsOnlyIn(ofA, ofB);
  return {
    key,
    control: a?.control ?? b?.control ?? null,
    title: a?.title ?? b?.title ?? "",
    a: resultOf(a),
    b: resultOf(b),
    itemsOnlyA: onlyA,
    itemsOnlyB: itemsOnlyIn(ofB, ofA),
    itemsBoth: ofA.map(({ name }) => name).filter((name) => !onlyA.includes(name)),
  };
}

const resultOf = (observation: Observation | undefined): SideResult | null =>
  observation === undefined ? null : { level: observation.level, outcome: observation.outcome, number: observation.number };
