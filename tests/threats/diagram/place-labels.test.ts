import { expect, it } from "vitest";
import { placeLabels } from "@/lib/threats/diagram/place-labels";

const line = (id: string, y: number, length: number, width = 40) => ({
  ...{ id, width, height: 16 },
  points: [
    { x: 0, y },
    { x: length, y },
  ],
});

it("stands at the middle of a long line, and beside a short one, so that some of the line is seen", () => {
  const places = placeLabels([line("long", 0, 200), line("short", 100, 60)], []);
  expect(places.get("long")).toEqual({ x: 80, y: -8, width: 40, height: 16 });
  expect(places.get("short")).toEqual({ x: 10, y: 79, width: 40, height: 16 });
});

it("stands on the longest stretch of a line with bends", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 30, y: 0 },
    { x: 30, y: 200 },
    { x: 60, y: 200 },
  ];
  expect(placeLabels([{ id: "f", points, width: 40, height: 16 }], []).get("f")).toEqual({ x: 10, y: 92, width: 40, height: 16 });
});

it("gives way to a box, to another label and to another line", () => {
  const box = { x: 70, y: -30, width: 60, height: 60 };
  expect(placeLabels([line("f", 0, 200)], [box]).get("f")).not.toMatchObject({ x: 80 });
  const twice = placeLabels([line("one", 0, 200), line("two", 4, 200)], []);
  const [one, two] = [twice.get("one"), twice.get("two")];
  expect(Math.abs((one?.y ?? 0) - (two?.y ?? 0)) >= 16 || Math.abs((one?.x ?? 0) - (two?.x ?? 0)) >= 40).toBe(true);
  const crossing = {
    id: "crossing",
    points: [
      { x: 100, y: -99 },
      { x: 100, y: 99 },
    ],
    width: 0,
    height: 0,
  };
  expect(placeLabels([line("f", 0, 200), crossing], []).get("f")).toEqual({ x: 52, y: -8, width: 40, height: 16 });
});

it("gives no place to a line without a label", () => {
  expect(placeLabels([line("f", 0, 200, 0)], []).size).toBe(0);
});

it("searches no place among thousands of lines, so that no file can keep the server busy", () => {
  const many = Array.from({ length: 2_000 }, (_, index) => line(`f${index}`, 0, 200));
  const places = placeLabels(many, []);
  expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`))).toEqual(new Set(["80 -8"]));
});
