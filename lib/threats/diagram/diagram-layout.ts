import type { Boundary, Box, DiagramNote, Flow, ModelElement, Point, ThreatModel } from "../threat-model";
import { boundsOf, distance, lineMeetsBox, pointBetween } from "./boxes";
import { routeFlows } from "./flow-route";
import { arrowHead, curvePath, roundedPath } from "./line-path";
import { type LineLabel, MOST_LOOKS, placeLabels } from "./place-labels";
import { textWidth, wrapText } from "./wrap-text";

/** The parts of a model that one diagram draws. */
export type DiagramParts = Pick<ThreatModel, "elements" | "boundaries" | "flows" | "notes">;

/** Font sizes and heights of lines, in pixels of the diagram; the style sheet has the same. */
export const NAME = { size: 14, line: 18 } as const;
export const LABEL = { size: 12, line: 16 } as const;

const BADGE_HEIGHT = 20;
/** How far a badge reaches past the side of its box. */
const BADGE_OVERHANG = 8;
/** Icon, gap and padding of a badge. */
const BADGE_CHROME = 32;
const LABEL_PADDING = 4;
/** The longest line of a flow's label. */
const FLOW_LABEL_WIDTH = 120;
const BEND = 12;
const MARGIN = 10;
/** How far before its tip an arrow's line ends, so that it does not stick out of the head. */
const SHORTER = 5;

export interface PlacedElement {
  readonly element: ModelElement;
  readonly lines: readonly string[];
  /** True when a line under the name has room. */
  readonly hasRemark: boolean;
  readonly badge: Box | null;
}

export interface PlacedFlow {
  readonly flow: Flow;
  /** `d` of the line and of each arrowhead. */
  readonly path: string;
  readonly heads: readonly string[];
  readonly lines: readonly string[];
  readonly label: Box | null;
  readonly badge: Box | null;
}

export interface PlacedBoundary {
  readonly boundary: Boundary;
  /** `d` of a curve; null for a box. */
  readonly path: string | null;
  readonly lines: readonly string[];
  readonly label: Box | null;
  readonly badge: Box | null;
}

export interface DiagramLayout {
  readonly viewBox: Box;
  /** Outermost first. */
  readonly boundaries: readonly PlacedBoundary[];
  readonly flows: readonly PlacedFlow[];
  readonly elements: readonly PlacedElement[];
  readonly notes: readonly { readonly note: DiagramNote; readonly lines: readonly string[] }[];
}

const badgeWidth = (words: string): number => Math.ceil(textWidth(words, LABEL.size)) + BADGE_CHROME;
const linesWidth = (lines: readonly string[]): number => Math.max(0, ...lines.map((each) => textWidth(each, LABEL.size)));

/** Where everything of a diagram stands. `badges`: the words of the badge of an element, boundary or flow, by its id. */
export function layoutDiagram(parts: DiagramParts, badges: ReadonlyMap<string, string>): DiagramLayout {
  const routes = routeFlows(parts.flows, parts.elements);
  const lines = [...routes.values()];
  const isSmall = badges.size * lines.reduce((total, points) => total + points.length, 0) <= MOST_LOOKS;
  const elements = parts.elements.map((element) => placeElement(element, badges.get(element.id), isSmall ? lines : []));
  const boundaries = parts.boundaries
    .toSorted((one, other) => areaOf(other) - areaOf(one))
    .map((each) => placeBoundary(each, badges.get(each.id)));
  const fixed = [...elements, ...boundaries].flatMap(({ badge }) => (badge ? [badge] : []));
  const words = boundaries.flatMap(({ label }) => (label ? [label] : []));
  const boxes = [...parts.elements, ...parts.notes].map(({ box }) => box);
  const flows = placeFlows(parts.flows, routes, badges, parts.boundaries.map(edgeOf), [...fixed, ...words, ...boxes]);
  const points = [
    ...flows.flatMap(({ points: each }) => each),
    ...parts.boundaries.flatMap(({ shape }) => (shape.kind === "curve" ? shape.points : [])),
  ];
  const everything = [
    ...[...fixed, ...words, ...boxes],
    ...parts.boundaries.flatMap(({ shape }) => (shape.kind === "box" ? [shape.box] : [])),
    ...flows.flatMap(({ placed: { label } }) => (label ? [label] : [])),
    ...points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
  ];
  return {
    viewBox: boundsOf(everything, MARGIN, { x: 0, y: 0, width: 320, height: 80 }),
    boundaries,
    flows: flows.map(({ placed }) => placed),
    elements,
    notes: parts.notes.map((note) => ({ note, lines: noteLines(note) })),
  };
}

function placeElement(element: ModelElement, badge: string | undefined, routes: readonly (readonly Point[])[]): PlacedElement {
  const { box, name } = element;
  // Names are set semibold, which is a little wider.
  const lines = wrapText(name, box.width - 12, NAME.size * 1.04, Math.max(1, Math.min(3, Math.floor((box.height - 12) / NAME.line))));
  return {
    element,
    lines,
    hasRemark: lines.length * NAME.line + LABEL.line + 8 <= box.height,
    badge: badge === undefined ? null : cornerBadge(box, badgeWidth(badge), routes),
  };
}

/** At the upper right corner; at another where a flow would lie under it and the other is free. */
function cornerBadge(box: Box, width: number, routes: readonly (readonly Point[])[]): Box {
  const [left, right] = [box.x - BADGE_OVERHANG, box.x + box.width + BADGE_OVERHANG - width];
  // Below it reaches less into the box, where a line under the name may stand.
  const [top, bottom] = [box.y - BADGE_HEIGHT / 2, box.y + box.height - BADGE_HEIGHT / 4];
  const corners = [
    { x: right, y: top },
    { x: left, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ].map((corner) => ({ ...corner, width, height: BADGE_HEIGHT }));
  const covered = (badge: Box): number =>
    routes.reduce((total, points) => total + points.slice(1).filter((to, index) => lineMeetsBox(points[index] ?? to, to, badge)).length, 0);
  // The first that covers least; sorting keeps the order of equals.
  const ranked = corners.map((badge) => ({ badge, flows: covered(badge) })).toSorted((one, other) => one.flows - other.flows);
  return ranked[0]?.badge ?? box;
}

const areaOf = ({ shape }: Boundary): number => (shape.kind === "box" ? shape.box.width * shape.box.height : 0);

function placeBoundary(boundary: Boundary, badge: string | undefined): PlacedBoundary {
  const { name, shape } = boundary;
  const lines = wrapText(name, shape.kind === "box" ? Math.max(60, shape.box.width - 24) : FLOW_LABEL_WIDTH, LABEL.size);
  const [width, height] = [linesWidth(lines) + 2 * LABEL_PADDING, lines.length * LABEL.line];
  const corner = shape.kind === "box" ? { x: shape.box.x + 12, y: shape.box.y + 8 } : besideCurve(shape.points, width, height);
  const label = lines.length === 0 ? null : { ...corner, width, height };
  const badgeX = corner.x + (label ? width + 4 : 0);
  return {
    boundary,
    path: shape.kind === "curve" ? curvePath(shape.points) : null,
    lines,
    label,
    badge: badge === undefined ? null : { x: badgeX, y: corner.y - 2, width: badgeWidth(badge), height: BADGE_HEIGHT },
  };
}

/** The line of a boundary, that labels keep clear of. */
function edgeOf({ id, shape }: Boundary): LineLabel {
  if (shape.kind === "curve") return { id, points: shape.points, width: 0, height: 0 };
  const { x, y, width, height } = shape.box;
  const [right, bottom] = [x + width, y + height];
  const corners = [
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
    { x, y },
  ];
  return { id, points: corners, width: 0, height: 0 };
}

/** The upper left corner of a label at the middle point of a curve. */
function besideCurve(points: readonly Point[], width: number, height: number): Point {
  const [first, second] = [points[0] ?? { x: 0, y: 0 }, points[1] ?? { x: 0, y: 0 }];
  const middle = points.length === 2 ? pointBetween(first, second, 0.5) : (points[Math.floor(points.length / 2)] ?? first);
  return { x: middle.x - width / 2, y: middle.y - height / 2 };
}

interface RoutedFlow {
  readonly points: readonly Point[];
  readonly placed: PlacedFlow;
}

function placeFlows(
  flows: readonly Flow[],
  routes: ReadonlyMap<string, readonly Point[]>,
  badges: ReadonlyMap<string, string>,
  edges: readonly LineLabel[],
  obstacles: readonly Box[],
): readonly RoutedFlow[] {
  const drafts = flows.map((flow) => {
    const lines = wrapText(flow.name, FLOW_LABEL_WIDTH, LABEL.size);
    const words = badges.get(flow.id);
    const badge = words === undefined ? 0 : badgeWidth(words);
    const width = Math.max(lines.length === 0 ? 0 : linesWidth(lines) + 2 * LABEL_PADDING, badge);
    const height = lines.length * LABEL.line + (badge > 0 ? BADGE_HEIGHT + 2 : 0);
    return { flow, lines, badge, label: { id: flow.id, points: routes.get(flow.id) ?? [], width, height } };
  });
  const places = placeLabels([...drafts.map(({ label }) => label), ...edges], obstacles);
  return drafts.map(({ flow, lines, badge, label: { points } }) => {
    const label = places.get(flow.id) ?? null;
    const under = label && {
      x: label.x + (label.width - badge) / 2,
      y: label.y + label.height - BADGE_HEIGHT,
      width: badge,
      height: BADGE_HEIGHT,
    };
    return { points, placed: { flow, lines, label, badge: badge > 0 ? under : null, ...drawnLine(flow, points) } };
  });
}

function drawnLine({ bidirectional }: Flow, points: readonly Point[]): Pick<PlacedFlow, "path" | "heads"> {
  const [first, second] = points;
  const [beforeLast, last] = points.slice(-2);
  if (!first || !second || !beforeLast || !last) return { path: "", heads: [] };
  const start = bidirectional ? nearer(first, second) : first;
  return {
    path: roundedPath([start, ...points.slice(1, -1), nearer(last, beforeLast)], BEND),
    heads: [arrowHead(last, beforeLast), ...(bidirectional ? [arrowHead(first, second)] : [])],
  };
}

/** A little before the tip. */
function nearer(tip: Point, behind: Point): Point {
  const length = distance(tip, behind);
  return length === 0 ? tip : pointBetween(tip, behind, Math.min(SHORTER, length / 2) / length);
}

const noteLines = ({ text, box }: DiagramNote): readonly string[] =>
  wrapText(text, box.width - 8, LABEL.size, Math.max(1, Math.floor(box.height / LABEL.line)));
