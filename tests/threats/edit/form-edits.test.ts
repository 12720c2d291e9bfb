import { describe, expect, it } from "vitest";
import { applyEdits } from "@/lib/threats/edit/apply-edit";
import { boundaryEdits, elementEdits, flowEdits, freshMitigationId, noteEdits } from "@/lib/threats/edit/form-edits";
import { newModel } from "@/lib/threats/edit/new-model";
import { isKnown, SMALL } from "./small-model";

const ELEMENT = { kind: "store", name: "Cache", description: "", boundary: "containers", outOfScope: null, diagram: "main" } as const;
const FLOW = {
  ...{ name: "reads", description: "", bidirectional: true, protocol: "TLS", encrypted: true, publicNetwork: null, outOfScope: null },
};

describe("elementEdits", () => {
  it("gives a new element a free id and a free place, and its boundary the size to hold it", () => {
    expect(elementEdits(SMALL, null, { ...ELEMENT, boundary: "host" })).toEqual([
      {
        op: "add-element",
        element: { ...ELEMENT, boundary: "host", id: "store-1", box: { x: 324, y: 184, width: 144, height: 56 } },
      },
    ]);
    expect(elementEdits(SMALL, null, ELEMENT)).toEqual([
      { op: "place", boxes: [{ id: "containers", x: 600, y: 50, width: 200, height: 280 }] },
      { op: "add-element", element: { ...ELEMENT, id: "store-1", box: { x: 624, y: 250, width: 144, height: 56 } } },
    ]);
  });

  it("moves an element only when it changes its boundary", () => {
    const dockerd = { ...ELEMENT, kind: "process" as const, name: "dockerd", boundary: "host" };
    expect(elementEdits(SMALL, "dockerd", dockerd)).toEqual([]);
    expect(elementEdits(SMALL, "dockerd", { ...dockerd, name: "Daemon", outOfScope: "Seen to elsewhere" })).toEqual([
      { op: "change-element", id: "dockerd", changes: { name: "Daemon", outOfScope: "Seen to elsewhere" } },
    ]);
    expect(elementEdits(SMALL, "dockerd", { ...dockerd, boundary: "containers" })).toEqual([
      { op: "change-element", id: "dockerd", changes: { boundary: "containers" } },
      {
        op: "place",
        boxes: [
          { id: "dockerd", x: 624, y: 250 },
          { id: "containers", x: 600, y: 50, width: 200, height: 280 },
        ],
      },
    ]);
  });

  it("gives a model without diagrams its first", () => {
    const model = { ...newModel("Empty", new Set()), diagrams: [] };
    const edits = elementEdits(model, null, { ...ELEMENT, boundary: null, diagram: "" });
    expect(edits.map(({ op }) => op)).toEqual(["add-diagram", "add-element"]);
    expect(applyEdits(model, edits, isKnown).ok).toBe(true);
  });
});

describe("flowEdits", () => {
  it("adds a flow on the diagram of its first end", () => {
    expect(flowEdits(SMALL, null, { ...FLOW, from: "operator", to: "log" })).toEqual([
      {
        op: "add-flow",
        flow: { ...FLOW, id: "flow-1", diagram: "main", from: { element: "operator" }, to: { element: "log" }, via: [] },
      },
    ]);
  });

  it("keeps bends and loose ends while the ends stay, and drops bends with another end", () => {
    const changes = { name: "reads", bidirectional: true, protocol: "TLS", encrypted: true };
    expect(flowEdits(SMALL, "starts", { ...FLOW, from: "dockerd", to: "web" })).toEqual([{ op: "change-flow", id: "starts", changes }]);
    expect(flowEdits(SMALL, "in", { ...FLOW, from: null, to: "web" })).toEqual([{ op: "change-flow", id: "in", changes }]);
    expect(flowEdits(SMALL, "starts", { ...FLOW, from: "dockerd", to: "log" })).toEqual([
      { op: "connect-flow", id: "starts", changes: { to: { element: "log" } } },
      { op: "change-flow", id: "starts", changes: { ...changes, via: [] } },
    ]);
  });
});

describe("boundaries, notes and mitigations", () => {
  it("are added with free ids, or changed where they are", () => {
    const fields = { name: "Cluster", description: "", parent: null, trust: 50 };
    expect(boundaryEdits(SMALL, null, { ...fields, diagram: "second" })).toEqual([
      {
        op: "add-boundary",
        boundary: {
          ...{ ...fields, id: "boundary-1", diagram: "second" },
          shape: { kind: "box", box: { x: 24, y: 80, width: 320, height: 200 } },
        },
      },
    ]);
    expect(boundaryEdits(SMALL, "host", { ...fields, diagram: "main" })).toEqual([
      { op: "change-boundary", id: "host", changes: { name: "Cluster", trust: 50 } },
    ]);
    expect(noteEdits(SMALL, "hint", { text: "Own kernel", diagram: "main" })).toEqual([
      { op: "change-note", id: "hint", changes: { text: "Own kernel" } },
    ]);
    expect(noteEdits(SMALL, null, { text: "New", diagram: "second" })).toEqual([
      { op: "add-note", note: { id: "note-1", text: "New", diagram: "second", box: { x: 24, y: 80, width: 200, height: 72 } } },
    ]);
    expect(freshMitigationId([{ id: "mitigation-1" }, { id: "quota" }])).toBe("mitigation-2");
  });
});
