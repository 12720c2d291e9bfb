import { describe, expect, it } from "vitest";
import { anchorPoint, routeFlows, straightLine } from "@/lib/threats/diagram/flow-route";
import type { Flow, FlowEnd, Point } from "@/lib/threats/threat-model";

const box = (x: number, y: number, width = 100, height = 60) => ({ x, y, width, height });
const flow = (id: string, from: FlowEnd, to: FlowEnd, via: readonly Point[] = []): Flow => ({
  ...{ id, from, to, via, name: "", description: "", diagram: "d", bidirectional: false, protocol: "" },
  ...{ encrypted: null, publicNetwork: null, outOfScope: null },
});
const at = (element: string): FlowEnd => ({ element });
const elements = [
  { id: "a", box: box(0, 0) },
  { id: "b", box: box(200, 0) },
  { id: "c", box: box(200, 300) },
];
const routed = (...flows: readonly Flow[]) => routeFlows(flows, elements);

describe("where a flow meets a box", () => {
  it("goes straight up, down or aside to a bend beside the box", () => {
    const bends = [
      { x: 30, y: 200 },
      { x: 30, y: -50 },
      { x: 300, y: 20 },
      { x: -50, y: 20 },
    ];
    expect(bends.map((bend) => anchorPoint(box(0, 0), bend))).toEqual([
      { x: 30, y: 60 },
      { x: 30, y: 0 },
      { x: 100, y: 20 },
      { x: 0, y: 20 },
    ]);
  });

  it("lies on the way from the centre to a bend that is off to a corner", () => {
    expect(anchorPoint(box(0, 0), { x: 150, y: 130 })).toEqual({ x: 80, y: 60 });
  });
});

describe("a flow without a bend", () => {
  it("is level between boxes beside each other and upright between boxes above each other", () => {
    expect(straightLine(box(0, 0), box(200, 20))).toEqual([
      { x: 100, y: 40 },
      { x: 200, y: 40 },
    ]);
    expect(straightLine(box(0, 300), box(40, 0))).toEqual([
      { x: 70, y: 300 },
      { x: 70, y: 60 },
    ]);
  });

  it("runs from edge to edge between the centres otherwise", () => {
    expect(straightLine(box(0, 0), box(200, 200))).toEqual([
      { x: 80, y: 60 },
      { x: 220, y: 200 },
    ]);
  });

  it("keeps there and back beside each other, also where both are slanted", () => {
    expect([...routed(flow("there", at("a"), at("b")), flow("back", at("b"), at("a")))].map(([, points]) => points)).toEqual([
      [
        { x: 100, y: 18 },
        { x: 200, y: 18 },
      ],
      [
        { x: 200, y: 42 },
        { x: 100, y: 42 },
      ],
    ]);
    const [there, back] = [...routed(flow("there", at("a"), at("c")), flow("back", at("c"), at("a")))].map(([, points]) => points);
    expect(there).not.toEqual(back?.toReversed());
  });

  it("goes out of an element and back into it", () => {
    expect(routed(flow("self", at("a"), at("a"))).get("self")).toEqual([
      { x: 100, y: 18 },
      { x: 128, y: 18 },
      { x: 128, y: 42 },
      { x: 100, y: 42 },
    ]);
  });
});

it("passes through every bend", () => {
  const via = [
    { x: 150, y: 30 },
    { x: 150, y: 330 },
  ];
  expect(routed(flow("f", at("a"), at("c"), via)).get("f")).toEqual([{ x: 100, y: 30 }, ...via, { x: 200, y: 330 }]);
});

it("ends where a loose end says, and invents no place for an element that is not there", () => {
  expect(routed(flow("loose", { point: { x: 50, y: 400 } }, at("a"))).get("loose")).toEqual([
    { x: 50, y: 400 },
    { x: 50, y: 60 },
  ]);
  expect(routed(flow("lost", at("nobody"), at("a"), [{ x: 50, y: 200 }])).get("lost")).toEqual([
    { x: 50, y: 200 },
    { x: 50, y: 200 },
    { x: 50, y: 60 },
  ]);
});
