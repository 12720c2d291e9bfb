import type { Threat } from "../../threat-model";
import { detecting, supporting } from "../links";
import { attack, matrix } from "../references";

/** Elevation of privilege by flaws that a newer version has mended. */
export const kubernetesOutdatedElevation: readonly Threat[] = [
  {
    slug: "known-flaws-in-outdated-components",
    number: 6,
    title: "Known Flaws in Outdated Components",
    stride: "E",
    origin: "bulkhead",
    description:
      "Flaws in Kubernetes, the runtime and the node's kernel become public with their fixes. A cluster that runs behind can be attacked with programs that others have already written.",
    attackPath: [
      "The attacker learns the version of a component from its pages or its behaviour.",
      "He takes a published exploit for it.",
      "With it he crashes the component, passes a check or breaks out of a container.",
    ],
    elements: ["api-server", "kubelet", "container-runtime", "kube-proxy"],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      { id: "supported-releases", text: "Run releases that still get security fixes, and install the fixes within days." },
      {
        id: "automatic-upgrades",
        text: "Let control plane and nodes of managed clusters upgrade by themselves within a window you choose.",
      },
      { id: "nothing-unfinished", text: "Use no alpha features in production, and remove what an upgrade left behind." },
    ],
    controls: [
      supporting("kube-updates", "supported-releases", "Published flaws of the running version are mended.", "high"),
      supporting("managed-node-auto-upgrade", "automatic-upgrades", "Nodes do not stay on versions with known flaws.", "high"),
      supporting("managed-release-channels", "automatic-upgrades", "The control plane follows releases that get fixes.", "high"),
      supporting("managed-alpha-clusters", "nothing-unfinished", "Clusters that get no upgrades carry no production workloads."),
      supporting("apiserver-alpha-apis", "nothing-unfinished", "Unfinished features offer no flaws of their own."),
      supporting("kube-old-components", "nothing-unfinished", "An old component cannot be started again in place of the mended one."),
      supporting("kube-policies-cni-version", "supported-releases", "The network plugin has the fixes of its newest release."),
      supporting(
        "kube-kubectl-version",
        "supported-releases",
        "A flaw in copying files does not reach the administrator's machine.",
        "low",
      ),
      detecting("managed-image-scanning", "supported-releases", "Images of add-ons with known flaws are reported."),
    ],
    references: [attack("T1068"), attack("T1190"), matrix("MS-TA9004"), matrix("MS-TA9009")],
    uncovered: "kube-bench does not compare versions with published flaws: attest when each part was last brought up to date.",
    stated: null,
  },
];
