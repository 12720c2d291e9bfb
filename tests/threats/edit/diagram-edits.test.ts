import { describe, expect, it } from "vitest";
import type { Boundary, Flow, ModelElement } from "@/lib/threats/threat-model";
import { edited, refused } from "./expect-edit";
import { SMALL } from "./small-model";

const CACHE: ModelElement = {
  id: "cache",
  kind: "store",
  name: "Cache",
  description: "Redis",
  diagram: "main",
  boundary: "containers",
  outOfScope: null,
  box: { x: 620, y: 180, width: 140, height: 56 },
};
const ZONE: Boundary = {
  id: "zone",
  name: "Zone",
  description: "",
  diagram: "main",
  parent: "host",
  trust: 40,
  shape: { kind: "box", box: { x: 310, y: 10, width: 100, height: 80 } },
};
const QUERY: Flow = {
  id: "query",
  name: "query",
  description: "",
  diagram: "main",
  from: { element: "web" },
  to: { point: { x: 900, y: 10 } },
  via: [],
  bidirectional: true,
  protocol: "SQL",
  encrypted: false,
  publicNetwork: null,
  outOfScope: null,
};
const elementsOf = (id: string) => SMALL.threats.find(({ slug }) => slug === id)?.elements;

describe("elements", () => {
  it("are added after the others", () => {
    expect(edited({ op: "add-element", element: CACHE })).toEqual({ ...SMALL, elements: [...SMALL.elements, CACHE] });
  });

  it("are refused with an id that something has, on no diagram, and in a boundary of no or another diagram", () => {
    expect(refused({ op: "add-element", element: { ...CACHE, id: "asks" } })).toEqual([
      "element.id",
      "Something on the diagram has the id “asks” already.",
    ]);
    expect(refused({ op: "add-element", element: { ...CACHE, diagram: "third" } })).toEqual([
      "element.diagram",
      "There is no diagram “third” in this model.",
    ]);
    expect(refused({ op: "add-element", element: { ...CACHE, boundary: "moon" } })).toEqual([
      "element.boundary",
      "There is no boundary “moon” on this diagram.",
    ]);
    expect(refused({ op: "add-element", element: { ...CACHE, diagram: "second", boundary: "host" } })[0]).toBe("element.boundary");
  });

  it("change only in what is said", () => {
    const after = edited({ op: "change-element", id: "dockerd", changes: { name: "Docker daemon", boundary: null } });
    expect(after).toEqual({
      ...SMALL,
      elements: SMALL.elements.map((each) => (each.id === "dockerd" ? { ...each, name: "Docker daemon", boundary: null } : each)),
    });
    expect(after.elements[0]).toBe(SMALL.elements[0]);
    expect(after.threats).toBe(SMALL.threats);
    expect(refused({ op: "change-element", id: "nobody", changes: { name: "x" } })).toEqual([
      "id",
      "There is no element “nobody” in this model.",
    ]);
    expect(refused({ op: "change-element", id: "runner", changes: { boundary: "host" } })[0]).toBe("changes.boundary");
    expect(refused({ op: "change-element", id: "web", changes: { name: "x".repeat(301) } })[0]).toBe("elements.2.name");
  });

  it("go with their flows and with what threats say of both", () => {
    const after = edited({ op: "remove-element", id: "web" });
    expect(after).toEqual({
      ...SMALL,
      elements: SMALL.elements.filter(({ id }) => id !== "web"),
      flows: SMALL.flows.filter(({ id }) => id === "asks"),
      threats: SMALL.threats.map((threat) => (threat.slug === "resource-exhaustion" ? { ...threat, elements: ["containers"] } : threat)),
    });
    expect(after.threats[1]).toBe(SMALL.threats[1]);
    expect(refused({ op: "remove-element", id: "asks" })[0]).toBe("id");
  });
});

describe("boundaries", () => {
  it("are added where their diagram and parent are", () => {
    expect(edited({ op: "add-boundary", boundary: ZONE }).boundaries).toEqual([...SMALL.boundaries, ZONE]);
    expect(refused({ op: "add-boundary", boundary: { ...ZONE, id: "host" } })[0]).toBe("boundary.id");
    expect(refused({ op: "add-boundary", boundary: { ...ZONE, diagram: "x" } })[0]).toBe("boundary.diagram");
    expect(refused({ op: "add-boundary", boundary: { ...ZONE, parent: "zone" } })[0]).toBe("boundary.parent");
  });

  it("change, but never stand inside themselves", () => {
    const after = edited({ op: "change-boundary", id: "containers", changes: { name: "Pods", parent: null, trust: 10 } });
    expect(after.boundaries).toEqual(
      SMALL.boundaries.map((each) => (each.id === "containers" ? { ...each, name: "Pods", parent: null, trust: 10 } : each)),
    );
    expect(refused({ op: "change-boundary", id: "host", changes: { parent: "containers" } })).toEqual([
      "parent",
      "A boundary cannot stand inside itself.",
    ]);
    expect(refused({ op: "change-boundary", id: "host", changes: { parent: "host" } })[0]).toBe("parent");
    expect(refused({ op: "change-boundary", id: "web", changes: {} })[0]).toBe("id");
    expect(refused({ op: "change-boundary", id: "host", changes: { parent: "web" } })[0]).toBe("changes.parent");
  });

  it("leave what stood in them to the boundary around", () => {
    const inner = edited({ op: "remove-boundary", id: "containers" });
    expect(inner.elements.find(({ id }) => id === "web")?.boundary).toBe("host");
    expect(inner.threats[0]?.elements).toEqual(["web", "starts"]);
    const outer = edited({ op: "remove-boundary", id: "host" });
    expect(outer).toEqual({
      ...SMALL,
      boundaries: SMALL.boundaries.slice(1).map((each) => (each.id === "containers" ? { ...each, parent: null } : each)),
      elements: SMALL.elements.map((each) => (each.boundary === "host" ? { ...each, boundary: null } : each)),
    });
    expect(refused({ op: "remove-boundary", id: "zone" })).toEqual(["id", "There is no boundary “zone” in this model."]);
  });
});

describe("flows", () => {
  it("are added between ends of their diagram", () => {
    expect(edited({ op: "add-flow", flow: QUERY })).toEqual({ ...SMALL, flows: [...SMALL.flows, QUERY] });
    expect(refused({ op: "add-flow", flow: { ...QUERY, id: "hint" } })[0]).toBe("flow.id");
    expect(refused({ op: "add-flow", flow: { ...QUERY, diagram: "x" } })[0]).toBe("flow.diagram");
    expect(refused({ op: "add-flow", flow: { ...QUERY, from: { element: "runner" } } })).toEqual([
      "flow.from",
      "There is no element “runner” on this diagram.",
    ]);
    expect(refused({ op: "add-flow", flow: { ...QUERY, to: { element: "host" } } })[0]).toBe("flow.to");
  });

  it("change and are connected elsewhere", () => {
    const changes = { protocol: "gRPC", encrypted: true, bidirectional: true } as const;
    expect(edited({ op: "change-flow", id: "starts", changes }).flows[1]).toEqual({ ...SMALL.flows[1], ...changes });
    const connected = edited({ op: "connect-flow", id: "in", changes: { from: { element: "operator" } } });
    expect(connected.flows[2]).toEqual({ ...SMALL.flows[2], from: { element: "operator" } });
    expect(refused({ op: "connect-flow", id: "in", changes: { to: { element: "runner" } } })[0]).toBe("changes.to");
    expect(refused({ op: "connect-flow", id: "web", changes: {} })[0]).toBe("id");
  });

  it("go with what threats say of them", () => {
    const after = edited({ op: "remove-flow", id: "asks" });
    expect(after.flows.map(({ id }) => id)).toEqual(["starts", "in"]);
    expect(after.threats[2]?.elements).toEqual(["operator"]);
    expect(refused({ op: "remove-flow", id: "web" })[0]).toBe("id");
  });
});

describe("diagrams and notes", () => {
  it("are added and changed", () => {
    const third = { id: "third", title: "Deploy", description: "", method: "STRIDE" };
    expect(edited({ op: "add-diagram", diagram: third }).diagrams).toEqual([...SMALL.diagrams, third]);
    expect(refused({ op: "add-diagram", diagram: { ...third, id: "main" } })[0]).toBe("diagram.id");
    expect(edited({ op: "change-diagram", id: "second", changes: { title: "CI" } }).diagrams[1]?.title).toBe("CI");
    expect(refused({ op: "change-diagram", id: "web", changes: {} })[0]).toBe("id");
    const note = { id: "n2", text: "New", diagram: "main", box: { x: 0, y: 0, width: 10, height: 10 } };
    expect(edited({ op: "add-note", note }).notes).toEqual([...SMALL.notes, note]);
    expect(refused({ op: "add-note", note: { ...note, id: "web" } })[0]).toBe("note.id");
    expect(refused({ op: "add-note", note: { ...note, diagram: "x" } })[0]).toBe("note.diagram");
    expect(edited({ op: "change-note", id: "hint", changes: { text: "One kernel" } }).notes[0]?.text).toBe("One kernel");
    expect(refused({ op: "change-note", id: "web", changes: { text: "x" } })[0]).toBe("id");
    expect(edited({ op: "remove-note", id: "hint" })).toEqual({ ...SMALL, notes: [] });
    expect(refused({ op: "remove-note", id: "web" })[0]).toBe("id");
  });

  it("go with all that is on them, except the last", () => {
    const after = edited({ op: "remove-diagram", id: "main" });
    expect(after).toEqual({
      ...SMALL,
      diagrams: SMALL.diagrams.slice(1),
      elements: SMALL.elements.slice(4),
      boundaries: [],
      flows: [],
      notes: [],
      threats: SMALL.threats.map((threat) => ({ ...threat, elements: [] })),
    });
    expect(elementsOf("container-breakout")).toEqual(["dockerd"]);
    expect(refused({ op: "remove-diagram", id: "second" }, after)).toEqual(["id", "A threat model keeps at least one diagram."]);
    expect(refused({ op: "remove-diagram", id: "x" })[0]).toBe("id");
  });
});
