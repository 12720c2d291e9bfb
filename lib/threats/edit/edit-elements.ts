import { err, ok, type Result } from "@/lib/shared/result";
import type { ModelElement, ThreatModel } from "../threat-model";
import { missing, takenId, wrongBoundary } from "./diagram-checks";
import { type EditRefusal, withChanges } from "./edit-refusal";
import type { EditOf } from "./edit-schema";
import { withoutMentions } from "./mentions";

type Edited = Result<ThreatModel, EditRefusal>;

/** Puts a new element on its diagram. */
export function addElement(model: ThreatModel, { element }: EditOf<"add-element">): Edited {
  const wrong =
    takenId(model, "element.id", element.id) ??
    missing(model.diagrams, "diagram", element.diagram, "element.diagram") ??
    wrongBoundary(model, "element.boundary", element.boundary, element.diagram);
  return wrong === null ? ok({ ...model, elements: [...model.elements, element] }) : err(wrong);
}

/** Changes what an element is called and where it belongs; its place changes by "place". */
export function changeElement(model: ThreatModel, { id, changes }: EditOf<"change-element">): Edited {
  const before = model.elements.find((element) => element.id === id);
  const wrong =
    missing(model.elements, "element", id) ?? wrongBoundary(model, "changes.boundary", changes.boundary ?? null, before?.diagram ?? "");
  if (wrong !== null) return err(wrong);
  const change = (element: ModelElement): ModelElement => (element.id === id ? withChanges(element, changes) : element);
  return ok({ ...model, elements: model.elements.map(change) });
}

/** Takes an element away, with the flows that begin or end at it and what threats say of them. */
export function removeElement(model: ThreatModel, { id }: EditOf<"remove-element">): Edited {
  const wrong = missing(model.elements, "element", id);
  if (wrong !== null) return err(wrong);
  const gone = model.flows.filter(({ from, to }) => [from, to].some((end) => "element" in end && end.element === id));
  const ids = new Set([id, ...gone.map((flow) => flow.id)]);
  return ok(
    withoutMentions(
      {
        ...model,
        elements: model.elements.filter((element) => element.id !== id),
        flows: model.flows.filter((flow) => !ids.has(flow.id)),
      },
      ids,
    ),
  );
}
