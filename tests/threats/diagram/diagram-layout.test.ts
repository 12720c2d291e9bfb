import { describe, expect, it } from "vitest";
import { sharedArea } from "@/lib/threats/diagram/boxes";
import { layoutDiagram } from "@/lib/threats/diagram/diagram-layout";
import type { Boundary, Flow, ModelElement, Point } from "@/lib/threats/threat-model";

const element = (id: string, x: number, y: number, more: Partial<ModelElement> = {}): ModelElement => ({
  ...{ id, kind: "process", name: id, description: "", diagram: "d", boundary: null, outOfScope: null },
  ...{ box: { x, y, width: 140, height: 56 }, ...more },
});
const flow = (id: string, from: string, to: string, more: Partial<Flow> = {}): Flow => ({
  ...{ id, from: { element: from }, to: { element: to }, via: [], name: id, description: "", diagram: "d", bidirectional: false },
  ...{ protocol: "", encrypted: null, publicNetwork: null, outOfScope: null, ...more },
});
const curve = (points: readonly Point[], name = ""): Boundary => ({
  ...{ id: "curve", name, description: "", diagram: "d", parent: null, trust: null, shape: { kind: "curve", points } },
});
const NOTHING = { elements: [], boundaries: [], flows: [], notes: [] };
const none = new Map<string, string>();

describe("what is seen of a diagram", () => {
  it("is all of it, with the badges that reach over the edges", () => {
    const parts = { ...NOTHING, elements: [element("a", -100, 40)] };
    expect(layoutDiagram(parts, none).viewBox).toEqual({ x: -110, y: 30, width: 160, height: 76 });
    const { viewBox, elements } = layoutDiagram(parts, new Map([["a", "4 open"]]));
    expect(viewBox).toEqual({ x: -110, y: 20, width: 168, height: 86 });
    expect(elements[0]?.badge).toMatchObject({ y: 30, height: 20 });
  });

  it("reaches to bends, loose ends and curves", () => {
    const flows = [flow("f", "a", "a", { to: { point: { x: 500, y: 0 } }, name: "" })];
    const boundaries = [
      curve([
        { x: 0, y: -200 },
        { x: 10, y: 300 },
      ]),
    ];
    expect(layoutDiagram({ ...NOTHING, elements: [element("a", 0, 0)], flows, boundaries }, none).viewBox).toEqual({
      ...{ x: -10, y: -210, width: 520, height: 520 },
    });
  });

  it("is found for a file as large as a model may be", () => {
    const via = Array.from({ length: 100 }, (_, index) => ({ x: index, y: index % 50 }));
    const flows = Array.from({ length: 2_000 }, (_, index) => flow(`f${index}`, "a", "b", { via, name: "" }));
    const elements = [element("a", 0, 0), element("b", 300, 0)];
    expect(layoutDiagram({ ...NOTHING, elements, flows }, none).viewBox).toEqual({ x: -10, y: -10, width: 460, height: 76 });
  });

  it("is a small empty sheet where there is nothing", () => {
    expect(layoutDiagram(NOTHING, none).viewBox).toEqual({ x: 0, y: 0, width: 320, height: 80 });
  });
});

it("puts an arrowhead at each end that data reaches", () => {
  const elements = [element("a", 0, 0), element("b", 300, 0)];
  const heads = (bidirectional: boolean) =>
    layoutDiagram({ ...NOTHING, elements, flows: [flow("f", "a", "b", { bidirectional })] }, none).flows[0]?.heads;
  expect(heads(false)).toEqual(["M300 28L292 31.5L292 24.5Z"]);
  expect(heads(true)).toEqual(["M300 28L292 31.5L292 24.5Z", "M140 28L148 24.5L148 31.5Z"]);
});

it("keeps the label of a flow off the edge of a boundary, where it stands level with it", () => {
  const elements = [element("a", 0, 0), element("b", 400, 0)];
  const box: Boundary = { ...curve([]), shape: { kind: "box", box: { x: 270, y: -50, width: 300, height: 200 } } };
  const label = (boundaries: readonly Boundary[]) =>
    layoutDiagram({ ...NOTHING, elements, boundaries, flows: [flow("runs", "a", "b")] }, none).flows[0]?.label;
  const [free, beside] = [label([]), label([box])];
  expect((free?.x ?? 0) < 270 && (free?.x ?? 0) + (free?.width ?? 0) > 270).toBe(true);
  expect((beside?.x ?? 0) + (beside?.width ?? 0)).toBeLessThan(270);
});

it("moves a badge to another corner of its box when a flow would lie under it", () => {
  const elements = [element("a", 0, 0), element("b", 0, 200)];
  const badge = (via: readonly Point[]) =>
    layoutDiagram({ ...NOTHING, elements, flows: [flow("f", "a", "b", { via })] }, new Map([["b", "4 open"]])).elements[1]?.badge;
  expect(badge([])).toMatchObject({ y: 190 });
  expect(badge([])?.x).toBeGreaterThan(70);
  expect(badge([{ x: 120, y: 150 }])).toMatchObject({ x: -8, y: 190 });
});

it("gives a name as many lines as its box has room for, and a remark only if there is some left", () => {
  const name = "Background\nWorker Process";
  const [wide, flat, high] = [
    element("w", 0, 0, { name, box: { x: 0, y: 0, width: 300, height: 56 } }),
    element("f", 0, 0, { name, box: { x: 0, y: 0, width: 100, height: 56 } }),
    element("h", 0, 0, { name, box: { x: 0, y: 0, width: 100, height: 100 } }),
  ];
  const placed = layoutDiagram({ ...NOTHING, elements: [wide, flat, high] }, none).elements;
  expect(placed.map(({ lines, hasRemark }) => ({ lines, hasRemark }))).toEqual([
    { lines: ["Background Worker Process"], hasRemark: true },
    { lines: ["Background", "Worker Pr…"], hasRemark: false },
    { lines: ["Background", "Worker", "Process"], hasRemark: true },
  ]);
});

/** As an imported Threat Dragon model has them: squares for processes, bent flows that cross, curves without a name. */
const IMPORTED = {
  elements: [
    element("store", 290, 420, { kind: "store", box: { x: 290, y: 420, width: 160, height: 80 } }),
    element("worker", 560, 180, { box: { x: 560, y: 180, width: 100, height: 100 } }),
    element("web", 210, 180, { box: { x: 210, y: 180, width: 100, height: 100 } }),
    element("browser", 40, 29, { kind: "actor", box: { x: 40, y: 29, width: 160, height: 80 } }),
  ],
  flows: [
    flow("Web Request", "browser", "web", { via: [{ x: 245, y: 112 }] }),
    flow("Web Response", "web", "browser", { via: [{ x: 111, y: 175 }] }),
    flow("Queries", "web", "store", { via: [{ x: 311, y: 324 }] }),
    flow("Web App Query\nResults", "store", "web", { via: [{ x: 377, y: 280 }] }),
    flow("Worker Query Results", "store", "worker", { via: [{ x: 466, y: 347 }] }),
    flow("Worker Queries", "worker", "store", { via: [{ x: 552, y: 382 }] }),
  ],
  boundaries: [
    curve([
      { x: 80, y: 220 },
      { x: 276, y: 149 },
      { x: 295, y: 51 },
    ]),
  ],
  notes: [{ id: "n", text: "Words on a diagram", diagram: "d", box: { x: 0, y: 0, width: 80, height: 32 } }],
};

it("lays out an imported diagram with every label clear of boxes and of each other", () => {
  const { flows, boundaries, notes } = layoutDiagram(IMPORTED, none);
  const labels = flows.flatMap(({ label }) => label ?? []);
  expect(labels).toHaveLength(6);
  const boxes = IMPORTED.elements.map(({ box }) => box);
  const clashes = labels.flatMap((one, index) => [...boxes, ...labels.slice(index + 1)].filter((other) => sharedArea(one, other) > 0));
  expect(clashes).toEqual([]);
  expect(boundaries.map(({ path, label }) => ({ path: path?.slice(0, 8), label }))).toEqual([{ path: "M80 220C", label: null }]);
  expect(notes[0]?.lines).toEqual(["Words on a", "diagram"]);
});
