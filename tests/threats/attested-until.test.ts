import { describe, expect, it } from "vitest";
import { attestedUntil } from "@/lib/threats/attested-until";

const NOW = Date.parse("2026-11-26T08:00:00Z");

describe("the end of an attestation", () => {
  it.each([
    ["30", "", "2026-12-26T08:00:00.000Z"],
    ["90", "2026-11-30", "2027-02-24T08:00:00.000Z"],
    ["180", "", "2027-05-25T08:00:00.000Z"],
    ["day", "2026-11-30", "2026-12-01T00:00:00.000Z"],
  ] as const)("%s %s", (period, day, end) => {
    expect(new Date(attestedUntil(period, day, NOW) ?? 0).toISOString()).toBe(end);
  });

  it.each(["", "30 Nov", "2026-11-31x", "2026-13-01"])("is none for the day %j", (day) => {
    expect(attestedUntil("day", day, NOW)).toBeNull();
  });
});
