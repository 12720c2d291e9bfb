import type { ThreatModel } from "../../threat-model";
import { kubernetesBoundaries, kubernetesDiagram, kubernetesElements, kubernetesFlows } from "./diagram";
import { kubernetesDenial } from "./threats-d";
import { kubernetesElevation } from "./threats-e";
import { kubernetesDisclosure } from "./threats-i";
import { kubernetesRepudiation } from "./threats-r";
import { kubernetesSpoofing } from "./threats-s";
import { kubernetesTampering } from "./threats-t";

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
    ...kubernetesSpoofing,
    ...kubernetesTampering,
    ...kubernetesRepudiation,
    ...kubernetesDisclosure,
    ...kubernetesDenial,
    ...kubernetesElevation,
  ],
};
