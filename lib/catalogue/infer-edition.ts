import type { BenchFormat, BenchResult, BenchRun } from "@/lib/bench/report";
import type { Check, Edition, EditionFamily } from "./edition";
import { EDITIONS, FLAT_JSON_EDITION, getEdition, REFERENCE_EDITION } from "./editions";
import { KUBE_EDITIONS } from "./kube-editions";
import { normaliseTitle } from "./normalise-title";

/** What a whole run says about the numbering it was printed with. */
export interface InferredEdition {
  /** Null when nothing fits, or when what fits disagrees about the control of a number that was printed. */
  readonly edition: Edition | null;
  /** The other editions that fit equally well, newest first. */
  readonly candidates: readonly Edition[];
  /** Enough of the run fits its edition for a number alone to name a control. */
  readonly numbersTrusted: boolean;
}

/** A result as it is compared: the title normalised once. */
export interface ComparedResult {
  readonly result: BenchResult;
  readonly normalTitle: string;
  /** The tool printed a message in place of the title, or the format has no titles. */
  readonly untitled: boolean;
}

const REPLACED_TITLE = normaliseTitle("Failed to inspect: auditctl command not found.");

/** A result with its title normalised. */
export const compared = (result: BenchResult): ComparedResult => {
  const normalTitle = normaliseTitle(result.title);
  return { result, normalTitle, untitled: normalTitle === "" || normalTitle === REPLACED_TITLE };
};

/** Editions a format can have printed, newest first. */
const editionsOf = (format: BenchFormat): readonly Edition[] => {
  if (format === "kube-bench-json" || format === "kube-bench-text") return KUBE_EDITIONS;
  const family: EditionFamily = format.startsWith("aqua") ? "aqua-docker-bench" : "docker-bench";
  return EDITIONS.filter((edition) => edition.family === family);
};

/** The edition's check that was printed with this number and title; null when it has no such pair. */
export const matchingCheck = (edition: Edition, { result, normalTitle, untitled }: ComparedResult): Check | null => {
  if (untitled) {
    const [only, ...others] = result.id === null || normalTitle === "" ? [] : (edition.byNumber.get(result.id) ?? []);
    return only !== undefined && others.length === 0 && only.titleMayBeReplaced ? only : null;
  }
  const titled = edition.byTitle.get(normalTitle) ?? [];
  return titled.find((check) => result.id === null || check.id === result.id) ?? null;
};

const versionDigits = (version: string): string => version.replace(/^\D+/, "");

/** "Community Edition" and "CE", and a benchmark's version, are written or left out from release to release. */
const foldBenchmark = (benchmark: string): string =>
  benchmark
    .toLowerCase()
    .replace(/community edition/g, "ce")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const sameBenchmark = (edition: Edition, benchmark: string): boolean => {
  if (edition.benchmark === null) return false;
  const [ours, theirs] = [`${foldBenchmark(edition.benchmark)} `, `${foldBenchmark(benchmark)} `];
  return theirs !== " " && (ours.startsWith(theirs) || theirs.startsWith(ours));
};

/** Keeps those that pass, or all when none does: evidence that contradicts every candidate decides nothing. */
const narrow = (editions: readonly Edition[], passes: (edition: Edition) => boolean): readonly Edition[] => {
  const kept = editions.filter(passes);
  return kept.length > 0 ? kept : editions;
};

/** Two of the editions give a number that was printed to different controls. */
const disagree = (editions: readonly Edition[], results: readonly ComparedResult[]): boolean =>
  results.some(({ result: { id } }) => {
    if (id === null) return false;
    const meanings = editions.flatMap((edition) => {
      const checks = edition.byNumber.get(id);
      return checks === undefined ? [] : [checks.map((check) => check.control ?? "").join(" ")];
    });
    return new Set(meanings).size > 1;
  });

/**
 * Whether the run ended the way this edition ends: with its footer, or, for the editions that print none, with the last
 * check of a default run. The reference assessment has ended when all its findings are there.
 */
export const endsLike = (edition: Edition, run: BenchRun, results: readonly ComparedResult[]): boolean => {
  if (edition.footer) return run.closed;
  if (run.closed) return false;
  const printed = new Set(results.map((result) => matchingCheck(edition, result)));
  const usual = edition.checks.filter((check) => check.inDefaultRun);
  if (edition.key === REFERENCE_EDITION) return usual.every((check) => printed.has(check));
  const last = usual.at(-1);
  return last !== undefined && printed.has(last);
};

/** Checks of a default run that are missing although both their neighbours were printed. */
const countHoles = (edition: Edition, results: readonly ComparedResult[]): number => {
  const printed = new Set(results.map((result) => matchingCheck(edition, result)));
  const usual = edition.checks.filter((check) => check.inDefaultRun).map((check) => printed.has(check));
  return usual.filter((seen, index) => !seen && usual[index - 1] === true && usual[index + 1] === true).length;
};

/** Exact wordings, suffix included, and levels the edition can print: v1.3.0 has INFO where v1.3.2 has NOTE. */
const countExact = (edition: Edition, format: BenchFormat, results: readonly ComparedResult[]): number => {
  let exact = 0;
  for (const compare of results) {
    const check = matchingCheck(edition, compare);
    if (check === null) continue;
    const levels = format === "docker-bench-json" ? check.jsonLevels : check.textLevels;
    if (check.title === compare.result.title.replace(/\s+/g, " ").trim()) exact++;
    if (levels.includes(compare.result.level)) exact++;
  }
  return exact;
};

/** The greatest score first; among equals the order stays, which is newest first. */
const best = (editions: readonly Edition[], score: (edition: Edition) => number): readonly Edition[] => {
  const top = Math.max(...editions.map(score));
  return editions.filter((edition) => score(edition) === top);
};

/**
 * The editions to which most of the results fit, in their order; none when nothing fits. An edition is given up as soon as it
 * has missed more than the best so far: with the newest first, which most runs are of, the others cost a few look-ups each.
 */
const bestFitting = (editions: readonly Edition[], results: readonly ComparedResult[]): readonly Edition[] => {
  let tied: Edition[] = [];
  let fewest = results.length - 1;
  for (const edition of editions) {
    let missed = 0;
    for (const result of results) {
      if (matchingCheck(edition, result) === null) missed++;
      if (missed > fewest) break;
    }
    if (missed > fewest) continue;
    tied = missed === fewest ? [...tied, edition] : [edition];
    fewest = missed;
  }
  return tied;
};

const NOTHING: InferredEdition = { edition: null, candidates: [], numbersTrusted: false };

/** Flat JSON has no titles; it was printed by one numbering only, so its numbers decide whether it is that one. */
const inferFlat = (results: readonly ComparedResult[]): InferredEdition => {
  const edition = getEdition(FLAT_JSON_EDITION);
  if (edition === null) return NOTHING;
  const known = results.filter(({ result }) => result.id !== null && edition.byNumber.has(result.id)).length;
  return known * 2 > results.length ? { edition, candidates: [], numbersTrusted: true } : NOTHING;
};

/**
 * The edition whose (number, title) pairs fit a run best.
 *
 * Many editions fit a short run equally well. Then the header's version and benchmark, where they name one of them, narrow
 * the choice; if what is left gives a printed number to different controls, no edition is named. Otherwise the way the run
 * ended, the exact wording and levels, and gaps in the sequence of checks decide, and at last the newest is taken. The header alone
 * never decides: one version covers up to three numberings.
 */
export const inferEdition = (run: BenchRun, format: BenchFormat, results: readonly ComparedResult[]): InferredEdition => {
  const editions = editionsOf(format);
  if (format === "docker-bench-json" && results.length > 0 && results.every(({ normalTitle }) => normalTitle === "")) {
    return inferFlat(results);
  }
  const tied = bestFitting(editions, results);
  if (tied.length === 0) return NOTHING;

  const { headerVersion, benchmark } = run;
  let left: readonly Edition[] = tied;
  if (headerVersion !== null) {
    left = narrow(left, (edition) => edition.headerVersion !== null && edition.headerVersion === versionDigits(headerVersion));
  }
  if (benchmark !== null) left = narrow(left, (edition) => sameBenchmark(edition, benchmark));
  if (disagree(left, results)) return { edition: null, candidates: tied, numbersTrusted: false };

  left = narrow(left, (edition) => endsLike(edition, run, results));
  left = best(left, (edition) => countExact(edition, format, results));
  left = best(left, (edition) => -countHoles(edition, results));
  const edition = left[0] ?? null;
  const titled = results.filter(({ untitled }) => !untitled);
  const fitting = edition === null ? 0 : titled.filter((result) => matchingCheck(edition, result) !== null).length;
  return { edition, candidates: tied.filter((other) => other !== edition), numbersTrusted: fitting > 0 && fitting * 2 >= titled.length };
};
