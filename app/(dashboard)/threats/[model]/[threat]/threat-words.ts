import type { ReferenceSource, ThreatOrigin } from "@/lib/threats/scales";

/** Where a threat comes from, in a line of facts. */
export const ORIGIN_WORDS: Readonly<Record<ThreatOrigin, string>> = {
  source: "from the founding threat model",
  bulkhead: "added by Bulkhead",
  user: "written here",
  import: "imported",
};

/** What a reference points into; empty where its title says it all. */
export const REFERENCE_WORDS: Readonly<Record<ReferenceSource, string>> = {
  attack: "MITRE ATT&CK",
  "kubernetes-matrix": "Threat matrix for Kubernetes",
  cwe: "CWE",
  capec: "CAPEC",
  other: "",
};
