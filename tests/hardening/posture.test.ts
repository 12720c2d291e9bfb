import { describe, expect, it } from "vitest";
import { addDelta, type ControlFacts, EMPTY_POSTURE, postureDelta, postureOf, protectedOfAssessed } from "@/lib/hardening/posture";
import { accept, act, fail, manual, notApplicable, pass, scan, unassessable, walk } from "./history-builder";

const FACTS: ControlFacts = {
  strideOf: (control) => (control.startsWith("e") ? ["E", "T", "I"] : ["T", "E"]),
  severityOf: (control) => (control.startsWith("e") ? "critical" : "low"),
};

const steps = [
  scan(
    1,
    fail("e1"),
    fail("e2"),
    fail("t1"),
    fail("e3"),
    fail("local", [], { control: null }),
    pass("t2"),
    manual("t3"),
    unassessable("t4"),
    fail("t5"),
  ),
  act(2, "e1", { kind: "start" }),
  act(3, "e3", accept(null, 99)),
  act(4, "t5", notApplicable),
];

describe("the roll-up of a host", () => {
  const { host } = walk(steps);
  const posture = postureOf(host.findings.values(), FACTS);

  it("counts levels, states, and failing findings once, by primary letter and severity", () => {
    expect(posture).toEqual({
      findings: 9,
      levels: { PASS: 1, WARN: 6, INFO: 1, NOTE: 1, FAIL: 0 },
      states: {
        regressed: 0,
        open: 3,
        in_progress: 1,
        awaiting_verification: 0,
        accepted: 1,
        needs_review: 1,
        not_assessable: 1,
        not_applicable: 1,
        hardened: 1,
      },
      failing: { S: 0, T: 1, R: 0, I: 0, D: 0, E: 2 },
      failingUnmapped: 1,
      severities: { critical: 2, high: 0, medium: 0, low: 1 },
    });
  });

  it("gives both numbers of a percentage, without what is undecided or not applicable", () => {
    expect(protectedOfAssessed(posture.states)).toEqual({ protected: 1, assessed: 6 });
  });

  it("moves by the difference of the changed findings alone", () => {
    const next = walk([...steps, scan(5, pass("e2"), pass("t2"))]);
    const changed = ["e2"].flatMap((key) => next.host.findings.get(key) ?? []);
    const before = ["e2"].flatMap((key) => host.findings.get(key) ?? []);
    const delta = postureDelta(before, changed, FACTS);
    expect(delta).toMatchObject({ findings: 0, failing: { E: -1, T: 0 }, severities: { critical: -1 } });
    expect(addDelta(posture, delta)).toEqual(postureOf(next.host.findings.values(), FACTS));
    expect(addDelta(EMPTY_POSTURE, posture)).toEqual(posture);
  });
});
