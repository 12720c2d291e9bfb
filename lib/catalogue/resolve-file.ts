import type { BenchFile, BenchFormat, StartedAt } from "@/lib/bench/report";
import { type ResolvedRun, resolveRun } from "./resolve-run";

/** A file whose runs have found their controls. */
export interface ResolvedFile {
  readonly format: BenchFormat;
  /** In file order; never empty. */
  readonly runs: readonly ResolvedRun[];
  /** Index of the run to take when only one is wanted: the newest complete one, else the newest. */
  readonly chosen: number;
  readonly remarks: readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Good to a day: a wall clock's zone is not known. */
const roughTime = (startedAt: StartedAt | null): number | null => {
  if (startedAt === null) return null;
  const time = startedAt.kind === "instant" ? startedAt.epochMs : Date.parse(`${startedAt.wallClock}Z`);
  return Number.isFinite(time) ? time : null;
};

/**
 * The tool appends, so the later run in the file is the newer, unless its own clock says that it ran more than a day
 * before: then somebody joined the files the other way round. Closer times are not compared, since dates of old editions
 * have no offset and one edition prints the month in place of the minutes.
 */
const isNewer = (later: ResolvedRun, earlier: ResolvedRun): boolean => {
  const [a, b] = [roughTime(later.startedAt), roughTime(earlier.startedAt)];
  return a === null || b === null || a > b - DAY_MS;
};

const newestOf = (runs: readonly ResolvedRun[], counts: (run: ResolvedRun) => boolean): number | null => {
  let newest: { readonly run: ResolvedRun; readonly index: number } | null = null;
  for (const [index, run] of runs.entries()) {
    if (counts(run) && (newest === null || isNewer(run, newest.run))) newest = { run, index };
  }
  return newest === null ? null : newest.index;
};

/** Resolves every run of a file and says which one stands for it (rules of evidence 2). */
export const resolveFile = (file: BenchFile): ResolvedFile => {
  const runs = file.runs.map((run) => resolveRun(run, file.format));
  const chosen = newestOf(runs, (run) => run.complete) ?? newestOf(runs, () => true) ?? 0;
  return { format: file.format, runs, chosen, remarks: file.remarks };
};
