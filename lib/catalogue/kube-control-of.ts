import type { ComparedResult, InferredEdition } from "./infer-edition";
import { matchingCheck } from "./infer-edition";
import { kubeComponents } from "./kube-components";
import { kubeSectionOf } from "./kube-controls";
import { KUBE_EDITIONS, kubeControlsOfTitle } from "./kube-editions";
import type { KubeSection } from "./kube-sections";
import { normaliseKubeTitle } from "./normalise-kube-title";

const SECTION_OF_COMPONENT: Readonly<Record<string, KubeSection>> = {
  "api-server": "apiserver",
  "controller-manager": "controllers",
  scheduler: "scheduler",
  etcd: "etcd",
  kubelet: "kubelet",
};

/** The check with this number in any benchmark, where it is about one of these controls. */
const numberedSo = (id: string, controls: readonly string[]): string | null => {
  for (const edition of KUBE_EDITIONS) {
    const check = edition.byNumber.get(id)?.find(({ control }) => control !== null && controls.includes(control));
    if (check !== undefined) return check.control;
  }
  return null;
};

/**
 * Says which control a result of this kube-bench run is about, null when its title is not known.
 *
 * The title decides. Where several components share it ("--profiling is set to false"), the number does: as the run's own
 * benchmark has it, else by the component that the number belongs to, else as any benchmark has it.
 */
export const kubeControlOf = (
  results: readonly ComparedResult[],
  { edition, candidates }: InferredEdition,
): ((result: ComparedResult) => string | null) => {
  const componentOf = kubeComponents(results);
  const likely = edition === null ? candidates : [edition];
  return (result) => {
    if (result.untitled) return null;
    for (const candidate of likely) {
      const exact = matchingCheck(candidate, result);
      if (exact !== null && exact.id === result.result.id) return exact.control;
    }
    const controls = kubeControlsOfTitle(normaliseKubeTitle(result.result.title));
    const [only, ...others] = controls;
    if (only === undefined) return null;
    const { id } = result.result;
    if (others.length === 0) return only;
    if (id === null) return null;
    const section = SECTION_OF_COMPONENT[componentOf(id)];
    return controls.find((control) => kubeSectionOf(control) === section) ?? numberedSo(id, controls);
  };
};
