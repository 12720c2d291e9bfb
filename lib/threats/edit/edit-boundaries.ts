import { err, ok, type Result } from "@/lib/shared/result";
import type { Boundary, ThreatModel } from "../threat-model";
import { circularBoundary, missing, takenId, wrongBoundary } from "./diagram-checks";
import { type EditRefusal, withChanges } from "./edit-refusal";
import type { EditOf } from "./edit-schema";
import { withoutMentions } from "./mentions";

type Edited = Result<ThreatModel, EditRefusal>;

/** Draws a new trust boundary. What stands in it says so itself. */
export function addBoundary(model: ThreatModel, { boundary }: EditOf<"add-boundary">): Edited {
  const wrong =
    takenId(model, "boundary.id", boundary.id) ??
    missing(model.diagrams, "diagram", boundary.diagram, "boundary.diagram") ??
    wrongBoundary(model, "boundary.parent", boundary.parent, boundary.diagram);
  return wrong === null ? ok({ ...model, boundaries: [...model.boundaries, boundary] }) : err(wrong);
}

/** Changes a trust boundary; what stands in it stays. */
export function changeBoundary(model: ThreatModel, { id, changes }: EditOf<"change-boundary">): Edited {
  const before = model.boundaries.find((boundary) => boundary.id === id);
  const parent = changes.parent ?? null;
  const wrong =
    missing(model.boundaries, "boundary", id) ??
    wrongBoundary(model, "changes.parent", parent, before?.diagram ?? "") ??
    circularBoundary(model, id, parent);
  if (wrong !== null) return err(wrong);
  const change = (boundary: Boundary): Boundary => (boundary.id === id ? withChanges(boundary, changes) : boundary);
  return ok({ ...model, boundaries: model.boundaries.map(change) });
}

/** Takes a boundary away; what stood in it now stands in the one around it. */
export function removeBoundary(model: ThreatModel, { id }: EditOf<"remove-boundary">): Edited {
  const wrong = missing(model.boundaries, "boundary", id);
  if (wrong !== null) return err(wrong);
  const around = model.boundaries.find((boundary) => boundary.id === id)?.parent ?? null;
  const boundaries = model.boundaries
    .filter((boundary) => boundary.id !== id)
    .map((boundary) => (boundary.parent === id ? { ...boundary, parent: around } : boundary));
  const elements = model.elements.map((element) => (element.boundary === id ? { ...element, boundary: around } : element));
  return ok(withoutMentions({ ...model, boundaries, elements }, new Set([id])));
}
