import type { Level } from "@/lib/bench/report";
import data from "./data/editions.json";
import { type Check, type Edition, headingsOf, indexesOf, type KnownTitle } from "./edition";
import { KUBE_EDITIONS } from "./kube-editions";
import { isKubeSection, KUBE_SECTIONS } from "./kube-sections";
import { normaliseTitle } from "./normalise-title";

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

const editionOf = (row: (typeof data.editions)[number]): Edition => {
  const checks = row.checks.map(checkOf);
  const family = row.family === "aqua-docker-bench" ? "aqua-docker-bench" : "docker-bench";
  return {
    key: row.key,
    family,
    line: row.key === REFERENCE_EDITION ? REFERENCE_EDITION : family,
    whole: true,
    headerVersion: row.headerVersion,
    benchmark: row.benchmark,
    date: row.date,
    footer: row.footer,
    headings: headingsOf(row.headings),
    checks,
    ...indexesOf(checks),
  };
};

/** All editions for Docker, newest first. Those without a date (aquasecurity/docker-bench, the reference assessment) come last. */
export const EDITIONS: readonly Edition[] = data.editions
  .map(editionOf)
  .map((edition, index) => ({ edition, index }))
  .sort((a, b) => (a.edition.date === b.edition.date ? b.index - a.index : a.edition.date < b.edition.date ? 1 : -1))
  .map(({ edition }) => edition);

const editionsByKey: ReadonlyMap<string, Edition> = new Map([...EDITIONS, ...KUBE_EDITIONS].map((edition) => [edition.key, edition]));

// EDITIONS begins with the newest; age counts from the oldest, so that a later edition has the greater one.
const ages: ReadonlyMap<string, number> = new Map(EDITIONS.map((edition, index) => [edition.key, -index]));

/** Orders the editions of docker-bench-security in time: the later, the greater. Undefined for benchmarks of kube-bench. */
export const editionAge = (key: string): number | undefined => ages.get(key);

/** The edition of any tool with that key, or null. */
export const getEdition = (key: string): Edition | null => editionsByKey.get(key) ?? null;

const controlsByTitle: ReadonlyMap<string, string | null> = new Map(KNOWN_TITLES.map((known) => [known.normalTitle, known.control]));

/**
 * What a normalised title names: a control's slug, null for one of the tool's own examples, undefined for an unknown title.
 * No title ever named two controls, so the edition is not asked.
 */
export const controlOfTitle = (normalTitle: string): string | null | undefined => controlsByTitle.get(normalTitle);

const headingIn = (editions: readonly Edition[], section: string): string | null => {
  for (const { headings } of editions) {
    const title = headings.get(section);
    if (title !== undefined) return title;
  }
  return null;
};

/**
 * Title of a section ("5", "8.1", "C") as that edition prints it, or as the newest of its tool that has it does; null when none
 * has it. The sections of Kubernetes controls are components and have one title everywhere.
 */
export const sectionTitle = (editionKey: string | null, section: string): string | null => {
  if (isKubeSection(section)) return KUBE_SECTIONS[section];
  const edition = editionKey === null ? null : getEdition(editionKey);
  const others = edition?.family === "kube-bench" ? KUBE_EDITIONS : EDITIONS;
  return headingIn(edition === null ? others : [edition, ...others], section);
};

/** A section for people: "5 Container Runtime", "Kubernetes API server"; the bare number when its title is not known. */
export const sectionHeading = (editionKey: string | null, section: string): string =>
  isKubeSection(section) ? KUBE_SECTIONS[section] : `${section} ${sectionTitle(editionKey, section) ?? ""}`.trim();
