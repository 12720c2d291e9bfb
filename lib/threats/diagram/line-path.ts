import type { Point } from "../threat-model";
import { distance, pointBetween } from "./boxes";

/** A tenth of a pixel is as exact as a drawing needs to be, and keeps the page small. */
const round = (value: number): number => Math.round(value * 10) / 10;
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** A line through points with rounded bends, as the `d` of an SVG path. A bend takes at most half of the shorter side. */
export function roundedPath(points: readonly Point[], radius: number): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${at(point)}`;
      if (!after) return `L${at(point)}`;
      const [near, far] = [distance(point, before), distance(point, after)];
      const bend = Math.min(radius, near / 2, far / 2);
      if (bend === 0) return `L${at(point)}`;
      return `L${at(pointBetween(point, before, bend / near))}Q${at(point)} ${at(pointBetween(point, after, bend / far))}`;
    })
    .join("");
}

/** A smooth curve through points (Catmull-Rom), as the `d` of an SVG path. */
export function curvePath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      if (!before) return `M${at(point)}`;
      const [early, late] = [points[index - 2] ?? before, points[index + 1] ?? point];
      const leave = { x: before.x + (point.x - early.x) / 6, y: before.y + (point.y - early.y) / 6 };
      const arrive = { x: point.x - (late.x - before.x) / 6, y: point.y - (late.y - before.y) / 6 };
      return `C${at(leave)} ${at(arrive)} ${at(point)}`;
    })
    .join("");
}

/** A filled arrowhead with its tip at `tip`, coming from `behind`. Lengths in pixels. */
export function arrowHead(tip: Point, behind: Point, length = 8, width = 7): string {
  const run = distance(tip, behind);
  const [ux, uy] = run === 0 ? [1, 0] : [(tip.x - behind.x) / run, (tip.y - behind.y) / run];
  const foot = { x: tip.x - ux * length, y: tip.y - uy * length };
  const wing = (side: number): Point => ({ x: foot.x - uy * side * (width / 2), y: foot.y + ux * side * (width / 2) });
  return `M${at(tip)}L${at(wing(1))}L${at(wing(-1))}Z`;
}
