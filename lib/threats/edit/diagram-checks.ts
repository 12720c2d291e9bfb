import type { FlowEnd, ThreatModel } from "../threat-model";
import { type EditRefusal, refusal } from "./edit-refusal";

// What an edit names must be there, and what it brings must not be there yet. Each check answers null when all is well.

/** Elements, boundaries, flows and notes share one set of ids, because a threat names the first three by id alone. */
export const isTakenId = (model: ThreatModel, id: string): boolean =>
  [model.elements, model.boundaries, model.flows, model.notes].some((cells) => cells.some((cell) => cell.id === id));

/** Refuses an id that something on a diagram has already. */
export const takenId = (model: ThreatModel, field: string, id: string): EditRefusal | null =>
  isTakenId(model, id) ? refusal(field, "an id that nothing has yet", `Something on the diagram has the id “${id}” already.`) : null;

/** Refuses an id that none of `cells` has; `noun` is for people. */
export const missing = (cells: readonly { readonly id: string }[], noun: string, id: string, field = "id"): EditRefusal | null =>
  cells.some((cell) => cell.id === id) ? null : refusal(field, `the id of a ${noun}`, `There is no ${noun} “${id}” in this model.`);

/** Refuses a boundary that is not there or stands on another diagram. Null, outside of all, is always taken. */
export function wrongBoundary(model: ThreatModel, field: string, id: string | null, diagram: string): EditRefusal | null {
  if (id === null || model.boundaries.some((boundary) => boundary.id === id && boundary.diagram === diagram)) return null;
  return refusal(field, "a boundary of the same diagram, or null", `There is no boundary “${id}” on this diagram.`);
}

/** Refuses a parent that stands inside the boundary itself. */
export function circularBoundary(model: ThreatModel, id: string, parent: string | null): EditRefusal | null {
  const parents = new Map(model.boundaries.map((boundary) => [boundary.id, boundary.parent]));
  const seen = new Set<string>();
  for (let above = parent; above !== null && !seen.has(above); above = parents.get(above) ?? null) {
    if (above === id) return refusal("parent", "a boundary that is not inside this one", "A boundary cannot stand inside itself.");
    seen.add(above);
  }
  return null;
}

/** Refuses an end at an element that is not there or stands on another diagram. A loose end is always taken. */
export function wrongEnd(model: ThreatModel, field: string, end: FlowEnd | undefined, diagram: string): EditRefusal | null {
  if (end === undefined || !("element" in end)) return null;
  if (model.elements.some((element) => element.id === end.element && element.diagram === diagram)) return null;
  return refusal(field, "an element of the same diagram, or a point", `There is no element “${end.element}” on this diagram.`);
}
