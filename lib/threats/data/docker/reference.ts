import { ATTACK_TECHNIQUES, type AttackTechniqueId } from "@/lib/catalogue/data/attack-techniques";
import type { ThreatReference } from "../../threat-model";

/** A technique of MITRE ATT&CK, with its page. */
export const attack = (id: AttackTechniqueId): ThreatReference => ({
  source: "attack",
  id,
  title: ATTACK_TECHNIQUES[id],
  url: `https://attack.mitre.org/techniques/${id.replace(".", "/")}/`,
});

/** A technique of Microsoft's threat matrix for Kubernetes that means the same on a single Docker host. */
export const kubernetesMatrix = (id: string, title: string): ThreatReference => ({
  source: "kubernetes-matrix",
  id,
  title,
  url: "https://microsoft.github.io/Threat-Matrix-for-Kubernetes/",
});
