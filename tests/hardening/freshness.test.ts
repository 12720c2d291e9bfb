import { describe, expect, it } from "vitest";
import { freshnessOf, isStale, staleAt } from "@/lib/hardening/freshness";

const DAY = 86_400_000;

describe("freshness", () => {
  it("lasts fourteen days to the millisecond, unless set otherwise", () => {
    expect(staleAt(0)).toBe(14 * DAY);
    expect(freshnessOf(0, 14 * DAY)).toBe("fresh");
    expect(freshnessOf(0, 14 * DAY + 1)).toBe("silent");
    expect(freshnessOf(0, 2 * DAY, 1)).toBe("silent");
    expect(isStale(0, 30 * DAY, 30)).toBe(false);
  });

  it("is never of a host without a scan", () => {
    expect(freshnessOf(null, 0)).toBe("never");
  });
});
