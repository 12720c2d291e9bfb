import { compareNumbers } from "@/lib/catalogue/controls";
import type { Printed } from "./diff";
import type { ScanStep } from "./steps";

/** A check over the scans of a host: one cell per scan, null where a scan does not print it. */
export interface StripRow {
  readonly key: string;
  readonly control: string | null;
  /** Number and title of the newest of these scans that prints it. */
  readonly number: string | null;
  readonly title: string;
  readonly cells: readonly (StripCell | null)[];
}

export interface StripCell extends Printed {
  /** The outcome differs from that of the scan that printed it last. */
  readonly changed: boolean;
}

/**
 * The checks that changed their outcome within these scans, oldest scan first. What changed last comes first, then as the
 * numbering counts. A scan that skips a check is no change: absent is no outcome.
 */
export function stripRows(scans: readonly ScanStep[]): readonly StripRow[] {
  const rows = new Map<string, Draft>();
  scans.forEach(({ observations }, index) => {
    for (const { key, control, number, title, level, outcome } of observations) {
      const row: Draft = rows.get(key) ?? { cells: new Array(scans.length).fill(null), last: null, changedAt: null, shown: null };
      const changed = row.last !== null && row.last !== outcome;
      row.cells[index] = { level, outcome, changed };
      row.shown = { key, control, number, title };
      row.last = outcome;
      if (changed) row.changedAt = index;
      rows.set(key, row);
    }
  });
  return [...rows.values()]
    .flatMap(({ shown, cells, changedAt }) => (shown === null || changedAt === null ? [] : [{ ...shown, cells, changedAt }]))
    .sort((a, b) => b.changedAt - a.changedAt || compareNumbers(a.number ?? "~", b.number ?? "~") || (a.key < b.key ? -1 : 1))
    .map(({ changedAt: _, ...row }) => row);
}

interface Draft {
  readonly cells: (StripCell | null)[];
  last: StripCell["outcome"] | null;
  changedAt: number | null;
  shown: Omit<StripRow, "cells"> | null;
}

type Numbered = Pick<ScanStep, "tool" | "edition">;

/** Scans next to each other that were read with one numbering. */
export interface EditionRun extends Numbered {
  readonly scans: number;
}

export function editionRuns(scans: readonly Numbered[]): readonly EditionRun[] {
  const runs: EditionRun[] = [];
  for (const { tool, edition } of scans) {
    const last = runs.at(-1);
    if (last?.tool === tool && last.edition === edition) runs[runs.length - 1] = { ...last, scans: last.scans + 1 };
    else runs.push({ tool, edition, scans: 1 });
  }
  return runs;
}

/**
 * For each scan, oldest first, the numbering that its tool had before where it is another one now; null elsewhere. Two tools
 * taking turns on a host is no change, and a numbering that could not be told says nothing.
 */
export function editionChanges(scans: readonly Numbered[]): readonly (string | null)[] {
  const last = new Map<string, string>();
  return scans.map(({ tool, edition }) => {
    if (edition === null) return null;
    const before = last.get(tool) ?? null;
    last.set(tool, edition);
    return before === edition ? null : before;
  });
}
