import { describe, expect, it } from "vitest";
import type { Step } from "@/lib/hardening/fold";
import { offeredActs } from "@/lib/hardening/offered-acts";
import { accept, act, attest, fail, foldSteps, manual, notApplicable, pass, scan } from "./history-builder";

const C = "no-ssh";
const NOW = 50;

const offers = (steps: readonly Step[]): string => offeredActs(foldSteps(steps, NOW).host, C, NOW).join(" ");

const failing = [scan(1, fail(C, ["a", "b"]))];

describe("what can be done about a finding", () => {
  it.each([
    ["open", failing, "start saysFixed accept notApplicable"],
    ["in progress", [...failing, act(2, C, { kind: "start" })], "saysFixed accept notApplicable reopen"],
    ["awaiting verification", [...failing, act(2, C, { kind: "saysFixed" })], "start accept notApplicable reopen"],
    ["regressed", [scan(1, fail(C)), scan(2, pass(C)), scan(3, fail(C))], "start saysFixed accept notApplicable"],
    ["accepted", [...failing, act(2, C, accept(null, 100))], "notApplicable reopen"],
    ["accepted in part", [...failing, act(2, C, accept(["a"], 100))], "start saysFixed accept notApplicable reopen"],
    ["accepted until a day that has come", [...failing, act(2, C, accept(null, 40))], "start saysFixed accept notApplicable"],
    ["needing review", [scan(1, manual(C))], "attest notApplicable"],
    ["attested that it fails", [scan(1, manual(C)), act(2, C, attest("fail", 100))], "start saysFixed accept attest notApplicable reopen"],
    ["not applicable", [...failing, act(2, C, notApplicable)], "reopen"],
    ["hardened", [scan(1, pass(C))], ""],
    ["hardened and absent from the newest scan", [scan(1, pass(C)), scan(2, pass("other"))], "attest"],
    ["unknown", [scan(1, pass("other"))], ""],
  ])("that is %s", (_, steps, expected) => {
    expect(offers(steps)).toBe(expected);
  });
});
