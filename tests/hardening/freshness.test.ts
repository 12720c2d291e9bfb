import { describe, expect, it } from "vitest";
import { DEFAULT_FRESH_DAYS, freshnessOf, isStale, silentWords, staleAt, staleBefore } from "@/lib/hardening/freshness";

const DAY = 86_400_000;

describe("freshness", () => {
  it("lasts fourteen days to the millisecond, unless set otherwise", () => {
    expect(staleAt(0, DEFAULT_FRESH_DAYS)).toBe(14 * DAY);
    expect(freshnessOf(0, 14 * DAY, DEFAULT_FRESH_DAYS)).toBe("fresh");
    expect(freshnessOf(0, 14 * DAY + 1, DEFAULT_FRESH_DAYS)).toBe("silent");
    expect(freshnessOf(0, 2 * DAY, 1)).toBe("silent");
    expect(isStale(0, 30 * DAY, 30)).toBe(false);
  });

  it("is told from the other side by the instant before which evidence is stale", () => {
    expect(staleBefore(20 * DAY, 14)).toBe(6 * DAY);
    expect([6 * DAY, 6 * DAY - 1].map((at) => isStale(at, 20 * DAY, 14))).toEqual([false, true]);
  });

  it("is put in words", () => {
    expect([1, 14].map(silentWords)).toEqual(["Silent for over a day", "Silent for over 14 days"]);
  });

  it("is never of a host without a scan", () => {
    expect(freshnessOf(null, 0, 14)).toBe("never");
  });
});
