import type { StrideLetter } from "@/lib/stride/categories";
import type { Control, ControlNumber } from "./control";
import { controlNotes } from "./data/control-notes";
import titles from "./data/controls.json";
import { EDITIONS, KNOWN_TITLES, REFERENCE_EDITION } from "./editions";
import { judgements } from "./judgements";
import { KUBE_CONTROLS } from "./kube-controls";
import { KUBE_EDITIONS } from "./kube-editions";
import { KUBE_SECTIONS } from "./kube-sections";
import { displayTitle } from "./normalise-title";

const numbersBySlug = new Map<string, ControlNumber[]>();
for (const edition of EDITIONS) {
  for (const { control, id, inDefaultRun } of edition.checks) {
    if (control === null) continue;
    numbersBySlug.set(control, [...(numbersBySlug.get(control) ?? []), { edition: edition.key, number: id, inDefaultRun }]);
  }
}

const titlesBySlug = new Map<string, Set<string>>();
for (const { control, title } of KNOWN_TITLES) {
  // A "$name" is a placeholder in the configuration of aquasecurity/docker-bench, not words for people.
  if (control === null || title.includes("$")) continue;
  titlesBySlug.set(control, (titlesBySlug.get(control) ?? new Set<string>()).add(displayTitle(title)));
}

const releases: ReadonlySet<string> = new Set(
  EDITIONS.filter((edition) => edition.family === "docker-bench" && edition.key !== REFERENCE_EDITION).map((edition) => edition.key),
);
const newestRelease = EDITIONS[0]?.key ?? "";

const controlOf = (slug: string, title: string): Control => {
  const numbers = numbersBySlug.get(slug) ?? [];
  const released = numbers.filter(({ edition }) => releases.has(edition));
  const newest = released[0];
  const oldest = released.at(-1);
  const judgement = judgements.get(slug);
  if (newest === undefined || oldest === undefined) throw new Error(`control ${slug} has no number in any edition`);
  if (judgement === undefined) throw new Error(`control ${slug} has no STRIDE judgement`);
  return {
    slug,
    family: "docker",
    title,
    note: controlNotes[slug] ?? null,
    number: newest.number,
    section: newest.number.split(".")[0] ?? newest.number,
    firstEdition: oldest.edition,
    lastEdition: newest.edition,
    retired: newest.edition !== newestRelease,
    numbers,
    titles: [...(titlesBySlug.get(slug) ?? [])],
    judgement,
  };
};

/** Orders check numbers the way a run prints them: 5.9 before 5.10, the community checks ("C.1") last. */
export const compareNumbers = (a: string, b: string): number => {
  const [left, right] = [a.split("."), b.split(".")];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i] ?? "", right[i] ?? ""];
    if (x === y) continue;
    const [m, n] = [/^\d+$/.test(x) ? Number(x) : Number.POSITIVE_INFINITY, /^\d+$/.test(y) ? Number(y) : Number.POSITIVE_INFINITY];
    if (x === "" || y === "") return x === "" ? -1 : 1;
    if (m !== n) return m - n;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

const DOCKER_CONTROLS: readonly Control[] = Object.entries(titles)
  .map(([slug, title]) => controlOf(slug, title))
  .sort((a, b) => Number(a.retired) - Number(b.retired) || compareNumbers(a.number, b.number) || (a.slug < b.slug ? -1 : 1));

const SECTION_ORDER = Object.keys(KUBE_SECTIONS);

const kubeOrder = (a: Control, b: Control): number =>
  Number(a.retired) - Number(b.retired) ||
  SECTION_ORDER.indexOf(a.section) - SECTION_ORDER.indexOf(b.section) ||
  compareNumbers(a.number, b.number) ||
  (a.slug < b.slug ? -1 : 1);

/**
 * All controls. First those for Docker: of the newest edition in its order, then the retired ones. Then those for Kubernetes by
 * component, and again the retired ones.
 */
export const CONTROLS: readonly Control[] = [...DOCKER_CONTROLS, ...[...KUBE_CONTROLS].sort(kubeOrder)];

const controlsBySlug: ReadonlyMap<string, Control> = new Map(CONTROLS.map((control) => [control.slug, control]));

/** The control with that slug, or null. */
export const getControl = (slug: string): Control | null => controlsBySlug.get(slug) ?? null;

/** Its number in every edition that has it; empty for an unknown slug. */
export const controlNumbers = (slug: string): readonly ControlNumber[] => getControl(slug)?.numbers ?? [];

/** STRIDE letters of a control, primary first; empty for an unknown slug, so that an unmapped finding never takes a letter. */
export const stride = (slug: string): readonly StrideLetter[] => getControl(slug)?.judgement.stride.map((link) => link.letter) ?? [];

/** The controls a number ever stood for, the one of the newest edition first, those for Docker before those for Kubernetes. */
export const findByNumber = (number: string): readonly { readonly control: Control; readonly editions: readonly string[] }[] => {
  const editionsBySlug = new Map<string, string[]>();
  for (const edition of [...EDITIONS, ...KUBE_EDITIONS]) {
    for (const { control } of edition.byNumber.get(number) ?? []) {
      if (control !== null) editionsBySlug.set(control, [...(editionsBySlug.get(control) ?? []), edition.key]);
    }
  }
  return [...editionsBySlug].flatMap(([slug, editions]) => {
    const control = getControl(slug);
    return control === null ? [] : [{ control, editions }];
  });
};
