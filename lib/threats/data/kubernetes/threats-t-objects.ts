import type { Threat } from "../../threat-model";
import { detecting, required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Tampering with objects of the cluster and the settings of pods. */
export const kubernetesObjectTampering: readonly Threat[] = [
  {
    slug: "pod-and-cluster-configuration-tampering",
    number: 1,
    title: "Pod and Cluster Configuration Tampering",
    stride: "T",
    origin: "source",
    description:
      "Settings of pods or of the cluster are changed by somebody who should not: a deployment gets another image, a policy disappears, a namespace loses its limits. The cluster carries such a change out at once and everywhere.",
    attackPath: [
      "The attacker holds an account or a token that may write some objects.",
      "He changes a workload, a role, a policy or a label of a namespace.",
      "Nothing at admission compares the change with a standard.",
      "Controllers roll it out to all nodes.",
      "Nobody compares the running cluster with what was agreed, and the change stays.",
    ],
    elements: ["api-server", "controller-manager", "pod-a", "pod-b", "kubectl-api-server"],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      { id: "network-policies", text: "Give each namespace network policies, so that a changed pod reaches little." },
      {
        id: "pod-security",
        text: "Hold pods to a standard at admission. The source names PodSecurityPolicies, which Kubernetes removed in 1.25; today Pod Security Admission or a policy engine does this work.",
      },
      {
        id: "configuration-audit",
        text: "Compare the cluster's configuration regularly with what was agreed, and look into each difference.",
      },
      { id: "limited-writers", text: "Let only the roles that need it write workloads, policies and namespaces." },
    ],
    controls: [
      required(
        "apiserver-authorization-mode-rbac",
        "limited-writers",
        "Only accounts with a role for it can change workloads and policies.",
      ),
      required("apiserver-admission-always-admit", "pod-security", "Admission is not a filter that waves every changed object through."),
      required(
        "apiserver-admission-namespace-lifecycle",
        "limited-writers",
        "Objects cannot be hidden in a namespace that is being deleted, and the system's namespaces stay.",
        "medium",
      ),
      supporting("kube-policies-policy-mechanism", "pod-security", "Something judges each new or changed pod in every namespace.", "high"),
      supporting("kube-policies-pod-security-baseline", "pod-security", "A pod cannot be changed to something below the baseline.", "high"),
      supporting(
        "apiserver-admission-pod-security-policy",
        "pod-security",
        "On releases before 1.25 this plugin is the one that holds pods to a standard; later ones do not have it.",
      ),
      supporting(
        "kube-policies-cni-network-policies",
        "network-policies",
        "Network policies have an effect only with a plugin that enforces them.",
      ),
      supporting(
        "kube-policies-network-policies-defined",
        "network-policies",
        "A tampered pod meets closed ways instead of the whole cluster.",
      ),
      supporting(
        "kube-policies-security-context",
        "pod-security",
        "A read-only, non-root container leaves an intruder little to change in it.",
      ),
      supporting("kube-policies-privileged-functions", "limited-writers", "Ordinary accounts cannot switch off what restrains them."),
      supporting("kubelet-dynamic-config", "limited-writers", "The kubelets' settings cannot be rewritten by editing one ConfigMap."),
      supporting(
        "apiserver-repair-malformed-updates",
        "limited-writers",
        "Malformed updates are refused instead of being stored as something nobody asked for; only very old releases have the option.",
        "low",
      ),
      supporting(
        "kube-kubectl-version",
        null,
        "A changed container cannot write files to the machine of the person who copies from it.",
        "low",
      ),
      detecting("managed-security-posture", "configuration-audit", "The provider reports workloads whose settings are known to be weak."),
      supporting(
        "apiserver-admission-validating-webhook",
        "pod-security",
        "Policy engines that hold objects to a standard are asked about each change.",
      ),
      supporting(
        "kube-policies-webhook-configuration",
        "limited-writers",
        "Nobody else installs a webhook that changes every object on its way in.",
        "high",
      ),
    ],
    references: [attack("T1562.001"), attack("T1543.005"), matrix("MS-TA9012"), matrix("MS-TA9011"), matrix("MS-TA9035")],
    uncovered: "No check compares the running objects with the manifests that were agreed; a regular audit is for you to attest.",
    stated: null,
  },
];
