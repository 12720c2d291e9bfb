import { getControl } from "@/lib/catalogue/controls";
import type { ModelExposure } from "@/lib/data/exposure-counts";
import type { ReasonedExposure } from "@/lib/data/exposure-page";
import type { StoredModel } from "@/lib/data/threat-models";
import { NO_EXPOSURES } from "@/lib/threats/exposure-words";
import { letterCoverage, unlinkedControls } from "@/lib/threats/model-coverage";
import { ruleWords } from "@/lib/threats/rule-words";
import { type Threat, type ThreatModel, threatRef } from "@/lib/threats/threat-model";
import { publicUrl } from "./public-url";

const named = (control: string) => ({ control, number: getControl(control)?.number ?? null, title: getControl(control)?.title ?? control });

const threatJson = (model: ThreatModel, threat: Threat, exposure: ModelExposure, freshDays: number) => ({
  slug: threat.slug,
  ref: threatRef(model, threat),
  title: threat.title,
  stride: threat.stride,
  origin: threat.origin,
  description: threat.description,
  attackPath: threat.attackPath,
  elements: threat.elements,
  likelihood: threat.likelihood,
  impact: threat.impact,
  mitigations: threat.mitigations.map(({ id, text }) => ({ id, text })),
  controls: threat.controls.map(({ control, kind, role, confidence, reason }) => ({
    ...named(control),
    severity: getControl(control)?.judgement.severity ?? null,
    ...{ kind, role, confidence, reason },
  })),
  references: threat.references,
  uncovered: threat.uncovered,
  rule: ruleWords(threat, freshDays)
    .sentence.map((part) => (typeof part === "string" ? part : part.number))
    .join(""),
  exposure: { counts: exposure.threats.get(threat.slug) ?? NO_EXPOSURES, hosts: exposure.hosts },
  url: publicUrl(`/threats/${model.slug}/${threat.slug}`),
});

/** A threat model as the API answers it. `freshDays`: for how long evidence counts. */
export const modelJson = ({ model, ...stored }: StoredModel, exposure: ModelExposure, freshDays: number) => ({
  slug: model.slug,
  title: model.title,
  version: stored.version,
  shipped: stored.shipped,
  edited: stored.shipped && stored.edited,
  description: model.description,
  owner: model.owner,
  evidence: model.evidence,
  hosts: exposure.hosts,
  staleHosts: exposure.staleHosts,
  threats: model.threats.map((threat) => threatJson(model, threat, exposure, freshDays)),
  updatedAt: stored.updatedAt.toISOString(),
  url: publicUrl(`/threats/${model.slug}`),
});

/** A threat on a host as the API answers it. */
export const exposureJson = ({ verdict, evidenceAt, reasons, ...row }: ReasonedExposure) => ({
  ...row,
  lastVerdict: verdict,
  evidenceAt: evidenceAt?.toISOString() ?? null,
  reasons: reasons.map(({ control, ...said }) => ({ ...named(control), ...said })),
});

/** What checks cover of a model. */
export const coverageJson = (model: ThreatModel) => ({
  letters: letterCoverage(model),
  elements: [...model.elements, ...model.flows.map((flow) => ({ ...flow, kind: "flow" }))].map(({ id, name, kind }) => ({
    ...{ id, name, kind },
    threats: threatsByLetter(model, id),
  })),
  unlinkedControls: unlinkedControls(model),
});

function threatsByLetter({ threats }: ThreatModel, element: string): Record<string, string[]> {
  const found: Record<string, string[]> = { S: [], T: [], R: [], I: [], D: [], E: [] };
  for (const { stride, slug, elements } of threats) if (stride !== null && elements.includes(element)) found[stride]?.push(slug);
  return found;
}
