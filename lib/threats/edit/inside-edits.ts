import type { Boundary, Box, ThreatModel } from "../threat-model";
import type { ModelEdit } from "./edit-schema";

/**
 * The edits that make a document say what its diagram shows after `ids` were moved, resized or added: an element stands in the
 * smallest boundary that holds its middle, a boundary in the smallest that holds all of it. Things elsewhere keep what is said of them.
 */
export function insideEdits(model: ThreatModel, ids: ReadonlySet<string>): readonly ModelEdit[] {
  const touched = boxesOf(model).filter(({ boundary }) => ids.has(boundary.id));
  const elements = model.elements.flatMap((element): readonly ModelEdit[] => {
    const spot = middle(element.box);
    const isNear =
      ids.has(element.id) ||
      touched.some(({ boundary, box }) => boundary.id === element.boundary || (boundary.diagram === element.diagram && holds(box, spot)));
    if (!isNear) return [];
    const around = smallest(boxesOf(model).filter(({ boundary, box }) => boundary.diagram === element.diagram && holds(box, spot)));
    return around === element.boundary ? [] : [{ op: "change-element", id: element.id, changes: { boundary: around } }];
  });
  const boundaries = boxesOf(model).flatMap(({ boundary, box }): readonly ModelEdit[] => {
    const isNear =
      ids.has(boundary.id) ||
      touched.some(
        (other) => other.boundary.id === boundary.parent || (other.boundary.diagram === boundary.diagram && holds(other.box, box)),
      );
    if (!isNear) return [];
    const larger = boxesOf(model).filter((other) => other.boundary.diagram === boundary.diagram && area(other.box) > area(box));
    const around = smallest(larger.filter((other) => holds(other.box, box)));
    return around === boundary.parent ? [] : [{ op: "change-boundary", id: boundary.id, changes: { parent: around } }];
  });
  return [...boundaries, ...elements];
}

interface BoxedBoundary {
  readonly boundary: Boundary;
  readonly box: Box;
}

/** A curve has no inside. */
const boxesOf = (model: ThreatModel): readonly BoxedBoundary[] =>
  model.boundaries.flatMap((boundary) => (boundary.shape.kind === "box" ? [{ boundary, box: boundary.shape.box }] : []));

const smallest = (boxes: readonly BoxedBoundary[]): string | null =>
  boxes.toSorted((one, other) => area(one.box) - area(other.box))[0]?.boundary.id ?? null;

const area = ({ width, height }: Box): number => width * height;

const middle = ({ x, y, width, height }: Box): Box => ({ x: x + width / 2, y: y + height / 2, width: 0, height: 0 });

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
