import { describe, expect, it } from "vitest";
import { findRoom } from "@/lib/threats/edit/find-room";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { SMALL } from "./small-model";

const SIZE = { width: 144, height: 56, moving: null } as const;
const EMPTY: ThreatModel = { ...SMALL, elements: [], boundaries: [], flows: [], notes: [], threats: [] };

describe("findRoom", () => {
  it("begins an empty diagram in its upper left corner", () => {
    expect(findRoom(EMPTY, { ...SIZE, diagram: "main", inside: null })).toEqual({
      box: { x: 24, y: 24, width: 144, height: 56 },
      grown: [],
    });
  });

  it("takes the first place in a boundary that nothing stands in, and leaves its name free", () => {
    expect(findRoom(SMALL, { ...SIZE, diagram: "main", inside: "host" })).toEqual({
      box: { x: 324, y: 184, width: 144, height: 56 },
      grown: [],
    });
  });

  it("lets a full boundary grow downwards, and those around it only as far as they must", () => {
    expect(findRoom(SMALL, { ...SIZE, diagram: "main", inside: "containers", height: 160 })).toEqual({
      box: { x: 624, y: 250, width: 144, height: 160 },
      grown: [
        { id: "containers", x: 600, y: 50, width: 200, height: 384 },
        { id: "host", x: 300, y: 0, width: 600, height: 458 },
      ],
    });
    expect(findRoom(SMALL, { ...SIZE, diagram: "main", inside: "containers", width: 200, height: 56 })).toEqual({
      box: { x: 624, y: 250, width: 200, height: 56 },
      grown: [{ id: "containers", x: 600, y: 50, width: 248, height: 280 }],
    });
  });

  it("goes below everything where a diagram is full outside of its boundaries", () => {
    expect(findRoom(SMALL, { ...SIZE, diagram: "second", inside: null })).toEqual({
      box: { x: 24, y: 80, width: 144, height: 56 },
      grown: [],
    });
  });

  it("is not in its own way", () => {
    const dockerd = SMALL.elements.filter(({ id }) => id === "dockerd");
    const model = { ...SMALL, elements: dockerd, notes: [] };
    const wanted = { ...SIZE, diagram: "main", inside: "host" };
    expect(findRoom(model, { ...wanted, moving: "dockerd" }).box).toMatchObject({ x: 324, y: 40 });
    expect(findRoom(model, wanted).box).toMatchObject({ x: 324, y: 184 });
  });

  it("does not mind what stands on another diagram, or a curve", () => {
    expect(findRoom(SMALL, { ...SIZE, diagram: "third", inside: "edge" }).box).toMatchObject({ x: 24, y: 24 });
  });
});
