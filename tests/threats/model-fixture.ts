import { newModel } from "@/lib/threats/edit/new-model";
import type { ControlLink, Threat, ThreatModel } from "@/lib/threats/threat-model";

export const link = (control: string, role: ControlLink["role"] = "required"): ControlLink => ({
  control,
  kind: "mitigates",
  role,
  reason: "It limits the gain.",
  confidence: "high",
  mitigation: null,
});

export const threat = (slug: string, more: Partial<Threat> = {}): Threat => ({
  slug,
  number: 1,
  title: slug.replaceAll("-", " "),
  stride: "D",
  origin: "user",
  description: "",
  attackPath: [],
  elements: [],
  likelihood: null,
  impact: null,
  mitigations: [],
  controls: [],
  references: [],
  uncovered: null,
  stated: null,
  ...more,
});

/** A model of a few threats that Docker's scans decide. */
export const modelOf = (title: string, threats: readonly Threat[], more: Partial<ThreatModel> = {}): ThreatModel => ({
  ...newModel(title, new Set()),
  evidence: ["docker"],
  threats: threats.map((each, index) => ({ ...each, number: index + 1 })),
  ...more,
});
