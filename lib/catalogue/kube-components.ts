import type { ComparedResult } from "./infer-edition";

/** Benchmarks since CIS 1.5. */
const SECTIONS: readonly (readonly [prefix: string, component: string])[] = [
  ["1.2", "api-server"],
  ["1.3", "controller-manager"],
  ["1.4", "scheduler"],
  ["2", "etcd"],
  ["4", "kubelet"],
];

/** Benchmarks up to CIS 1.4. */
const OLD_SECTIONS: readonly (readonly [prefix: string, component: string])[] = [
  ["1.1", "api-server"],
  ["1.2", "scheduler"],
  ["1.3", "controller-manager"],
  ["1.5", "etcd"],
  ["2", "kubelet"],
];

const within = (id: string, prefix: string): boolean => id.startsWith(`${prefix}.`);

/** Up to CIS 1.4 section 1.1 held the API server's arguments and 2.x.y the kubelet's; since 1.5 these are 1.2 and 4.x.y. */
const isOldNumbering = (results: readonly ComparedResult[]): boolean =>
  results.some(({ result: { id }, normalTitle }) => {
    if (id === null) return false;
    return (within(id, "1.1") && normalTitle.includes(" --")) || (/^2\.1\.\d/.test(id) && normalTitle.includes("argument"));
  });

/**
 * Says which component a number of this kube-bench run is about, "" where the number does not tell. The whole run is needed:
 * the numbers moved with CIS 1.5, and the text output names no benchmark.
 */
export const kubeComponents = (results: readonly ComparedResult[]): ((id: string) => string) => {
  const sections = isOldNumbering(results) ? OLD_SECTIONS : SECTIONS;
  return (id) => sections.find(([prefix]) => within(id, prefix))?.[1] ?? "";
};
