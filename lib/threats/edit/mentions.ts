import type { ThreatModel } from "../threat-model";

/** The model whose threats no longer speak of `ids`. Threats that spoke of none of them stay the same objects. */
export function withoutMentions(model: ThreatModel, ids: ReadonlySet<string>): ThreatModel {
  if (!model.threats.some((threat) => threat.elements.some((id) => ids.has(id)))) return model;
  const threats = model.threats.map((threat) =>
    threat.elements.some((id) => ids.has(id)) ? { ...threat, elements: threat.elements.filter((id) => !ids.has(id)) } : threat,
  );
  return { ...model, threats };
}
