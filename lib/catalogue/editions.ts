import type { Level } from "@/lib/bench/report";
import data from "./data/editions.json";
import { normaliseTitle } from "./normalise-title";

/** The tool an edition belongs to; an edition is only ever compared with reports of its own tool. */
export type EditionFamily = "docker-bench" | "aqua-docker-bench";

/** One numbered test of an edition. */
export interface Check {
  /** Number as the edition prints it: "5.18", "C.5.3.1". Not unique within an edition of aquasecurity/docker-bench. */
  readonly id: string;
  /** Title as printed, suffix included. */
  readonly title: string;
  /** The title as it is compared. */
  readonly normalTitle: string;
  /** Slug of its control; null for the examples the tool ships for contributors. */
  readonly control: string | null;
  /** First part of the number: "5", "C". */
  readonly section: string;
  /** Printed by a run without -c and -e. */
  readonly inDefaultRun: boolean;
  /** Counts in the tool's score; null where the edition has no score. */
  readonly scored: boolean | null;
  /** Levels the text output can print; empty where unknown. */
  readonly textLevels: readonly Level[];
  /** Levels the JSON output can print; empty where there is no JSON, or where unknown. */
  readonly jsonLevels: readonly Level[];
  /** The edition may print a message in place of the title. */
  readonly titleMayBeReplaced: boolean;
  /** An INFO of this check says that the file, directory, container or listener is not there. */
  readonly infoMeansAbsent: boolean;
}

/** A numbering of checks: which number carries which title. */
export interface Edition {
  /** "v1.6.1", "master-20241021", "aqua-cis-1.6.0", "reference-assessment". */
  readonly key: string;
  readonly family: EditionFamily;
  /** What its header prints; v1.6.1 prints "1.6.0". */
  readonly headerVersion: string | null;
  readonly benchmark: string | null;
  /** ISO date of the release or snapshot; "" where there is none. */
  readonly date: string;
  /** The tool ends a run with "Checks:" and "Score:" (or, aquasecurity/docker-bench, a summary). */
  readonly footer: boolean;
  /** Title per section number: "5" -> "Container Runtime", "C" -> community contributed checks. */
  readonly headings: ReadonlyMap<string, string>;
  /** In the order of a run. */
  readonly checks: readonly Check[];
  readonly byNumber: ReadonlyMap<string, readonly Check[]>;
  readonly byTitle: ReadonlyMap<string, readonly Check[]>;
  /** The first check of a control, by slug. */
  readonly byControl: ReadonlyMap<string, Check>;
}

/** Key of the edition made of six findings whose numbers no release of the tool ever printed. */
export const REFERENCE_EDITION = "reference-assessment";

/** The only edition whose JSON was a flat object without titles (October 2017 to October 2018). */
export const FLAT_JSON_EDITION = "v1.3.4-20180510";

const LEVEL_OF_INITIAL: Readonly<Record<string, Level>> = { P: "PASS", W: "WARN", I: "INFO", N: "NOTE", F: "FAIL" };

const levelsOf = (initials: string): Level[] =>
  [...initials].flatMap((initial) => {
    const level = LEVEL_OF_INITIAL[initial];
    return level === undefined ? [] : [level];
  });

/** A printed title and the control it names; null for the tool's own examples. */
export interface KnownTitle {
  readonly title: string;
  readonly normalTitle: string;
  readonly control: string | null;
}

/** Every title any edition ever printed, oldest edition first. */
export const KNOWN_TITLES: readonly KnownTitle[] = data.titles.map((row) => {
  const [slug = "", title = ""] = row.split("\t");
  return { title, normalTitle: normaliseTitle(title), control: slug === "" ? null : slug };
});

const checkOf = (row: string): Check => {
  const [id = "", index = "", text = "", json = "", flags = ""] = row.split("\t");
  const known = KNOWN_TITLES[Number(index)];
  if (known === undefined) throw new Error(`editions.json: check ${id} names title ${index}, which is not there`);
  return {
    id,
    ...known,
    section: id.split(".")[0] ?? id,
    inDefaultRun: flags.includes("d"),
    scored: flags.includes("s") ? true : flags.includes("u") ? false : null,
    textLevels: levelsOf(text),
    jsonLevels: levelsOf(json),
    titleMayBeReplaced: flags.includes("r"),
    infoMeansAbsent: flags.includes("a"),
  };
};

/** Nearly every key has one check, so the lists are short. */
const indexBy = (checks: readonly Check[], key: (check: Check) => string): Map<string, Check[]> => {
  const index = new Map<string, Check[]>();
  for (const check of checks) index.set(key(check), [...(index.get(key(check)) ?? []), check]);
  return index;
};

const editionOf = (row: (typeof data.editions)[number]): Edition => {
  const checks = row.checks.map(checkOf);
  return {
    key: row.key,
    family: row.family === "aqua-docker-bench" ? "aqua-docker-bench" : "docker-bench",
    headerVersion: row.headerVersion,
    benchmark: row.benchmark,
    date: row.date,
    footer: row.footer,
    headings: new Map(row.headings.map((heading): [string, string] => [heading.split("\t")[0] ?? "", heading.split("\t")[1] ?? ""])),
    checks,
    byNumber: indexBy(checks, (check) => check.id),
    byTitle: indexBy(checks, (check) => check.normalTitle),
    byControl: new Map(checks.toReversed().map((check): [string, Check] => [check.control ?? "", check])),
  };
};

/** All editions, newest first. Those without a date (aquasecurity/docker-bench, the reference assessment) come last. */
export const EDITIONS: readonly Edition[] = data.editions
  .map(editionOf)
  .map((edition, index) => ({ edition, index }))
  .sort((a, b) => (a.edition.date === b.edition.date ? b.index - a.index : a.edition.date < b.edition.date ? 1 : -1))
  .map(({ edition }) => edition);

const editionsByKey: ReadonlyMap<string, Edition> = new Map(EDITIONS.map((edition) => [edition.key, edition]));

/** The edition with that key, or null. */
export const getEdition = (key: string): Edition | null => editionsByKey.get(key) ?? null;

const controlsByTitle: ReadonlyMap<string, string | null> = new Map(KNOWN_TITLES.map((known) => [known.normalTitle, known.control]));

/**
 * What a normalised title names: a control's slug, null for one of the tool's own examples, undefined for an unknown title.
 * No title ever named two controls, so the edition is not asked.
 */
export const controlOfTitle = (normalTitle: string): string | null | undefined => controlsByTitle.get(normalTitle);

/** Title of a section ("5", "8.1", "C") as that edition prints it, or as the newest that has it does; null when none has it. */
export const sectionTitle = (editionKey: string | null, section: string): string | null => {
  const edition = editionKey === null ? null : getEdition(editionKey);
  const own = edition?.headings.get(section);
  if (own !== undefined) return own;
  for (const other of EDITIONS) {
    const title = other.headings.get(section);
    if (title !== undefined) return title;
  }
  return null;
};
