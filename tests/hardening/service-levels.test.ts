import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import {
  DEFAULT_SERVICE_LEVELS,
  dueAt,
  limitsAt,
  overWords,
  type ServiceLevels,
  standing,
  suggestedDays,
  type Timed,
  targetOf,
  withinWords,
} from "@/lib/hardening/service-levels";
import { FAILING_STATES, FINDING_STATES } from "@/lib/hardening/states";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const since = new Date("2026-11-01T00:00:00Z");
const later = (ms: number): Date => new Date(since.getTime() + ms);
const levels: ServiceLevels = { critical: 2, high: 14, medium: 60, low: null };

const failing = (severity: Timed["severity"], state: Timed["state"] = "open"): Timed => ({
  ...{ state, severity, failingSince: since, hostRetired: false },
});

describe("a service level", () => {
  it("gives a failure days from when it began, and nothing where there is no number, no severity or no failure", () => {
    expect(dueAt(since, "high", levels)).toEqual(new Date("2026-11-15T00:00:00Z"));
    expect(dueAt(since, "low", levels)).toBeNull();
    expect(dueAt(since, null, levels)).toBeNull();
    expect(dueAt(null, "high", levels)).toBeNull();
  });

  it.each([
    // Two days: the last day is near, for a quarter would be half a day.
    ["critical", 1 * DAY, "within"],
    ["critical", 1 * DAY + 1, "near"],
    ["critical", 2 * DAY, "near"],
    ["critical", 2 * DAY + 1, "overdue"],
    // Fourteen days: the last quarter, three days and a half.
    ["high", 10.5 * DAY, "within"],
    ["high", 10.5 * DAY + 1, "near"],
    ["high", 14 * DAY, "near"],
    ["high", 14 * DAY + 1, "overdue"],
    // Sixty days: a week, for a quarter would be fifteen days.
    ["medium", 53 * DAY, "within"],
    ["medium", 53 * DAY + 1, "near"],
    ["medium", 60 * DAY + 1, "overdue"],
    ["low", 900 * DAY, "none"],
    [null, 900 * DAY, "none"],
  ] as const)("of %s severity makes a failure of %d ms %s", (severity, age, expected) => {
    expect(standing(failing(severity), { levels, now: later(age) })).toBe(expected);
  });

  it.each(FINDING_STATES)("speaks of %s only where something fails, nobody accepted it and the host is in service", (state) => {
    const timed = failing("high", state);
    const counts = (FAILING_STATES as readonly string[]).includes(state);
    expect(standing(timed, { levels, now: later(90 * DAY) })).toBe(counts ? "overdue" : "none");
    expect(targetOf(timed, levels)).toEqual(counts ? later(14 * DAY) : null);
    const retired = { ...timed, hostRetired: true };
    expect(standing(retired, { levels, now: later(90 * DAY) })).toBe("none");
    expect(targetOf(retired, levels)).toBeNull();
  });

  it("is proposed for a task by the worst severity that has one", () => {
    expect(DEFAULT_SERVICE_LEVELS).toEqual({ critical: 7, high: 14, medium: 30, low: 90 });
    expect(suggestedDays(["low", "high", null, "medium"], levels)).toEqual({ severity: "high", days: 14 });
    expect(suggestedDays(["low", "medium"], { ...levels, medium: null, low: 5 })).toEqual({ severity: "low", days: 5 });
    expect(suggestedDays([null, "low"], levels)).toBeNull();
    expect(suggestedDays([], levels)).toBeNull();
  });

  it("is told in whole days that never promise more time than there is", () => {
    expect([1, DAY - 1, DAY, 12.9 * DAY].map((over) => overWords(since, later(over)))).toEqual([
      "under a day over",
      "under a day over",
      "1 day over",
      "12 days over",
    ]);
    expect([0, HOUR, DAY, DAY + 1, 6.5 * DAY].map((left) => withinWords(later(left), since))).toEqual([
      "due within 1 day",
      "due within 1 day",
      "due within 1 day",
      "due within 2 days",
      "due within 7 days",
    ]);
  });
});

const anyDays = fc.option(fc.integer({ min: 1, max: 3_650 }), { nil: null });
const anyLevels: fc.Arbitrary<ServiceLevels> = fc.record({ critical: anyDays, high: anyDays, medium: anyDays, low: anyDays });
const anyTimed: fc.Arbitrary<Timed> = fc.record({
  state: fc.constantFrom(...FINDING_STATES),
  severity: fc.option(fc.constantFrom(...SEVERITIES), { nil: null }),
  failingSince: fc.option(
    fc.integer({ min: 0, max: 4_000 * DAY }).map((age) => later(-age)),
    { nil: null },
  ),
  hostRetired: fc.boolean(),
});

describe("a standing", () => {
  it("is overdue exactly after the target, none exactly without one, and only grows worse with time", () => {
    const order = ["within", "near", "overdue"];
    fc.assert(
      fc.property(anyTimed, anyLevels, fc.nat(500 * DAY), (timed, given, wait) => {
        const target = targetOf(timed, given);
        const at = standing(timed, { levels: given, now: since });
        expect(at === "none").toBe(target === null);
        expect(at === "overdue").toBe(target !== null && since > target);
        if (target === null) return;
        const left = target.getTime() - since.getTime();
        if (at === "within") expect(left).toBeGreaterThanOrEqual(DAY);
        if (at === "near") expect(left).toBeLessThan(7 * DAY);
        expect(order.indexOf(standing(timed, { levels: given, now: later(wait) }))).toBeGreaterThanOrEqual(order.indexOf(at));
      }),
    );
  });

  it("asks for nothing where no severity has a level", () => {
    expect(limitsAt({ levels: { critical: null, high: null, medium: null, low: null }, now: since })).toEqual([]);
  });
});
