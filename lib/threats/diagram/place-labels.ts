import type { Box, Point } from "../threat-model";
import { boxAround, distance, lineMeetsBox, pointBetween, sharedArea } from "./boxes";

/** A label that belongs to a line, with its size in pixels; a line without a label has the width 0. */
export interface LineLabel {
  readonly id: string;
  readonly points: readonly Point[];
  readonly width: number;
  readonly height: number;
}

/** How much of a line must be seen on either side of a label that stands on it. */
const SEEN = 18;
/** Between a line and a label beside it. */
const GAP = 5;
/** What it costs to lie on another line, in square pixels covered of a box or label. */
const CROSSED = 20;
/** What each later choice costs more: of two free places the first is taken. */
const LATER = 1;

/**
 * Labels or badges times lines, up to which a free place is searched. A diagram with more, some hundred flows, nobody can read anyhow; there every
 * label has the first of its places, so that no file can keep the server busy.
 */
export const MOST_LOOKS = 300_000;

interface Stretch {
  readonly from: Point;
  readonly to: Point;
}

const stretches = (points: readonly Point[]): readonly Stretch[] => points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));

/** Places of a label on and beside one stretch, best first. */
function placesOn({ from, to }: Stretch, width: number, height: number): readonly Box[] {
  const length = distance(from, to);
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  // How much of the line the label would hide.
  const hidden = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (width * length) / dx,
    dy === 0 ? Number.POSITIVE_INFINITY : (height * length) / dy,
  );
  const isLevel = dx >= dy;
  const shift = isLevel ? { x: 0, y: height / 2 + GAP } : { x: width / 2 + GAP, y: 0 };
  return [0.5, 0.36, 0.64].flatMap((share) => {
    const middle = pointBetween(from, to, share);
    const beside = [isLevel ? -1 : 1, isLevel ? 1 : -1].map((side) =>
      boxAround({ x: middle.x + side * shift.x, y: middle.y + side * shift.y }, width, height),
    );
    return hidden + 2 * SEEN <= length ? [boxAround(middle, width, height), ...beside] : beside;
  });
}

function placesOf({ points, width, height }: LineLabel): readonly Box[] {
  const longest = stretches(points).toSorted((one, other) => distance(other.from, other.to) - distance(one.from, one.to));
  return longest.slice(0, 3).flatMap((stretch) => placesOn(stretch, width, height));
}

/**
 * Where the labels of lines stand, by id: at the middle of the longest stretch, or beside it where it is short, clear of `obstacles`,
 * of the other lines and of each other as far as there is room.
 */
export function placeLabels(labels: readonly LineLabel[], obstacles: readonly Box[]): ReadonlyMap<string, Box> {
  const lines = labels.flatMap(({ id, points }) => stretches(points).map((stretch) => ({ id, ...stretch })));
  const named = labels.filter(({ width }) => width > 0);
  const isSmall = named.length * lines.length <= MOST_LOOKS;
  const taken: Box[] = [...obstacles];
  const placed = new Map<string, Box>();
  for (const label of named) {
    const places = placesOf(label);
    const box = isSmall
      ? cheapest(
          places,
          taken,
          lines.filter(({ id }) => id !== label.id),
        )
      : places[0];
    if (!box) continue;
    placed.set(label.id, box);
    taken.push(box);
  }
  return placed;
}

/** The place that covers least; of two that cover the same the earlier. */
function cheapest(places: readonly Box[], taken: readonly Box[], lines: readonly Stretch[]): Box | null {
  let best: Box | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, box] of places.entries()) {
    let cost = index * LATER;
    for (let at = 0; at < taken.length && cost < least; at++) cost += sharedArea(box, taken[at] ?? box);
    for (let at = 0; at < lines.length && cost < least; at++) {
      const line = lines[at];
      if (line && lineMeetsBox(line.from, line.to, box)) cost += CROSSED;
    }
    if (cost < least) [best, least] = [box, cost];
  }
  return best;
}
