import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/hardening/finding";
import { applyScan, type Projection } from "@/lib/hardening/fold";
import { decidedAt, isConfirmed, lastPassOf, supportOf } from "@/lib/hardening/host-state";
import {
  act,
  emptyPass,
  fail,
  findingIn,
  foldSteps,
  info,
  manual,
  pass,
  STEADY,
  scan,
  scanAt,
  unassessable,
  walk,
} from "./history-builder";

const C = "no-ssh";

const findingOf = (projection: Pick<Projection, "host">, key = C): Finding => findingIn(projection, key);

describe("a rescan", () => {
  const first = scanAt(1, [fail(C, ["a"]), pass("x"), manual("y", ["i"]), unassessable("z"), emptyPass("w")]);

  it("that says the same writes no finding and no event, whatever its lines, notes and printed names", () => {
    const { host } = walk([{ scan: first }]);
    const again = scanAt(
      2,
      first.observations.map((observation) => ({
        ...observation,
        line: (observation.line ?? 0) + 7,
        notes: ["Using 24.0.7"],
        items: observation.items.map((item) => ({ ...item, raw: `${item.raw}.1` })),
      })),
    );
    const step = applyScan(host, again, STEADY);
    expect(step.changed).toEqual([]);
    expect(step.events).toEqual([]);
    expect(step.host.findings).toBe(host.findings);
    expect(step.host.coverings.map(({ scanId, at }) => ({ scanId, at }))).toEqual([{ scanId: 2, at: 2 }]);
  });

  it("with new numbers renews the finding without an event", () => {
    const { host } = walk([{ scan: first }]);
    const renumbered = scanAt(
      2,
      first.observations.map((observation) => ({ ...observation, number: "5.99" })),
    );
    const step = applyScan(host, renumbered, STEADY);
    expect(step.changed.map(({ evidence }) => evidence?.number)).toEqual(["5.99", "5.99", "5.99", "5.99", "5.99"]);
    expect(step.events).toEqual([]);
  });

  it("that no longer covers a control leaves it, not confirmed", () => {
    const before = walk([{ scan: first }]);
    expect(isConfirmed(before.host, findingOf(before))).toBe(true);
    const after = walk([{ scan: first }, scan(2, pass("x"))]);
    expect(findingOf(after)).toEqual(findingOf(before));
    expect(isConfirmed(after.host, findingOf(after))).toBe(false);
    expect(isConfirmed(after.host, findingOf(after, "x"))).toBe(true);
  });

  it("with another title, or with a list that is whole at last, renews the finding too", () => {
    const { host } = walk([scan(1, fail(C, ["a"], { itemsWhole: false }))]);
    const retitled = applyScan(host, scanAt(2, [fail(C, ["a"], { itemsWhole: false, title: "Ensure no sshd" })]), STEADY);
    expect(retitled.changed.map(({ evidence }) => evidence?.title)).toEqual(["Ensure no sshd"]);
    const whole = applyScan(host, scanAt(2, [fail(C, ["a"])]), STEADY);
    expect(whole.changed.map(({ itemsWhole }) => itemsWhole)).toEqual([true]);
    expect(whole.events).toEqual([]);
  });

  it("of two tools with one coverage keeps both sightings, and of two coverages the newest counts", () => {
    const { host } = walk([scan(1, pass(C)), { scan: scanAt(2, [pass(C)], { tool: "aqua-docker-bench" }) }, scan(3, pass(C), pass("x"))]);
    expect(host.coverings.map(({ tool, at }) => [tool, at])).toEqual([
      ["docker-bench", 1],
      ["aqua-docker-bench", 2],
      ["docker-bench", 3],
    ]);
    const finding = host.findings.get(C);
    expect(finding && lastPassOf(host, finding)?.at).toBe(3);
  });

  it("of another tool says nothing about the first tool's controls", () => {
    const projection = walk([{ scan: first }, { scan: scanAt(2, [fail("rbac")], { tool: "kube-bench" }) }]);
    expect(isConfirmed(projection.host, findingOf(projection))).toBe(true);
  });

  it("tells when a verdict was last supported and last passed without a write", () => {
    const steps = [scan(1, pass(C)), scan(2, pass(C)), scan(3, pass("x"))];
    const passing = walk(steps);
    expect(findingOf(passing).lastChangeScanId).toBe(1);
    expect(lastPassOf(passing.host, findingOf(passing))).toEqual({ scanId: 2, at: 2, edition: "v1.6.1" });
    expect(decidedAt(passing.host, findingOf(passing))).toBe(2);
    const failing = walk([...steps, scan(4, fail(C)), scan(5, info(C)), scan(6, info(C))]);
    expect(supportOf(failing.host, findingOf(failing))?.at).toBe(4);
    expect(isConfirmed(failing.host, findingOf(failing))).toBe(false);
    expect(lastPassOf(failing.host, findingOf(failing))?.at).toBe(2);
    expect(failing.events.map(({ kind }) => kind)).toEqual(["first_seen", "first_seen", "regressed"]);
    const confirmed = walk([...steps, scan(4, fail(C)), scan(5, info(C)), scan(6, fail(C))]);
    expect(isConfirmed(confirmed.host, findingOf(confirmed))).toBe(true);
    expect(supportOf(confirmed.host, findingOf(confirmed))?.at).toBe(6);
  });
});

describe("work", () => {
  const claimed = [scan(10, fail(C, ["a", "b"])), act(20, C, { kind: "start" }), act(30, C, { kind: "saysFixed" })];

  it("is verified by a scan that ran after the claim", () => {
    expect(findingOf(foldSteps([...claimed, scan(31, pass(C))]))).toMatchObject({ state: "hardened", work: null, since: 31 });
  });

  it("is not moved by a scan that ran before the claim, pass or fail", () => {
    expect(findingOf(foldSteps([...claimed, scan(29, fail(C, ["a", "b"]))])).state).toBe("awaiting_verification");
    expect(findingOf(foldSteps([...claimed, scan(29, pass(C))])).state).toBe("awaiting_verification");
    expect(findingOf(foldSteps([...claimed, scan(15, pass(C))])).state).toBe("awaiting_verification");
    expect(findingOf(foldSteps([...claimed, scan(30, pass(C))])).state).toBe("awaiting_verification");
    expect(findingOf(foldSteps([...claimed, scan(29, pass(C)), scan(40, fail(C, ["a"]))])).state).toBe("open");
    expect(findingOf(foldSteps([...claimed, scan(29, pass(C)), scan(40, pass(C))])).state).toBe("hardened");
  });

  it("is contradicted by a fail, which names what still fails and what is cured", () => {
    const projection = foldSteps([...claimed, scan(40, fail(C, ["a"]))]);
    expect(projection.events.at(-1)).toMatchObject({ kind: "still_failing", from: "awaiting_verification", to: "open", itemsLost: ["b"] });
    expect(findingOf(projection).items.map(({ name }) => name)).toEqual(["a"]);
  });

  it("keeps when it regressed", () => {
    const projection = walk([scan(1, fail(C)), scan(2, pass(C)), scan(3, fail(C)), act(4, C, { kind: "start" })]);
    expect(findingOf(projection)).toMatchObject({ state: "in_progress", regressedAt: 3 });
    expect(
      findingOf(walk([scan(1, fail(C)), scan(2, pass(C)), scan(3, fail(C)), act(4, C, { kind: "start" }), scan(5, pass(C))])),
    ).toMatchObject({
      state: "hardened",
      regressedAt: null,
    });
  });
});
