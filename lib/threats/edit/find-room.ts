import type { Box, ThreatModel } from "../threat-model";

/** Pixels kept between things, and between a thing and the edge of its boundary. */
const GAP = 24;
/** Kept free at the top of a boundary, where its name stands. */
const HEAD = 40;
/** Places are tried this far apart. */
const STEP = 8;

/** What wants a place. */
export interface Wanted {
  readonly diagram: string;
  /** The boundary it shall stand in; null outside of all. */
  readonly inside: string | null;
  readonly width: number;
  readonly height: number;
  /** The id of what moves, which is not in its own way; null for something new. */
  readonly moving: string | null;
}

/** A free place, and the boundaries that must grow to hold it. */
export interface Room {
  readonly box: Box;
  readonly grown: readonly (Box & { readonly id: string })[];
}

/**
 * A place on a diagram where nothing stands: the first from the upper left, in the boundary that is asked for. Where that one is full it
 * grows downwards, and those around it with it; outside of all boundaries there is always room below.
 */
export function findRoom(model: ThreatModel, wanted: Wanted): Room {
  const boxes = boundaryBoxes(model, wanted.diagram);
  const around = ancestors(model, wanted.inside);
  const things = [...model.elements, ...model.notes]
    .filter(({ id, diagram }) => diagram === wanted.diagram && id !== wanted.moving)
    .map(({ box }) => box);
  const others = [...boxes].filter(([id]) => !around.includes(id) && id !== wanted.moving).map(([, box]) => box);
  const inside = wanted.inside === null ? undefined : boxes.get(wanted.inside);
  const frame = inside ?? outline([...things, ...others]);
  const free = firstFree(frame, wanted, [...things, ...others]);
  if (free !== null) return { box: free, grown: [] };
  const box = {
    x: frame.x + GAP,
    y: frame.y + frame.height + (inside === undefined ? GAP : 0),
    width: wanted.width,
    height: wanted.height,
  };
  return { box, grown: inside === undefined ? [] : grow(boxes, around, box) };
}

const boundaryBoxes = (model: ThreatModel, diagram: string): ReadonlyMap<string, Box> =>
  new Map(
    model.boundaries.flatMap(({ id, diagram: own, shape }): readonly (readonly [string, Box])[] =>
      own === diagram && shape.kind === "box" ? [[id, shape.box]] : [],
    ),
  );

/** The boundary and those around it, innermost first. */
function ancestors(model: ThreatModel, id: string | null): readonly string[] {
  const parents = new Map(model.boundaries.map((boundary) => [boundary.id, boundary.parent]));
  const found: string[] = [];
  for (let at = id; at !== null && !found.includes(at); at = parents.get(at) ?? null) found.push(at);
  return found;
}

function firstFree(frame: Box, { width, height }: Wanted, taken: readonly Box[]): Box | null {
  for (let y = frame.y + HEAD; y + height + GAP <= frame.y + frame.height; y += STEP) {
    for (let x = frame.x + GAP; x + width + GAP <= frame.x + frame.width; x += STEP) {
      const box = { x, y, width, height };
      if (!taken.some((other) => isNear(box, other))) return box;
    }
  }
  return null;
}

const isNear = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width + GAP &&
  other.x < one.x + one.width + GAP &&
  one.y < other.y + other.height + GAP &&
  other.y < one.y + one.height + GAP;

/** Each boundary of `chain`, innermost first, with the size that holds `box` or the one before it. */
function grow(boxes: ReadonlyMap<string, Box>, chain: readonly string[], box: Box): Room["grown"] {
  let held = box;
  return chain.flatMap((id): Room["grown"] => {
    const before = boxes.get(id);
    if (before === undefined) return [];
    const width = Math.max(before.width, held.x + held.width + GAP - before.x);
    const height = Math.max(before.height, held.y + held.height + GAP - before.y);
    held = { ...before, width, height };
    return width === before.width && height === before.height ? [] : [{ id, ...held }];
  });
}

function outline(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  return { x, y, width: right - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}
