import type { Box } from "../threat-model";
import { isObject, type JsonObject, objectAt } from "./json";

/**
 * Where nobody said in which boundary something stands, the picture does: in the smallest box of its diagram around its middle. Null
 * is said, undefined is not. The objects come from a file and are checked later, so nothing here relies on their shape.
 */
export function nestByPicture(
  elements: readonly JsonObject[],
  boundaries: readonly JsonObject[],
): { elements: JsonObject[]; boundaries: JsonObject[] } {
  const boxes = boundaries.flatMap((boundary) => {
    const box = boxOf(objectAt(boundary, "shape").box);
    return box === null ? [] : [{ id: boundary.id, diagram: boundary.diagram, box }];
  });
  const known = new Set(boundaries.map(({ id }) => id));
  const around = (object: JsonObject, box: Box | null) => {
    if (box === null) return null;
    const fits = boxes.filter((outer) => outer.id !== object.id && outer.diagram === object.diagram && holds(outer.box, box));
    return fits.sort((a, b) => area(a.box) - area(b.box))[0]?.id ?? null;
  };
  const within = (object: JsonObject, said: unknown, box: Box | null) => (said === null || known.has(said) ? said : around(object, box));
  return {
    elements: elements.map((element) => ({ ...element, boundary: within(element, element.boundary, boxOf(element.box)) })),
    boundaries: boundaries.map((boundary) => ({
      ...boundary,
      parent: within(boundary, boundary.parent, boxOf(objectAt(boundary, "shape").box)),
    })),
  };
}

const area = ({ width, height }: Box): number => width * height;

/** Larger, and around the middle: so that no two boxes hold each other. */
function holds(outer: Box, inner: Box): boolean {
  const x = inner.x + inner.width / 2;
  const y = inner.y + inner.height / 2;
  const inside = x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
  return inside && area(outer) > area(inner);
}

function boxOf(value: unknown): Box | null {
  if (!isObject(value)) return null;
  const { x, y, width, height } = value;
  const numbers = typeof x === "number" && typeof y === "number" && typeof width === "number" && typeof height === "number";
  return numbers ? { x, y, width, height } : null;
}
