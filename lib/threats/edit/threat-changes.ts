import type { ThreatModel } from "../threat-model";
import { compareModels, type ModelChange } from "./compare";

/** What was done to one threat, its mitigations and its links between two versions of a model; empty where it stayed the same. */
export function threatChanges(from: ThreatModel, to: ThreatModel, slug: string): readonly ModelChange[] {
  const [before, after] = [from, to].map((model) => only(model, slug));
  if (before === undefined || after === undefined || JSON.stringify(before.threats) === JSON.stringify(after.threats)) return [];
  return compareModels(before, after).filter(({ subject, key }) => {
    if (subject === "threat") return key === slug;
    return (subject === "mitigation" || subject === "link") && key.startsWith(`${slug}/`);
  });
}

/** The model with no threat but this one: comparing the others would only cost. */
const only = (model: ThreatModel, slug: string): ThreatModel => ({
  ...model,
  threats: model.threats.filter((threat) => threat.slug === slug),
});
