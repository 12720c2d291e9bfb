import type { ConcernGroup } from "@/components/threats/editing/threat-form";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { endNames } from "./part-names";

/** All that a threat of the model may concern, by kind. */
export function concernsOf(model: ThreatModel): readonly ConcernGroup[] {
  return [
    { title: "Elements", choices: model.elements.map(({ id, name, kind }) => ({ value: id, label: name || id, hint: kind })) },
    {
      title: "Flows",
      choices: model.flows.map((flow) => {
        const { id, name } = flow;
        const ends = endNames(model, flow);
        return name === "" ? { value: id, label: ends } : { value: id, label: name, hint: ends };
      }),
    },
    { title: "Trust boundaries", choices: model.boundaries.map(({ id, name }) => ({ value: id, label: name || id })) },
  ];
}
