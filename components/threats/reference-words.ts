import type { ReferenceSource } from "@/lib/threats/scales";

/** What a reference points into; empty where its title says it all. */
export const REFERENCE_WORDS: Readonly<Record<ReferenceSource, string>> = {
  attack: "MITRE ATT&CK",
  "kubernetes-matrix": "Threat matrix for Kubernetes",
  cwe: "CWE",
  capec: "CAPEC",
  other: "",
};
