import type { BenchRun } from "./report";
import type { RunDraft } from "./run-draft";

/** Results, items and notes in one file. Beyond it the oldest runs go, because the newest are the ones that count. */
const MAX_ENTRIES = 500_000;
/** A run weighs more than its results. */
const RUN_WEIGHT = 10;

/** The runs of one file, bounded so that no file fills the memory. */
export class KeptRuns {
  readonly #runs: RunDraft[] = [];
  #entries = 0;
  #leftOut = 0;

  /** Keeps what is a run; what was skipped in anything else goes to the run before it. */
  add(run: RunDraft): void {
    if (!run.isRun) {
      this.#runs.at(-1)?.adopt(run);
      return;
    }
    this.#runs.push(run);
    this.#entries += run.entries + RUN_WEIGHT;
    if (this.#entries > MAX_ENTRIES) this.#dropOldest();
  }

  finish(): BenchRun[] {
    const [oldest] = this.#runs;
    if (this.#leftOut > 0 && oldest) oldest.skip(oldest.firstLine, "", `${this.#leftOut} older runs before this one were left out`);
    return this.#runs.map((run) => run.finish());
  }

  /** Halving at once keeps the dropping linear. */
  #dropOldest(): void {
    let dropped = 0;
    for (const oldest of this.#runs.slice(0, -1)) {
      if (this.#entries <= MAX_ENTRIES / 2) break;
      this.#entries -= oldest.entries + RUN_WEIGHT;
      dropped += 1;
    }
    this.#runs.splice(0, dropped);
    this.#leftOut += dropped;
  }
}
