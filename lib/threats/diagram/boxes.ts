import type { Box, Point } from "../threat-model";

export const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** A box of a size around its centre. */
export const boxAround = ({ x, y }: Point, width: number, height: number): Box => ({ x: x - width / 2, y: y - height / 2, width, height });

/** Square pixels that two boxes share. */
export function sharedArea(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The smallest box around boxes, with a margin. `fallback` where there is none. */
export function boundsOf(boxes: readonly Box[], margin: number, fallback: Box): Box {
  if (boxes.length === 0) return fallback;
  // Not Math.min(...): a large file has more points than a call may have arguments.
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x - margin);
    top = Math.min(top, y - margin);
    right = Math.max(right, x + width + margin);
    bottom = Math.max(bottom, y + height + margin);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The part of a line from `a` to `b` that lies in a box, as shares of the line; null when it passes by. */
function clip(a: Point, b: Point, { x, y, width, height }: Box): readonly [enter: number, leave: number] | null {
  let enter = 0;
  let leave = 1;
  for (const [from, to, low, high] of [
    [a.x, b.x, x, x + width],
    [a.y, b.y, y, y + height],
  ] as const) {
    const run = to - from;
    if (run === 0) {
      if (from < low || from > high) return null;
      continue;
    }
    const [near, far] = [(low - from) / run, (high - from) / run].toSorted((one, other) => one - other) as [number, number];
    enter = Math.max(enter, near);
    leave = Math.min(leave, far);
  }
  return enter <= leave ? [enter, leave] : null;
}

/** True when the line from `a` to `b` touches the box. Asked for every label, line by line: most lines are far off and answered first. */
export function lineMeetsBox(a: Point, b: Point, box: Box): boolean {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  if ((a.x < box.x && b.x < box.x) || (a.x > right && b.x > right)) return false;
  if ((a.y < box.y && b.y < box.y) || (a.y > bottom && b.y > bottom)) return false;
  return a.x === b.x || a.y === b.y || clip(a, b, box) !== null;
}

/** Where the line from `inside` to `outside` leaves the box; `inside` itself when the line never is in it. */
export function exitPoint(inside: Point, outside: Point, box: Box): Point {
  const part = clip(inside, outside, box);
  return part === null ? inside : pointBetween(inside, outside, part[1]);
}

/** The point at a share of the way: 0 is `a`, 1 is `b`. */
export const pointBetween = (a: Point, b: Point, share: number): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });

/** In pixels. */
export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
