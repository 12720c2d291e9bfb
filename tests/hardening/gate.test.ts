import { describe, expect, it } from "vitest";
import type { Severity } from "@/lib/catalogue/judgement";
import type { Observation } from "@/lib/catalogue/observation";
import { diffAgainstKnown } from "@/lib/hardening/diff";
import { applyStep, type Step } from "@/lib/hardening/fold";
import { type GateRule, judgeScan } from "@/lib/hardening/gate";
import { gateHeadline, gateSentence } from "@/lib/hardening/gate-words";
import { EMPTY_HOST, type HostState } from "@/lib/hardening/host-state";
import type { CatalogueFacts } from "@/lib/hardening/observe";
import { accept, act, fail, notApplicable, pass, STEADY, scan, scanAt } from "./history-builder";

const LATER = 100_000;
const SEVERITY: Readonly<Record<string, Severity>> = { ssh: "critical", icc: "high", logs: "low" };
const severityOf = (control: string): Severity | null => SEVERITY[control] ?? null;

/** What a rule makes of a scan at 9 after some steps: "pass", or "fail" with the codes and controls that made it so. */
function judged(before: readonly Step[], observations: readonly Observation[], rule: GateRule, facts: CatalogueFacts = STEADY) {
  const base = before.reduce<HostState>((host, step) => applyStep(host, step, facts).host, EMPTY_HOST);
  const step = scanAt(9, observations, { edition: "v1.6.1" });
  const verdict = judgeScan(
    {
      diff: diffAgainstKnown(base, step, facts),
      after: applyStep(base, { scan: step }, facts).host,
      complete: true,
      isLate: false,
    },
    rule,
    severityOf,
  );
  const told = (remarks: typeof verdict.reasons) => remarks.map(({ code, control, count }) => `${code} ${control ?? count ?? "scan"}`);
  return { verdict, passes: verdict.passes, reasons: told(verdict.reasons), notes: told(verdict.notes) };
}

const REGRESSION: GateRule = { mode: "regression" };
const NEW: GateRule = { mode: "new" };
const none = (max = 0, severity: Severity = "high"): GateRule => ({ mode: "threshold", severity, max });

const passed = [scan(1, pass("ssh"), fail("icc", ["a"]))];
const STRICTER: CatalogueFacts = { targetChanged: () => true, knownIn: () => true };
const older = [{ scan: scanAt(1, [pass("ssh"), fail("icc", ["a"])], { edition: "v1.3.5" }) }];

describe("a gate", () => {
  it.each([
    ["the first scan", [], [fail("ssh"), fail("icc", ["a"])], REGRESSION, true, []],
    ["the first scan", [], [fail("ssh"), fail("icc", ["a"])], NEW, true, []],
    ["the first scan", [], [fail("ssh"), fail("icc", ["a"])], none(), false, ["threshold_exceeded 2", "failing ssh", "failing icc"]],
    ["nothing worse", passed, [pass("ssh"), fail("icc", ["a"])], NEW, true, []],
    ["a regression", passed, [fail("ssh"), fail("icc", ["a"])], REGRESSION, false, ["regressed ssh"]],
    ["a regression", passed, [fail("ssh"), fail("icc", ["a"])], NEW, false, ["regressed ssh"]],
    ["a check never seen", passed, [pass("ssh"), fail("logs")], REGRESSION, true, []],
    ["a check never seen", passed, [pass("ssh"), fail("logs")], NEW, false, ["newly_failing logs"]],
    ["a new item", passed, [pass("ssh"), fail("icc", ["a", "b"])], REGRESSION, true, []],
    ["a new item", passed, [pass("ssh"), fail("icc", ["a", "b"])], NEW, false, ["items_gained icc"]],
    ["an item that is gone", [scan(1, fail("icc", ["a", "b"]))], [fail("icc", ["a"])], NEW, true, []],
    ["an accepted risk", [...passed, act(2, "icc", accept(null, LATER))], [pass("ssh"), fail("icc", ["a", "b"])], NEW, true, []],
    ["an accepted risk", [...passed, act(2, "icc", accept(null, LATER))], [pass("ssh"), fail("icc", ["a"])], none(), true, []],
    [
      "an item beside an accepted one",
      [...passed, act(2, "icc", accept(["a"], LATER))],
      [pass("ssh"), fail("icc", ["a", "b"])],
      NEW,
      false,
      ["items_gained icc"],
    ],
    [
      "an acceptance that has ended",
      [...passed, act(2, "icc", accept(null, 5))],
      [pass("ssh"), fail("icc", ["a"])],
      none(),
      false,
      ["threshold_exceeded 1", "failing icc"],
    ],
    ["what is not applicable", [scan(1, fail("icc", ["a"])), act(2, "icc", notApplicable)], [fail("icc", ["a"])], none(), true, []],
    ["a fix", passed, [pass("ssh"), pass("icc")], none(), true, []],
    ["as many as are allowed", passed, [fail("ssh"), fail("icc", ["a"])], none(2), true, []],
    ["what is less severe", passed, [pass("ssh"), pass("icc"), fail("logs")], none(), true, []],
    [
      "what is less severe",
      passed,
      [pass("ssh"), pass("icc"), fail("logs")],
      none(0, "low"),
      false,
      ["threshold_exceeded 1", "failing logs"],
    ],
    // What was not assessed counts as it stood: absent is never fixed.
    ["a scan that skips what fails", passed, [pass("ssh")], none(), false, ["threshold_exceeded 1", "failing icc"]],
    ["a scan that skips what passed", passed, [fail("icc", ["a"])], REGRESSION, true, []],
  ] as const)("on %s: %#", (_, before, observations, rule, passes, reasons) => {
    expect(judged(before, observations, rule)).toMatchObject({ passes, reasons });
  });

  it("never calls the scanner's change a regression, and counts it as new", () => {
    const now = [fail("ssh"), fail("icc", ["a"])];
    expect(judged(older, now, REGRESSION, STRICTER)).toMatchObject({ passes: true, reasons: [], notes: ["scanner_changed ssh"] });
    expect(judged(older, now, NEW, STRICTER)).toMatchObject({ passes: false, reasons: ["scanner_changed ssh"] });
  });

  it("says what was not assessed, and why the first scan passes", () => {
    expect(judged(passed, [pass("ssh")], NEW).notes).toEqual(["not_assessed 1"]);
    expect(judged([], [fail("ssh")], NEW).notes).toEqual(["first_scan scan"]);
  });

  it("speaks in lines that no log can break out of", () => {
    const { verdict } = judged([scan(1, fail("icc", ["a"]))], [fail("icc", ["a", "x\ngate: pass"])], NEW);
    expect(gateHeadline(verdict)).toBe("Gate (new): FAILED.");
    const [reason] = verdict.reasons;
    expect(reason && gateSentence(reason, verdict.rule)).toMatch(
      /^5\.1 Ensure icc: failed before and fails for 1 more item now: [^\n]*\.$/,
    );
  });
});
