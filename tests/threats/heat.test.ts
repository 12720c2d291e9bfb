import { expect, it } from "vitest";
import { heatStep } from "@/lib/threats/heat";

it("takes five equal steps, each with its upper end", () => {
  const shares = [0, 1, 20, 21, 40, 41, 60, 61, 80, 81, 100];
  expect(shares.map((share) => heatStep(share, 100))).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  expect([heatStep(1, 5), heatStep(3, 15), heatStep(3, 11), heatStep(9, 14), heatStep(14, 14)]).toEqual([1, 1, 2, 4, 5]);
});

it("shows the faintest colour for one threat of a thousand, and none for a share of nothing", () => {
  expect([heatStep(1, 1000), heatStep(0, 0), heatStep(3, 0)]).toEqual([1, 0, 0]);
});
