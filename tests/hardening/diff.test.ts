import { describe, expect, it } from "vitest";
import { diffAgainstKnown, diffScans, type ScanDiff } from "@/lib/hardening/diff";
import { EMPTY_HOST } from "@/lib/hardening/host-state";
import type { CatalogueFacts } from "@/lib/hardening/observe";
import {
  accept,
  act,
  emptyPass,
  fail,
  info,
  manual,
  notApplicable,
  pass,
  STEADY,
  scan,
  scanAt,
  unassessable,
  walk,
} from "./history-builder";

const keysOf = ({ newlyFailing, fixed, stillFailing, changedItems, notAssessed }: ScanDiff) => ({
  newlyFailing: newlyFailing.map(({ key }) => key),
  fixed: fixed.map(({ key }) => key),
  stillFailing: stillFailing.map(({ key }) => key),
  changedItems: changedItems.map(({ key }) => key),
  notAssessed: notAssessed.map(({ key }) => key),
});

const OLD = [
  fail("turns-pass", ["a"]),
  pass("turns-fail"),
  fail("same", ["a", "b"]),
  fail("other-items", ["a", "b"]),
  fail("gone", ["a"]),
  pass("gone-pass"),
  fail("turns-info", ["a"]),
  pass("turns-note"),
  manual("note"),
  pass("passes"),
  fail("proves-nothing", ["a"]),
];
const NEW = [
  pass("turns-pass"),
  fail("turns-fail", ["x"]),
  fail("same", ["b", "a"]),
  fail("other-items", ["b", "c"]),
  unassessable("turns-info"),
  manual("turns-note"),
  manual("note"),
  pass("passes"),
  emptyPass("proves-nothing"),
  fail("brand-new"),
];
const EXPECTED = {
  newlyFailing: ["turns-fail", "brand-new"],
  fixed: ["turns-pass"],
  stillFailing: ["same"],
  changedItems: ["other-items"],
  notAssessed: ["turns-info", "turns-note", "proves-nothing", "gone", "gone-pass"],
};

describe("the diff of two scans", () => {
  it("has five exclusive classes", () => {
    expect(keysOf(diffScans(scanAt(1, OLD), scanAt(2, NEW), STEADY))).toEqual(EXPECTED);
  });

  it("gives whole entries", () => {
    const diff = diffScans(scanAt(1, OLD), scanAt(2, NEW), STEADY);
    expect(diff.base).toBe(1);
    expect(diff.changedItems).toEqual([
      {
        key: "other-items",
        control: "other-items",
        id: "5.1",
        idBefore: "5.1",
        title: "Ensure other-items",
        items: ["b", "c"],
        itemsGained: ["c"],
        itemsLost: ["a"],
        from: { level: "WARN", outcome: "fail" },
        to: { level: "WARN", outcome: "fail" },
        why: null,
      },
    ]);
    expect(diff.notAssessed.at(-2)).toMatchObject({ key: "gone", items: ["a"], from: { level: "WARN", outcome: "fail" }, to: null });
    expect(diff.fixed[0]).toMatchObject({ items: [], itemsLost: ["a"], to: { level: "PASS", outcome: "pass" } });
  });

  it("of a first scan has no base, and all that fails is newly failing", () => {
    const diff = diffScans(null, scanAt(1, OLD), STEADY);
    expect(diff.base).toBeNull();
    expect(keysOf(diff)).toEqual({
      newlyFailing: ["turns-pass", "same", "other-items", "gone", "turns-info", "proves-nothing"],
      fixed: [],
      stillFailing: [],
      changedItems: [],
      notAssessed: [],
    });
  });

  it("loses no item from a list that may be cut", () => {
    const diff = diffScans(scanAt(1, [fail("c", ["a", "b"])]), scanAt(2, [fail("c", ["b"], { itemsWhole: false })]), STEADY);
    expect(keysOf(diff)).toMatchObject({ stillFailing: ["c"], changedItems: [] });
  });

  it("looks at these two scans only", () => {
    expect(keysOf(diffScans(scanAt(2, [pass("x")]), scanAt(3, [pass("c")]), STEADY))).toMatchObject({ fixed: [], notAssessed: ["x"] });
  });
});

describe("what is in no class of a diff", () => {
  it("is counted: unchanged, and decided or seen for the first time", () => {
    const old = [pass("passes"), manual("note"), manual("decided-now"), fail("fixed")];
    const now = [pass("passes"), manual("note"), pass("decided-now"), pass("fixed"), pass("new-pass"), manual("new-note")];
    expect(diffScans(scanAt(1, old), scanAt(2, now), STEADY).rest).toEqual({ unchanged: 2, newlyPassing: 2, newlyUndecided: 1 });
  });
});

describe("two scans of two editions", () => {
  const facts: CatalogueFacts = {
    targetChanged: (control) => control === "retargeted",
    knownIn: (control, edition) => control !== (edition === "v1.3.5" ? "new-check" : "dropped"),
  };
  const before = [
    pass("renumbered", { number: "2.13" }),
    fail("fails-renumbered", ["a"], { number: "2.3" }),
    pass("retargeted"),
    manual("decided"),
    pass("again"),
    fail("dropped"),
    fail("skipped-now"),
  ];
  const after = [
    pass("renumbered", { number: "2.15" }),
    fail("fails-renumbered", ["a"], { number: "2.4" }),
    fail("retargeted"),
    fail("decided"),
    fail("again"),
    fail("new-check"),
    fail("skipped-before"),
  ];
  const diff = diffScans(scanAt(1, before, { edition: "v1.3.5" }), scanAt(2, after), facts);

  it("are compared by control: another number is no change, and both numbers are told", () => {
    expect(diff.stillFailing.map(({ key, id, idBefore }) => [key, idBefore, id])).toEqual([["fails-renumbered", "2.3", "2.4"]]);
    expect(diff.rest).toEqual({ unchanged: 1, newlyPassing: 0, newlyUndecided: 0 });
  });

  it("say what comes from the scanner's change, and claim no more than two scans show", () => {
    expect(diff.newlyFailing.map(({ key, why }) => [key, why])).toEqual([
      ["retargeted", "scanner_changed"],
      ["decided", "not_decided"],
      ["again", "regressed"],
      ["new-check", "scanner_changed"],
      ["skipped-before", "not_printed"],
    ]);
  });

  it("tell a check that the newer edition does not have from one that was not run", () => {
    expect(diff.notAssessed.map(({ key, why }) => [key, why])).toEqual([
      ["dropped", "scanner_changed"],
      ["skipped-now", null],
    ]);
  });

  it("say so against all that was known too, of a check that the scan before could not have printed", () => {
    const host = walk([{ scan: scanAt(1, before, { edition: "v1.3.5" }) }], facts).host;
    expect(diffAgainstKnown(host, scanAt(2, after), facts).newlyFailing.map(({ key, why }) => [key, why])).toEqual([
      ["retargeted", "scanner_changed"],
      ["decided", "first"],
      ["again", "regressed"],
      ["new-check", "scanner_changed"],
      ["skipped-before", "first"],
    ]);
  });
});

describe("the diff of an ingest", () => {
  const hostAfter = (...steps: Parameters<typeof walk>[0]) => walk(steps).host;

  it("has the same five classes", () => {
    expect(keysOf(diffAgainstKnown(hostAfter({ scan: scanAt(1, OLD) }), scanAt(2, NEW), STEADY))).toEqual(EXPECTED);
  });

  it("of a first scan has no base", () => {
    const diff = diffAgainstKnown(EMPTY_HOST, scanAt(1, [fail("c"), pass("d")]), STEADY);
    expect(diff.base).toBeNull();
    expect(diff.newlyFailing.map(({ key, why }) => [key, why])).toEqual([["c", "first"]]);
  });

  it("compares with the scan that last decided a control, not with its predecessor", () => {
    const host = hostAfter(scan(1, fail("c", ["a"]), pass("x"), fail("y")), scan(2, pass("x")), scan(3, pass("x"), info("y")));
    const diff = diffAgainstKnown(host, scanAt(4, [pass("c"), pass("x"), fail("y")]), STEADY);
    expect(diff.base).toBe(3);
    expect(keysOf(diff)).toEqual({ newlyFailing: [], fixed: ["c"], stillFailing: ["y"], changedItems: [], notAssessed: [] });
  });

  it("is about evidence: decisions of people neither hide nor invent a change", () => {
    const host = hostAfter(scan(1, fail("c", ["a"]), fail("d", ["a"])), act(2, "c", accept(null, 99)), act(3, "d", notApplicable));
    expect(keysOf(diffAgainstKnown(host, scanAt(4, [fail("c", ["a"]), fail("d", ["a", "b"])]), STEADY))).toMatchObject({
      newlyFailing: [],
      stillFailing: ["c"],
      changedItems: ["d"],
    });
  });

  it("says why a control newly fails", () => {
    const host = hostAfter(
      { scan: scanAt(1, [pass("never"), fail("again")], { edition: "v1.3.5" }) },
      { scan: scanAt(2, [pass("never"), pass("again"), pass("retargeted")], { edition: "v1.3.5" }) },
    );
    const facts: CatalogueFacts = { ...STEADY, targetChanged: (control) => control === "retargeted" };
    const { newlyFailing } = diffAgainstKnown(host, scanAt(3, [fail("never"), fail("again"), fail("retargeted"), fail("new")]), facts);
    expect(newlyFailing.map(({ key, why }) => [key, why])).toEqual([
      ["never", "regressed"],
      ["again", "regressed"],
      ["retargeted", "scanner_changed"],
      ["new", "first"],
    ]);
  });

  it("does not miss what another tool prints", () => {
    const host = hostAfter(scan(1, fail("c")));
    const kube = scanAt(2, [fail("rbac")], { tool: "kube-bench" });
    const diff = diffAgainstKnown(host, kube, STEADY);
    expect(diff.base).toBeNull();
    expect(keysOf(diff)).toMatchObject({ newlyFailing: ["rbac"], notAssessed: [] });
  });
});
