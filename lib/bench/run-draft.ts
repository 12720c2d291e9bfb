import { shorten } from "./refusal";
import type { BenchItem, BenchRun, Level, SkippedLine, StartedAt } from "./report";

/** A line of the decoded file; several may share a number when a JSON string wraps a whole log. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** A result while its sub-lines are still being read. */
export interface ResultDraft {
  readonly id: string | null;
  readonly title: string;
  readonly level: Level;
  readonly section: string | null;
  readonly line: number | null;
  items: BenchItem[];
  notes: string[];
  itemsWhole: boolean;
}

/**
 * Most results name nothing, and two empty lists for each of them would be half the memory of a run. They share these, which
 * nobody may change: `addItems` and `addNote` give a result its own.
 */
const NO_ITEMS: BenchItem[] = [];
const NO_NOTES: string[] = [];

/** Adds what one line names. Where it names several things the words of each are its name: a list repeated per item would be its square. */
export function addItems(result: ResultDraft, names: readonly string[], words: string, line: number | null): void {
  if (names.length > 0 && result.items === NO_ITEMS) result.items = [];
  for (const name of names) result.items.push({ name, raw: names.length === 1 ? words : name, line });
}

/** Adds words that name nothing. */
export function addNote(result: ResultDraft, words: string): void {
  if (result.notes === NO_NOTES) result.notes = [];
  result.notes.push(words);
}

/** A run without its own limit on remarks would let one file of prose fill the memory. */
const MAX_SKIPPED = 1000;
const SKIPPED_WIDTH = 300;

/** Results, items and notes that one run may hold; the largest real run has some thousands. */
const MAX_ENTRIES = 100_000;

/** Collects one run; `finish` freezes it. */
export class RunDraft {
  headerVersion: string | null = null;
  benchmark: string | null = null;
  startedAt: StartedAt | null = null;
  started = false;
  checks: number | null = null;
  score: number | null = null;
  closed = false;
  readonly results: ResultDraft[] = [];
  lastLine: number;
  /** Results, items and notes so far. */
  entries = 0;
  readonly #skipped: SkippedLine[] = [];
  #skippedBeyond = 0;

  constructor(readonly firstLine: number) {
    this.lastLine = firstLine;
  }

  /** True for anything that the tool itself began: an aborted run of no results is still a run. */
  get isRun(): boolean {
    return this.results.length > 0 || this.started || this.headerVersion !== null;
  }

  addResult({ id, title, level, section, line }: Omit<ResultDraft, "items" | "notes" | "itemsWhole">): ResultDraft {
    const draft: ResultDraft = { id, title, level, section, line, items: NO_ITEMS, notes: NO_NOTES, itemsWhole: true };
    this.entries += 1;
    this.results.push(draft);
    return draft;
  }

  /** True when the run can hold no more, so that no input fills the memory; what follows is then only counted. */
  get isFull(): boolean {
    return this.entries >= MAX_ENTRIES;
  }

  skip(line: number, text: string, reason: string): void {
    if (this.#skipped.length >= MAX_SKIPPED) this.#skippedBeyond += 1;
    else this.#skipped.push({ line, text: shorten(text.trim(), SKIPPED_WIDTH), reason });
  }

  /** Takes over what was skipped by a draft that turned out to be no run. */
  adopt(stray: RunDraft): void {
    for (const { line, text, reason } of stray.#skipped) this.skip(line, text, reason);
    this.#skippedBeyond += stray.#skippedBeyond;
    this.lastLine = Math.max(this.lastLine, stray.lastLine);
  }

  finish(): BenchRun {
    const last = this.results.at(-1);
    // The list under the last check of a run without its own end may have been cut.
    if (!this.closed && last) last.itemsWhole = false;
    if (this.#skippedBeyond > 0) {
      this.#skipped.push({ line: this.lastLine, text: "", reason: `${this.#skippedBeyond} further lines were not understood` });
    }
    return {
      headerVersion: this.headerVersion,
      benchmark: this.benchmark,
      startedAt: this.startedAt,
      closed: this.closed,
      checks: this.checks,
      score: this.score,
      results: this.results,
      skipped: this.#skipped,
      firstLine: this.firstLine,
      lastLine: this.lastLine,
    };
  }
}
