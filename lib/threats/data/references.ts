import { ATTACK_TECHNIQUES, type AttackTechniqueId } from "@/lib/catalogue/data/attack-techniques";
import type { ThreatReference } from "../threat-model";
import { KUBERNETES_MATRIX, type KubernetesMatrixId } from "./kubernetes-matrix";

/** A technique of MITRE ATT&CK, with the address of its page: a sub-technique's has a slash for the dot. */
export const attack = (id: AttackTechniqueId): ThreatReference => ({
  source: "attack",
  id,
  title: ATTACK_TECHNIQUES[id],
  url: `https://attack.mitre.org/techniques/${id.replace(".", "/")}/`,
});

/** A technique of Microsoft's Threat Matrix for Kubernetes. */
export const matrix = (id: KubernetesMatrixId): ThreatReference => ({
  source: "kubernetes-matrix",
  id,
  title: KUBERNETES_MATRIX[id].title,
  url: "https://microsoft.github.io/Threat-Matrix-for-Kubernetes/",
});
