import { describe, expect, it } from "vitest";
import { DEFAULT_SERVICE_LEVELS, suggestedDays } from "@/lib/hardening/service-levels";

describe("the time a new task is offered", () => {
  it.each([
    [["low", "critical", null], DEFAULT_SERVICE_LEVELS, { severity: "critical", days: 7 }],
    [["low", "high"], { ...DEFAULT_SERVICE_LEVELS, high: null }, { severity: "low", days: 90 }],
    [[null], DEFAULT_SERVICE_LEVELS, null],
    [[], DEFAULT_SERVICE_LEVELS, null],
  ] as const)("%j", (severities, levels, expected) => {
    expect(suggestedDays(severities, levels)).toEqual(expected);
  });
});
