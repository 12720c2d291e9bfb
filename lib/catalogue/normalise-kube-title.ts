import { normaliseTitle } from "./normalise-title";

/** Slips of kube-bench's benchmarks that `normaliseTitle` leaves: "( Not Scored)", "used. ((Automated)". */
const RAGGED_SUFFIX = /[ .]*\([ (]*(?:(?:not )?scored|automated|manual)?\)*$/;

/** Longer than any suffix: only the end of a title is searched, so that a hostile title costs linear time. */
const TAIL_LENGTH = 48;

const withoutRaggedSuffix = (title: string): string => {
  const head = title.slice(0, -TAIL_LENGTH);
  return head + title.slice(head.length).replace(RAGGED_SUFFIX, "");
};

/** In this order: what an earlier one brings about, a later one may look for. */
const REWORDINGS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/ \| component of eks control plane$/, ""],
  [/^\[deprecated\] /, ""],
  // The mode asked for went from 644 to 600, and in one case back; the control is the same.
  [/\b[0-7]{3}(?: or more restrictive)?$/, "mode"],
  [/\bnetworkpolicies\b/g, "network policies"],
  [/\bsecuritycontext\b/g, "security context"],
  [/ parameter /g, " argument "],
  [/^verify that (?:if defined, )?/, "ensure that "],
  [/\b(?:the|your) /g, ""],
  [/^if proxy kubeconfig file exists ensure /, "ensure that proxy kubeconfig file "],
  [/^if kubelet config\.yaml configuration file is being used validate (?:file )?/, "ensure that kubelet configuration file "],
  [/kubelet --config configuration file/, "kubelet configuration file"],
  [/--kubeconfig kubelet\.conf/, "kubelet.conf"],
  [/\b(?:has |are )?permissions (?:are )?set\b/, "permissions set"],
  [/--experimental-encryption-/, "--encryption-"],
];

/**
 * The form under which kube-bench's titles are compared with each other: two wordings of one check in two benchmarks give the
 * same string. A title of several components ("--profiling") is one string still; the component is told by the number.
 */
export const normaliseKubeTitle = (title: string): string =>
  REWORDINGS.reduce((text, [pattern, words]) => text.replace(pattern, words), withoutRaggedSuffix(normaliseTitle(title)));
