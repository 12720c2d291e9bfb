import type { Control, ControlNumber } from "./control";
import { controlNotes } from "./data/control-notes";
import rows from "./data/kube-controls.json";
import { judgements } from "./judgements";
import { KUBE_EDITIONS, KUBE_TITLES } from "./kube-editions";
import { isKubeSection, type KubeSection } from "./kube-sections";
import { displayTitle } from "./normalise-title";

interface KubeRow {
  readonly slug: string;
  readonly section: KubeSection;
  /** Which guidance it shares with others. */
  readonly theme: string;
  readonly title: string;
}

const KUBE_ROWS: readonly KubeRow[] = Object.entries(rows).map(([slug, row]) => {
  const [section = "", theme = "", title = ""] = row.split("\t");
  if (!isKubeSection(section)) throw new Error(`kube-controls.json: ${slug} is in section ${section}, which is not there`);
  return { slug, section, theme, title };
});

const rowsBySlug: ReadonlyMap<string, KubeRow> = new Map(KUBE_ROWS.map((row) => [row.slug, row]));

/** The component a Kubernetes control is about; null for any other slug. */
export const kubeSectionOf = (slug: string): KubeSection | null => rowsBySlug.get(slug)?.section ?? null;

/** The theme under which a Kubernetes control finds its guidance; null for any other slug. */
export const kubeThemeOf = (slug: string): string | null => rowsBySlug.get(slug)?.theme ?? null;

const newestOfLine = new Map<string, string>();
for (const { line, key } of KUBE_EDITIONS) if (!newestOfLine.has(line)) newestOfLine.set(line, key);
const newestEditions: ReadonlySet<string> = new Set(newestOfLine.values());

const numbersOf = (slug: string): ControlNumber[] =>
  KUBE_EDITIONS.flatMap(({ key, checks }) =>
    checks.filter(({ control }) => control === slug).map(({ id, inDefaultRun }) => ({ edition: key, number: id, inDefaultRun })),
  );

const titlesOf = (slug: string): string[] =>
  KUBE_TITLES.filter(({ control }) => control === slug)
    .map(({ title }) => displayTitle(title))
    .reverse();

const lineOf = (edition: string): string => KUBE_EDITIONS.find(({ key }) => key === edition)?.line ?? "";

const controlOf = ({ slug, section, title }: KubeRow): Control => {
  const numbers = numbersOf(slug);
  const newest = numbers[0];
  const judgement = judgements.get(slug);
  if (newest === undefined) throw new Error(`control ${slug} has no number in any benchmark`);
  if (judgement === undefined) throw new Error(`control ${slug} has no STRIDE judgement`);
  const line = lineOf(newest.edition);
  return {
    slug,
    family: "kubernetes",
    title,
    note: controlNotes[slug] ?? null,
    number: newest.number,
    section,
    firstEdition: numbers.findLast(({ edition }) => lineOf(edition) === line)?.edition ?? newest.edition,
    lastEdition: newest.edition,
    retired: !numbers.some(({ edition }) => newestEditions.has(edition)),
    numbers,
    titles: titlesOf(slug),
    judgement,
  };
};

/** All controls for Kubernetes, in the order of the data. */
export const KUBE_CONTROLS: readonly Control[] = KUBE_ROWS.map(controlOf);
