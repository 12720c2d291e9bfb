import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import type { Boundary, Box, Point, ThreatModel } from "@/lib/threats/threat-model";

/** A thing with its new upper left corner. */
export interface Moved extends Point {
  readonly id: string;
}

/** The edits that move things; boundaries take along what stands in them. Empty where nothing would move. */
export function moveEdits(model: ThreatModel, moved: readonly Moved[]): readonly ModelEdit[] {
  const boundaries = new Set(model.boundaries.map(({ id }) => id));
  const boxes = moved
    .filter(({ id, x, y }) => {
      const corner = cornerOf(model, id);
      return corner !== null && (corner.x !== x || corner.y !== y);
    })
    .map(({ id, x, y }) => ({ id, x, y, ...(boundaries.has(id) ? { carry: true } : {}) }));
  return boxes.length === 0 ? [] : [{ op: "place", boxes }];
}

/** Where a thing stands: its upper left corner; null for flows and strangers. */
export function cornerOf(model: ThreatModel, id: string): Point | null {
  const boxed = [...model.elements, ...model.notes].find((each) => each.id === id);
  if (boxed !== undefined) return boxed.box;
  const boundary = model.boundaries.find((each) => each.id === id);
  return boundary === undefined ? null : shapeBox(boundary);
}

/** The box of a boundary; of a curve, the one around its points. */
export function shapeBox({ shape }: Boundary): Box {
  if (shape.kind === "box") return shape.box;
  const [xs, ys] = [shape.points.map(({ x }) => x), shape.points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(1, Math.max(...xs) - x), height: Math.max(1, Math.max(...ys) - y) };
}

/** The edits that take things away. What goes by itself with something else is not named. */
export function removeEdits(model: ThreatModel, ids: ReadonlySet<string>): readonly ModelEdit[] {
  const elements = model.elements.filter(({ id }) => ids.has(id));
  const gone = new Set(elements.map(({ id }) => id));
  const flows = model.flows.filter(
    ({ id, from, to }) => ids.has(id) && ![from, to].some((end) => "element" in end && gone.has(end.element)),
  );
  return [
    ...flows.map(({ id }) => ({ op: "remove-flow" as const, id })),
    ...elements.map(({ id }) => ({ op: "remove-element" as const, id })),
    ...model.boundaries.filter(({ id }) => ids.has(id)).map(({ id }) => ({ op: "remove-boundary" as const, id })),
    ...model.notes.filter(({ id }) => ids.has(id)).map(({ id }) => ({ op: "remove-note" as const, id })),
  ];
}
