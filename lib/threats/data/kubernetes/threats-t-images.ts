import type { Threat } from "../../threat-model";
import { detecting, supporting } from "../links";
import { attack, matrix } from "../references";

/** Tampering with the images that the cluster runs. */
export const kubernetesImageTampering: readonly Threat[] = [
  {
    slug: "untrusted-images-in-the-cluster",
    number: 5,
    title: "Untrusted Images in the Cluster",
    stride: "T",
    origin: "bulkhead",
    description:
      "A pod runs an image that nobody vouched for: exchanged in the registry, altered on a node, or fetched from a place where anyone may push. The code in it has all the rights of the workload it replaced.",
    attackPath: [
      "The attacker pushes an altered image under a trusted name, or a similar name to a public registry.",
      "A deployment refers to it by a tag, not by a digest.",
      "Nodes pull it, and nothing compares it with a signature.",
      "His code runs in the cluster with the workload's token and network.",
    ],
    elements: ["image-registry", "image-registry-container-runtime", "container-runtime", "pod-a", "pod-b"],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      { id: "signed-images", text: "Admit only images whose signature or attestation a policy has checked." },
      { id: "known-registries", text: "Pull from few registries, and let few people and no node push there." },
      { id: "scanned-images", text: "Scan images in the registry and again while they run." },
    ],
    controls: [
      supporting("kube-policies-image-provenance", "signed-images", "An image that no policy approves is not started.", "high"),
      supporting(
        "managed-binary-authorization",
        "signed-images",
        "The provider refuses images without the attestation you ask for.",
        "high",
      ),
      supporting("managed-trusted-images", "signed-images", "Only images with a known origin are run.", "high"),
      supporting(
        "apiserver-admission-always-pull-images",
        "known-registries",
        "A copy that was exchanged on the node is compared with the registry before each start.",
      ),
      supporting("managed-approved-registries", "known-registries", "Images cannot come from places that nobody checks."),
      supporting("managed-registry-user-access", "known-registries", "Few people can replace an image that the cluster trusts."),
      supporting("managed-registry-read-only", "known-registries", "A taken-over node can pull images but not plant changed ones."),
      detecting("managed-image-scanning", "scanned-images", "Images with known malicious or vulnerable parts are reported."),
    ],
    references: [attack("T1525"), attack("T1204.003"), attack("T1036"), matrix("MS-TA9002"), matrix("MS-TA9023")],
    uncovered: "kube-bench decides none of these checks by itself: where images come from and who signs them has to be attested.",
    stated: null,
  },
];
