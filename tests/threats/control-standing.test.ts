import { describe, expect, it } from "vitest";
import { type Finding, unseenFinding } from "@/lib/hardening/finding";
import type { FindingState } from "@/lib/hardening/states";
import { CONTROL_STANDING_WORDS, CONTROL_STANDINGS, controlStanding } from "@/lib/threats/control-standing";

const inState = (state: FindingState): Finding => ({ ...unseenFinding("memory-limit", "memory-limit", 0), state });

describe("what a control says of a threat on a host", () => {
  it.each([
    ["regressed", "fail", "fail"],
    ["open", "fail", "fail"],
    ["in_progress", "fail", "fail"],
    ["awaiting_verification", "fail", "fail"],
    ["accepted", "accepted", "accepted"],
    ["hardened", "pass", "pass"],
    ["needs_review", "attestable", "cannot_pass"],
    ["not_assessable", "unassessed", "cannot_pass"],
    ["not_applicable", "not_applicable", "not_applicable"],
  ] as const)("%s: %s, and %s where the edition cannot pass it", (state, passable, impassable) => {
    expect([controlStanding(inState(state), true), controlStanding(inState(state), false)]).toEqual([passable, impassable]);
  });

  it("is not assessed without a finding, and does not count where the edition cannot pass it", () => {
    expect([controlStanding(undefined, true), controlStanding(undefined, false)]).toEqual(["unassessed", "cannot_pass"]);
  });

  it("has words for each", () => {
    expect(Object.keys(CONTROL_STANDING_WORDS).sort()).toEqual([...CONTROL_STANDINGS].sort());
  });
});
