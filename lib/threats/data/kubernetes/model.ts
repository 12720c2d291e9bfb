import type { ThreatModel } from "../../threat-model";
import { kubernetesBoundaries, kubernetesDiagram } from "./diagram";
import { kubernetesElements } from "./elements";
import { kubernetesFlows } from "./flows";
import { kubernetesDenial } from "./threats-d";
import { kubernetesNodeElevation } from "./threats-e-nodes";
import { kubernetesOutdatedElevation } from "./threats-e-outdated";
import { kubernetesRightsElevation } from "./threats-e-rights";
import { kubernetesChannelDisclosure } from "./threats-i-channels";
import { kubernetesNetworkDisclosure } from "./threats-i-network";
import { kubernetesSecretDisclosure } from "./threats-i-secrets";
import { kubernetesRepudiation } from "./threats-r";
import { kubernetesApiSpoofing } from "./threats-s-api";
import { kubernetesCredentialSpoofing } from "./threats-s-credentials";
import { kubernetesNodeSpoofing } from "./threats-s-nodes";
import { kubernetesStateTampering } from "./threats-t-etcd";
import { kubernetesFileTampering } from "./threats-t-files";
import { kubernetesImageTampering } from "./threats-t-images";
import { kubernetesObjectTampering } from "./threats-t-objects";

/** The Kubernetes threat model as it is shipped: the five threats of the founding documents and ours. */
export const kubernetesModel: ThreatModel = {
  slug: "kubernetes",
  title: "Kubernetes cluster",
  prefix: "K",
  description:
    "What may happen to a Kubernetes cluster, from its API to the node under a pod, and which checks of kube-bench show that it was prevented.",
  owner: "",
  reviewer: "",
  contributors: [],
  evidence: ["kubernetes"],
  diagrams: [kubernetesDiagram],
  elements: kubernetesElements,
  boundaries: kubernetesBoundaries,
  flows: kubernetesFlows,
  notes: [],
  threats: [
    ...kubernetesApiSpoofing,
    ...kubernetesCredentialSpoofing,
    ...kubernetesNodeSpoofing,
    ...kubernetesObjectTampering,
    ...kubernetesFileTampering,
    ...kubernetesStateTampering,
    ...kubernetesImageTampering,
    ...kubernetesRepudiation,
    ...kubernetesChannelDisclosure,
    ...kubernetesSecretDisclosure,
    ...kubernetesNetworkDisclosure,
    ...kubernetesDenial,
    ...kubernetesNodeElevation,
    ...kubernetesRightsElevation,
    ...kubernetesOutdatedElevation,
  ],
};
