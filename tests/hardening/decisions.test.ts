import { describe, expect, it } from "vitest";
import { nextExpiry } from "@/lib/hardening/decisions";
import type { Finding } from "@/lib/hardening/finding";
import type { Projection } from "@/lib/hardening/fold";
import { canAttest, decidedAt, EMPTY_HOST } from "@/lib/hardening/host-state";
import { accept, act, attest, fail, findingIn, foldSteps, manual, notApplicable, pass, scan, told, walk } from "./history-builder";

const C = "no-ssh";

const findingOf = (projection: Pick<Projection, "host">, key = C): Finding => findingIn(projection, key);

describe("an acceptance", () => {
  const accepted = [scan(1, fail(C, ["a"])), act(2, C, accept(["a"], 100))];

  it("ends at its day, with an event of that instant", () => {
    expect(findingOf(foldSteps(accepted, 99)).state).toBe("accepted");
    const over = foldSteps(accepted, 5000);
    expect(findingOf(over)).toMatchObject({ state: "open", since: 100 });
    expect(over.events.at(-1)).toMatchObject({
      at: 100,
      kind: "acceptance_expired",
      from: "accepted",
      to: "open",
      scanId: null,
      actId: null,
    });
    expect(told(foldSteps([...accepted, scan(100, fail(C, ["a"])), scan(101, pass(C))], 5000))).toEqual([
      "1 first_seen: null -> open",
      "2 accepted: open -> accepted",
      "100 acceptance_expired: accepted -> open",
      "101 passed: open -> hardened",
    ]);
  });

  it("gives back what the fold says without it: work, regression, contradicted claims", () => {
    const under = [scan(1, fail(C, ["a"])), scan(2, pass(C)), scan(3, fail(C, ["a"]))];
    expect(findingOf(foldSteps([...under, act(4, C, accept(null, 100))], 100)).state).toBe("regressed");
    const working = [...under, act(5, C, { kind: "start" })];
    expect(findingOf(foldSteps([...working, act(4, C, accept(null, 100))], 100)).state).toBe("in_progress");
    const claimed = [...working, act(6, C, { kind: "saysFixed" }), scan(7, fail(C, ["a"]))];
    expect(findingOf(foldSteps([...claimed, act(4, C, accept(null, 100))], 100)).state).toBe("open");
  });

  it("is retired by a pass: the next fail is a regression", () => {
    const projection = foldSteps([...accepted, scan(3, pass(C)), scan(4, fail(C, ["a"]))]);
    expect(findingOf(projection)).toMatchObject({ state: "regressed" });
    expect(findingOf(projection).decisions.acceptances).toEqual([]);
  });

  it("opens by an item it does not cover and holds again when that is gone", () => {
    const outgrown = foldSteps([...accepted, scan(3, fail(C, ["a", "b"]))]);
    expect(outgrown.events.at(-1)).toMatchObject({ kind: "acceptance_outgrown", from: "accepted", to: "open", itemsGained: ["b"] });
    const again = foldSteps([...accepted, scan(3, fail(C, ["a", "b"])), scan(4, fail(C, ["a"]))]);
    expect(findingOf(again).state).toBe("accepted");
    const both = foldSteps([...accepted, scan(3, fail(C, ["a", "b"])), act(4, C, accept(["b"], 50, "risk-2"))]);
    expect(findingOf(both).state).toBe("accepted");
    expect(nextExpiry(findingOf(both))).toEqual({ at: 50, state: "open" });
  });

  it("opens a regressed finding, and gives the regression back when it ends", () => {
    const steps = [
      scan(1, fail(C, ["a"])),
      scan(2, pass(C)),
      scan(3, fail(C, ["a"])),
      act(4, C, accept(["a"], 100)),
      scan(5, fail(C, ["a", "b"])),
    ];
    expect(findingOf(foldSteps(steps)).state).toBe("open");
    expect(findingOf(foldSteps(steps, 100)).state).toBe("regressed");
    expect(findingOf(foldSteps([...steps, act(6, C, { kind: "start" })])).state).toBe("in_progress");
  });

  it("of items does not cover a list that may be cut, nor a fail that names nothing; one of any item covers both", () => {
    const some = (more: Parameters<typeof fail>[2], names: string[]) =>
      findingOf(foldSteps([...accepted, scan(3, fail(C, names, more))])).state;
    expect(some({ itemsWhole: false }, ["a"])).toBe("open");
    expect(some({}, [])).toBe("open");
    const any = [scan(1, fail(C, ["a"])), act(2, C, accept(null, 100))];
    expect(findingOf(foldSteps([...any, scan(3, fail(C, ["q"], { itemsWhole: false }))])).state).toBe("accepted");
  });

  it("that ends at the instant of a scan ends before it", () => {
    expect(told(foldSteps([...accepted, scan(100, pass(C))]))).toEqual([
      "1 first_seen: null -> open",
      "2 accepted: open -> accepted",
      "100 acceptance_expired: accepted -> open",
      "100 passed: open -> hardened",
    ]);
  });

  it("without a day in the future is none", () => {
    expect(findingOf(foldSteps([scan(1, fail(C)), act(2, C, accept(null, 2))])).state).toBe("open");
  });
});

describe("not applicable", () => {
  it("stays through what it knew, opens by a new item and is then over", () => {
    const marked = [scan(1, fail(C, ["a", "b"])), act(2, C, notApplicable)];
    expect(findingOf(foldSteps([...marked, scan(3, fail(C, ["a"])), scan(4, pass(C)), scan(5, fail(C, ["b"]))])).state).toBe(
      "not_applicable",
    );
    const opened = foldSteps([...marked, scan(3, pass(C)), scan(4, fail(C, ["c"])), scan(5, fail(C, ["a"]))]);
    expect(findingOf(opened)).toMatchObject({ state: "open", regressedAt: null });
    expect(opened.events.map(({ kind }) => kind)).toEqual([
      "first_seen",
      "marked_not_applicable",
      "passed",
      "not_applicable_outgrown",
      "items_changed",
    ]);
  });
});

describe("not applicable after an acceptance", () => {
  it("replaces it: a new item opens the finding", () => {
    const steps = [scan(1, fail(C, ["a"])), act(2, C, accept(null, 100)), act(3, C, notApplicable), scan(4, fail(C, ["b"]))];
    expect(findingOf(foldSteps(steps)).state).toBe("open");
  });
});

describe("an attestation", () => {
  it("runs out at its day", () => {
    const steps = [scan(1, manual(C)), act(2, C, attest("pass", 50))];
    expect(decidedAt(foldSteps(steps).host, findingOf(foldSteps(steps)))).toBe(2);
    expect(nextExpiry(findingOf(foldSteps(steps)))).toEqual({ at: 50, state: "needs_review" });
    expect(told(foldSteps(steps, 60))).toEqual([
      "1 first_seen: null -> needs_review",
      "2 attested: needs_review -> hardened",
      "50 attestation_expired: hardened -> needs_review",
    ]);
  });

  it("is ended by the first fail and does not come back", () => {
    const steps = [scan(1, manual(C)), act(2, C, attest("pass", 500)), scan(3, fail(C)), scan(4, manual(C))];
    expect(findingOf(foldSteps(steps)).state).toBe("regressed");
    expect(findingOf(foldSteps(steps)).decisions.attestation).toBeNull();
  });

  it("of a fail that a scan confirms is no regression, and the work on it goes on", () => {
    const steps = [scan(1, pass(C)), scan(2, pass("x")), act(3, C, attest("fail", 500)), act(4, C, { kind: "start" }), scan(5, fail(C))];
    expect(findingOf(foldSteps(steps))).toMatchObject({ state: "in_progress", verdict: "open", regressedAt: null, failingSince: 3 });
  });

  it("speaks for a control no scan ever named, and leaves it for review", () => {
    const projection = foldSteps([act(2, "k8s-rbac", attest("pass", 50))], 10);
    expect(findingOf(projection, "k8s-rbac")).toMatchObject({ state: "hardened", evidence: null, tool: null });
    expect(findingOf(foldSteps([act(2, "k8s-rbac", attest("pass", 50))], 50), "k8s-rbac").state).toBe("needs_review");
    expect(findingOf(foldSteps([act(2, C, attest("pass", 50)), scan(3, pass(C))]))).toMatchObject({ firstSeenAt: 3, neverFailed: true });
  });

  it("is never taken against a fail, however old, nor against a pass of the newest scan", () => {
    const old = walk([scan(1, fail(C)), scan(2, pass("x"))]);
    expect(canAttest(old.host, findingOf(old))).toBe(false);
    const passing = walk([scan(1, pass(C))]);
    expect(canAttest(passing.host, findingOf(passing))).toBe(false);
    const absent = [scan(1, pass(C)), scan(2, pass("x"))];
    expect(canAttest(walk(absent).host, findingOf(walk(absent)))).toBe(true);
    expect(findingOf(walk([...absent, act(3, C, attest("fail", 50))])).state).toBe("open");
    expect(findingOf(foldSteps([...absent, act(3, C, attest("fail", 50))], 50)).state).toBe("hardened");
    expect(canAttest(EMPTY_HOST, undefined)).toBe(true);
  });
});
