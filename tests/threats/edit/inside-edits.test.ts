import { expect, it } from "vitest";
import { applyEdits } from "@/lib/threats/edit/apply-edit";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { insideEdits } from "@/lib/threats/edit/inside-edits";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { isKnown, SMALL } from "./small-model";

function edited(...edits: readonly ModelEdit[]): ThreatModel {
  const result = applyEdits(SMALL, edits, isKnown);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

it("says nothing where the document says what the diagram shows", () => {
  expect(insideEdits(SMALL, new Set(["web", "dockerd", "operator", "host", "containers", "edge"]))).toEqual([]);
});

it("puts an element into the smallest boundary around its middle, or outside of all", () => {
  const moved = edited({
    op: "place",
    boxes: [
      { id: "web", x: 320, y: 200 },
      { id: "dockerd", x: 640, y: 120 },
      { id: "log", x: 0, y: 500 },
    ],
  });
  expect(insideEdits(moved, new Set(["web", "dockerd", "log"]))).toEqual([
    { op: "change-element", id: "dockerd", changes: { boundary: "containers" } },
    { op: "change-element", id: "web", changes: { boundary: "host" } },
    { op: "change-element", id: "log", changes: { boundary: null } },
  ]);
  expect(insideEdits(moved, new Set(["operator"]))).toEqual([]);
});

it("puts what a boundary comes to surround into it, and leaves other diagrams alone", () => {
  const grown = edited({ op: "place", boxes: [{ id: "host", x: -20, y: -20, width: 1_000, height: 500 }] });
  expect(insideEdits(grown, new Set(["host"]))).toEqual([{ op: "change-element", id: "operator", changes: { boundary: "host" } }]);
  const shrunk = edited({ op: "place", boxes: [{ id: "host", x: 300, y: 0, width: 200, height: 200 }] });
  expect(insideEdits(shrunk, new Set(["host"]))).toEqual([
    { op: "change-boundary", id: "containers", changes: { parent: null } },
    { op: "change-element", id: "log", changes: { boundary: null } },
  ]);
});

it("puts a boundary into the smallest that holds all of it", () => {
  const apart = edited({ op: "place", boxes: [{ id: "containers", x: 1_000, y: 0, carry: true }] });
  expect(insideEdits(apart, new Set(["containers"]))).toEqual([{ op: "change-boundary", id: "containers", changes: { parent: null } }]);
  const box = { x: 590, y: 40, width: 250, height: 250 };
  const between = edited({
    op: "add-boundary",
    boundary: { id: "pod", name: "Pod", description: "", diagram: "main", parent: null, trust: null, shape: { kind: "box", box } },
  });
  expect(insideEdits(between, new Set(["pod"]))).toEqual([
    { op: "change-boundary", id: "containers", changes: { parent: "pod" } },
    { op: "change-boundary", id: "pod", changes: { parent: "host" } },
  ]);
});
