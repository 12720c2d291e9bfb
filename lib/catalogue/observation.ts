import type { Level } from "@/lib/bench/report";
import { itemKey } from "./item-key";
import { OUTCOMES, type Outcome } from "./outcome";
import type { ResolvedResult, ResolvedRun } from "./resolve-run";

/** An item under the key it keeps from scan to scan. */
export interface ObservedItem {
  readonly key: string;
  readonly name: string;
  readonly raw: string;
}

/** What one run says of one control, or of one unmapped title. */
export interface Observation {
  /** The control's slug, or the local slug of an unmapped result. */
  readonly key: string;
  readonly control: string | null;
  readonly number: string | null;
  readonly title: string;
  /** As printed, of the result with the worst outcome. */
  readonly level: Level;
  readonly outcome: Outcome;
  readonly notAssessable: boolean;
  readonly canOnlyPass: boolean;
  /** Sorted by key, one per key. */
  readonly items: readonly ObservedItem[];
  /** An item that is missing here is gone only if this is true. */
  readonly itemsWhole: boolean;
  readonly line: number | null;
  readonly notes: readonly string[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const uniteItems = (results: readonly ResolvedResult[]): ObservedItem[] => {
  const items = new Map<string, ObservedItem>();
  for (const { name, raw } of results.flatMap((result) => result.items)) {
    const key = itemKey(name);
    if (!items.has(key)) items.set(key, { key, name, raw });
  }
  return [...items.values()].sort((a, b) => byText(a.key, b.key));
};

/**
 * Unites the results of one control in one run (rules of evidence 6): the worst outcome, with its line and title; all items
 * and notes. fail is worse than manual, manual worse than info, info worse than pass.
 */
const uniteResults = (results: readonly [ResolvedResult, ...ResolvedResult[]]): Observation => {
  const rank = (result: ResolvedResult): number => OUTCOMES.indexOf(result.outcome);
  const worst = results.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  const equallyBad = results.filter((result) => result.outcome === worst.outcome);
  return {
    key: worst.key,
    control: worst.control,
    number: worst.number,
    title: worst.title,
    level: worst.level,
    outcome: worst.outcome,
    notAssessable: equallyBad.every((result) => result.notAssessable),
    canOnlyPass: results.every((result) => result.canOnlyPass),
    items: uniteItems(results),
    itemsWhole: results.every((result) => result.itemsWhole),
    line: worst.line,
    notes: [...new Set(results.flatMap((result) => result.notes))],
  };
};

/**
 * What a run says, one observation per key, sorted by key: the input of findings, and what a scan's digest is made of. The
 * tool's own examples test nothing and are left out.
 */
export const observations = (run: ResolvedRun): Observation[] => {
  const groups = new Map<string, [ResolvedResult, ...ResolvedResult[]]>();
  for (const result of run.results) {
    if (result.mapping === "example") continue;
    const group = groups.get(result.key);
    if (group === undefined) groups.set(result.key, [result]);
    else group.push(result);
  }
  return [...groups.values()].map(uniteResults).sort((a, b) => byText(a.key, b.key));
};
