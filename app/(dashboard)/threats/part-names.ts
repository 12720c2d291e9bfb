import type { Flow, FlowEnd, ThreatModel } from "@/lib/threats/threat-model";

/** What people call an element, boundary or flow: its name, else its ends, else its id. */
export function partName(model: ThreatModel, id: string): string {
  const thing = [...model.elements, ...model.boundaries].find((each) => each.id === id);
  if (thing !== undefined) return thing.name || id;
  const flow = model.flows.find((each) => each.id === id);
  return flow === undefined ? id : flow.name || endNames(model, flow);
}

/** "Web container to Database container". */
export const endNames = (model: ThreatModel, { from, to }: Flow): string => `${endName(model, from)} to ${endName(model, to)}`;

/** The element that an end is at. */
export const endName = (model: ThreatModel, end: FlowEnd): string => ("element" in end ? partName(model, end.element) : "a loose end");
