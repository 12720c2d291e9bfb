import { expect, it } from "vitest";
import { arrowHead, curvePath, roundedPath } from "@/lib/threats/diagram/line-path";

it("rounds each bend, and takes no more of a side than half", () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
  ];
  expect(roundedPath(corner, 12)).toBe("M0 0L88 0Q100 0 100 12L100 100");
  expect(
    roundedPath(
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 10, y: 100 },
      ],
      12,
    ),
  ).toBe("M0 0L5 0Q10 0 10 5L10 100");
});

it("draws a line with a point twice", () => {
  expect(
    roundedPath(
      [
        { x: 0, y: 0 },
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ],
      12,
    ),
  ).toBe("M0 0L0 0L10 0");
});

it("draws a smooth curve through all of its points", () => {
  expect(
    curvePath([
      { x: 0, y: 0 },
      { x: 60, y: 0 },
    ]),
  ).toBe("M0 0C10 0 50 0 60 0");
  expect(
    curvePath([
      { x: 0, y: 0 },
      { x: 60, y: 60 },
      { x: 120, y: 0 },
    ]),
  ).toBe("M0 0C10 10 40 60 60 60C80 60 110 10 120 0");
});

it("points an arrowhead the way the line runs", () => {
  expect(arrowHead({ x: 10, y: 0 }, { x: 0, y: 0 }, 8, 6)).toBe("M10 0L2 3L2 -3Z");
  expect(arrowHead({ x: 0, y: 10 }, { x: 0, y: 0 }, 8, 6)).toBe("M0 10L-3 2L3 2Z");
});
