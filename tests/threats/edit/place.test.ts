import { describe, expect, it } from "vitest";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { edited, refused } from "./expect-edit";
import { SMALL } from "./small-model";

const corners = (model: ThreatModel): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...[...model.elements, ...model.notes].map(({ id, box }) => [id, `${box.x},${box.y} ${box.width}×${box.height}`]),
    ...model.boundaries.map(({ id, shape }) => [
      id,
      shape.kind === "box"
        ? `${shape.box.x},${shape.box.y} ${shape.box.width}×${shape.box.height}`
        : shape.points.map(({ x, y }) => `${x},${y}`).join(" "),
    ]),
    ...model.flows.filter(({ via }) => via.length > 0).map(({ id, via }) => [id, via.map(({ x, y }) => `${x},${y}`).join(" ")]),
  ]);
const BEFORE = corners(SMALL);

describe("place", () => {
  it("moves and resizes many things at once, and nothing else", () => {
    const after = edited({
      op: "place",
      boxes: [
        { id: "operator", x: 8, y: 16 },
        { id: "log", x: 1, y: 2, width: 200, height: 80 },
        { id: "hint", x: 5, y: 5 },
        { id: "containers", x: 590, y: 40, width: 210 },
        { id: "edge", x: 100, y: 20 },
      ],
    });
    expect(corners(after)).toEqual({
      ...BEFORE,
      operator: "8,16 140×56",
      log: "1,2 200×80",
      hint: "5,5 100×30",
      containers: "590,40 210×200",
      edge: "100,20 120,410",
    });
    expect(after.elements[1]).toBe(SMALL.elements[1]);
    expect(after.boundaries[0]).toBe(SMALL.boundaries[0]);
    expect(after.threats).toBe(SMALL.threats);
  });

  it("carries what stands in a boundary when asked: elements, boundaries, notes and bends between", () => {
    expect(corners(edited({ op: "place", boxes: [{ id: "host", x: 310, y: 5, carry: true }] }))).toEqual({
      ...BEFORE,
      host: "310,5 600×400",
      containers: "610,55 200×200",
      dockerd: "330,105 140×56",
      log: "330,305 140×56",
      web: "630,105 140×56",
      hint: "320,365 100×30",
      starts: "510,125",
    });
    expect(corners(edited({ op: "place", boxes: [{ id: "host", x: 310, y: 5 }] }))).toEqual({ ...BEFORE, host: "310,5 600×400" });
  });

  it("carries nothing that the edit places itself, nor what stands in it", () => {
    const boxes = [
      { id: "host", x: 310, y: 5, carry: true },
      { id: "containers", x: 600, y: 50 },
      { id: "log", x: 0, y: 0 },
    ];
    expect(corners(edited({ op: "place", boxes }))).toEqual({
      ...BEFORE,
      host: "310,5 600×400",
      dockerd: "330,105 140×56",
      log: "0,0 140×56",
      hint: "320,365 100×30",
    });
  });

  it("refuses what has no place, a size for a curve, and places off the plane", () => {
    expect(
      refused({
        op: "place",
        boxes: [
          { id: "operator", x: 0, y: 0 },
          { id: "asks", x: 0, y: 0 },
        ],
      }),
    ).toEqual(["boxes.1.id", "There is nothing “asks” to be placed on this model."]);
    expect(refused({ op: "place", boxes: [{ id: "edge", x: 0, y: 0, width: 5 }] })).toEqual([
      "boxes.0.width",
      "“Edge” is a curve: it can be moved, but has no size.",
    ]);
    const far = refused({ op: "place", boxes: [{ id: "host", x: 99_990, y: 0, carry: true }] });
    expect(far[0]).toBe("elements.1.box.x");
  });
});
