import data from "./data/kube-editions.json";
import { type Check, type Edition, headingsOf, indexesOf, type KnownTitle } from "./edition";
import { normaliseKubeTitle } from "./normalise-kube-title";
import { normaliseTitle } from "./normalise-title";

/** Every title any benchmark of kube-bench printed, without suffix. One title may be there for several controls. */
export const KUBE_TITLES: readonly KnownTitle[] = data.titles.map((row) => {
  const [control = "", title = ""] = row.split("\t");
  return { title, normalTitle: normaliseTitle(title), control };
});

const checkOf = (row: string): Check => {
  const [id = "", index = ""] = row.split("\t");
  const known = KUBE_TITLES[Number(index)];
  if (known === undefined) throw new Error(`kube-editions.json: check ${id} names title ${index}, which is not there`);
  return {
    id,
    ...known,
    section: id.split(".")[0] ?? id,
    inDefaultRun: true,
    scored: null,
    textLevels: [],
    jsonLevels: [],
    titleMayBeReplaced: false,
    infoMeansAbsent: false,
  };
};

/** "kube-cis-1.12" -> "kube-cis", "kube-eks-stig-kubernetes-v1r6" -> "kube-eks-stig-kubernetes". */
const lineOf = (key: string): string => key.replace(/-v?\d[\w.]*$/, "");

/** The benchmarks of kube-bench that are known: those of CIS newest first, then those of the clouds, then the STIG. */
export const KUBE_EDITIONS: readonly Edition[] = data.editions.map((row) => {
  const checks = row.checks.map(checkOf);
  return {
    key: row.key,
    family: "kube-bench",
    line: lineOf(row.key),
    whole: row.whole,
    headerVersion: null,
    benchmark: row.benchmark,
    date: "",
    footer: true,
    headings: headingsOf(row.headings),
    checks,
    ...indexesOf(checks),
  };
});

const controlsByTitle = new Map<string, Set<string>>();
for (const { title, control } of KUBE_TITLES) {
  const key = normaliseKubeTitle(title);
  controlsByTitle.set(key, (controlsByTitle.get(key) ?? new Set<string>()).add(control ?? ""));
}

/** Slugs of the controls that a title, normalised as kube-bench's are, ever named: several where components share it. */
export const kubeControlsOfTitle = (title: string): readonly string[] => [...(controlsByTitle.get(title) ?? [])];
