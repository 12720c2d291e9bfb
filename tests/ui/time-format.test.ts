import { describe, expect, it } from "vitest";
import { formatAgo, formatDay, formatMoment, formatStamp } from "@/components/ui/time-format";

const now = new Date("2026-11-23T14:02:00Z");

describe("times", () => {
  it.each([
    ["2026-11-23T14:01:30Z", "just now"],
    ["2026-11-23T13:57:00Z", "5 min ago"],
    ["2026-11-23T09:02:00Z", "5 h ago"],
    ["2026-11-21T14:02:01Z", "1 d ago"],
    ["2026-11-21T14:02:00Z", "2 d ago"],
    ["2026-11-27T14:02:00Z", "in 4 d"],
    ["2026-11-23T17:02:00Z", "in 3 h"],
  ])("%s is %s", (at, words) => {
    expect(formatAgo(new Date(at), now)).toBe(words);
  });

  it("leaves out the year only when it is this year's", () => {
    expect([formatDay(new Date("2026-03-03"), now), formatDay(new Date("2025-08-12"), now)]).toEqual(["3 Mar", "12 Aug 2025"]);
  });

  it("is in UTC", () => {
    const late = new Date("2026-11-21T23:30:00-05:00");
    expect([formatMoment(late, now), formatStamp(late)]).toEqual(["22 Nov 04:30", "22 Nov 2026, 04:30 UTC"]);
  });
});
