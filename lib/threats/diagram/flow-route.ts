import { groupBy } from "@/lib/shared/group-by";
import type { Box, Flow, FlowEnd, ModelElement, Point } from "../threat-model";
import { centreOf, exitPoint } from "./boxes";

/** How near to a corner of a box a flow may meet it, in pixels. */
const INSET = 8;
/** Between flows that join the same two elements without a bend. */
const LANE = 24;
/** How far a flow from an element to itself goes out. */
const LOOP = 28;

interface Span {
  readonly low: number;
  readonly high: number;
}

const across = ({ x, width }: Box): Span => ({ low: x + INSET, high: x + width - INSET });
const down = ({ y, height }: Box): Span => ({ low: y + INSET, high: y + height - INSET });
const isWithin = (value: number, { low, high }: Span): boolean => value >= low && value <= high;
const clamp = (value: number, { low, high }: Span): number => Math.max(low, Math.min(high, value));

/** Where a flow that goes on to `toward` meets the edge of a box: straight up, down or aside where it can, else on the way from the centre. */
export function anchorPoint(box: Box, toward: Point): Point {
  if (isWithin(toward.x, across(box)) && !isWithin(toward.y, down(box))) {
    return { x: toward.x, y: toward.y < box.y + box.height / 2 ? box.y : box.y + box.height };
  }
  if (isWithin(toward.y, down(box)) && !isWithin(toward.x, across(box))) {
    return { x: toward.x < box.x + box.width / 2 ? box.x : box.x + box.width, y: toward.y };
  }
  return exitPoint(centreOf(box), toward, box);
}

/** The part that two spans share, when a line has room in it. */
function shared(one: Span, other: Span): Span | null {
  const both = { low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) };
  return both.low <= both.high ? both : null;
}

/** A straight flow between two boxes: level or upright where they stand side by side, `shift` pixels beside the middle. */
export function straightLine(from: Box, to: Box, shift = 0): readonly [Point, Point] {
  const columns = shared(across(from), across(to));
  const rows = shared(down(from), down(to));
  if (columns && !rows) {
    const x = clamp((columns.low + columns.high) / 2 + shift, columns);
    return from.y < to.y
      ? [
          { x, y: from.y + from.height },
          { x, y: to.y },
        ]
      : [
          { x, y: from.y },
          { x, y: to.y + to.height },
        ];
  }
  if (rows && !columns) {
    const y = clamp((rows.low + rows.high) / 2 + shift, rows);
    return from.x < to.x
      ? [
          { x: from.x + from.width, y },
          { x: to.x, y },
        ]
      : [
          { x: from.x, y },
          { x: to.x + to.width, y },
        ];
  }
  return slantedLine(from, to, shift);
}

function slantedLine(from: Box, to: Box, shift: number): readonly [Point, Point] {
  const [a, b] = [centreOf(from), centreOf(to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  // The same side whichever way the flow runs, so that there and back do not lie on each other.
  const side = a.x < b.x || (a.x === b.x && a.y < b.y) ? shift : -shift;
  const [dx, dy] = [(-(b.y - a.y) / length) * side, ((b.x - a.x) / length) * side];
  const [start, end] = [
    { x: a.x + dx, y: a.y + dy },
    { x: b.x + dx, y: b.y + dy },
  ];
  return [exitPoint(start, end, from), exitPoint(end, start, to)];
}

/** Out at the right side and back in. */
function loop(box: Box): readonly Point[] {
  const { y } = centreOf(box);
  const right = box.x + box.width;
  const reach = Math.min(12, box.height / 4);
  return [
    { x: right, y: y - reach },
    { x: right + LOOP, y: y - reach },
    { x: right + LOOP, y: y + reach },
    { x: right, y: y + reach },
  ];
}

/** The points of a flow from edge to edge: two at least. An end at an element that is not there is where its next point is. */
function routeOf({ from, to, via }: Flow, boxes: ReadonlyMap<string, Box>, shift: number): readonly Point[] {
  const [start, end] = [boxOrPoint(from, boxes), boxOrPoint(to, boxes)];
  const [first, last] = [via[0], via.at(-1)];
  if (first && last) return [meet(start, first), ...via, meet(end, last)];
  if (isBox(start) && isBox(end)) return start === end ? loop(start) : straightLine(start, end, shift);
  return [meet(start, middleOf(end)), meet(end, middleOf(start))];
}

type BoxOrPoint = Box | Point | null;

const isBox = (place: BoxOrPoint): place is Box => place !== null && "width" in place;
const boxOrPoint = (end: FlowEnd, boxes: ReadonlyMap<string, Box>): BoxOrPoint =>
  "element" in end ? (boxes.get(end.element) ?? null) : end.point;
const middleOf = (place: BoxOrPoint): Point => (isBox(place) ? centreOf(place) : (place ?? { x: 0, y: 0 }));
const meet = (place: BoxOrPoint, toward: Point): Point => (isBox(place) ? anchorPoint(place, toward) : (place ?? toward));

const pairOf = ({ id, from, to, via }: Flow): string =>
  "element" in from && "element" in to && via.length === 0 ? [from.element, to.element].toSorted().join("\n") : `alone\n${id}`;

/** The points of every flow, by its id. Flows between the same two elements run beside each other. */
export function routeFlows(
  flows: readonly Flow[],
  elements: readonly Pick<ModelElement, "id" | "box">[],
): ReadonlyMap<string, readonly Point[]> {
  const boxes = new Map(elements.map(({ id, box }) => [id, box]));
  const lanes = [...groupBy(flows, pairOf).values()].flatMap((pair) =>
    pair.map((flow, index) => [flow.id, routeOf(flow, boxes, (index - (pair.length - 1) / 2) * LANE)] as const),
  );
  return new Map(lanes);
}
