import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/hardening/finding";
import { applyScan, applyStep, foldBefore, follows, type Projection, settle } from "@/lib/hardening/fold";
import { EMPTY_HOST } from "@/lib/hardening/host-state";
import type { CatalogueFacts } from "@/lib/hardening/observe";
import {
  accept,
  act,
  actAt,
  fail,
  findingIn,
  foldSteps,
  historyOf,
  manual,
  pass,
  STEADY,
  scan,
  scanAt,
  told,
  unassessable,
  walk,
} from "./history-builder";

const C = "no-ssh";

const findingOf = (projection: Pick<Projection, "host">, key = C): Finding => findingIn(projection, key);

describe("evidence", () => {
  it("keeps the whole record of a finding that failed, was fixed and failed again", () => {
    const projection = walk([
      scan(1, fail(C, ["a", "b"])),
      scan(2, fail(C, ["a"])),
      scan(3, pass(C)),
      scan(4, pass(C)),
      scan(5, fail(C, ["c"], { line: 44 })),
    ]);
    expect(findingOf(projection)).toEqual({
      key: C,
      control: C,
      tool: "docker-bench",
      state: "regressed",
      since: 5,
      verdict: "regressed",
      work: null,
      decisions: { acceptances: [], notApplicable: null, attestation: null, outgrown: false },
      decided: "fail",
      items: [{ key: "c", name: "c", raw: "* c" }],
      itemsWhole: true,
      firstSeenAt: 1,
      failingSince: 5,
      regressedAt: 5,
      lastPassed: { scanId: 4, at: 4, edition: "v1.6.1" },
      neverFailed: false,
      newlyFailing: false,
      scannerChanged: false,
      held: null,
      evidence: { scanId: 5, line: 44, number: "5.1", title: "Ensure no-ssh", level: "WARN", outcome: "fail", notes: [] },
      lastChangeScanId: 5,
    });
    expect(projection.events).toEqual([
      {
        key: C,
        at: 1,
        kind: "first_seen",
        from: null,
        to: "open",
        scanId: 1,
        actId: null,
        itemsGained: ["a", "b"],
        itemsLost: [],
        note: null,
      },
      {
        key: C,
        at: 2,
        kind: "items_changed",
        from: "open",
        to: "open",
        scanId: 2,
        actId: null,
        itemsGained: [],
        itemsLost: ["b"],
        note: null,
      },
      {
        key: C,
        at: 3,
        kind: "passed",
        from: "open",
        to: "hardened",
        scanId: 3,
        actId: null,
        itemsGained: [],
        itemsLost: ["a"],
        note: null,
      },
      {
        key: C,
        at: 5,
        kind: "regressed",
        from: "hardened",
        to: "regressed",
        scanId: 5,
        actId: null,
        itemsGained: ["c"],
        itemsLost: [],
        note: null,
      },
    ]);
  });

  it("survives JSON: a host that was stored and loaded steps on without a change", () => {
    const { host } = walk([scan(1, fail(C, ["a"]), pass("x"), manual("y"))]);
    const loaded = new Map([...host.findings].map(([key, finding]) => [key, JSON.parse(JSON.stringify(finding)) as Finding]));
    const rescan = scanAt(2, [fail(C, ["a"]), pass("x"), manual("y")]);
    expect(applyScan({ ...host, findings: loaded }, rescan, STEADY).changed).toEqual([]);
  });

  it("marks a pass that never failed, and a fail after it as newly failing", () => {
    const first = walk([scan(1, pass(C))]);
    expect(findingOf(first)).toMatchObject({ state: "hardened", neverFailed: true });
    const second = walk([scan(1, pass(C)), scan(2, fail(C))]);
    expect(findingOf(second)).toMatchObject({ state: "regressed", neverFailed: false, newlyFailing: true });
    const fixed = walk([scan(1, pass(C)), scan(2, fail(C)), scan(3, pass(C)), scan(4, fail(C))]);
    expect(findingOf(fixed)).toMatchObject({ state: "regressed", newlyFailing: false });
  });

  it("sees a regression across a time in which nothing could be decided", () => {
    const projection = walk([scan(1, fail(C)), scan(2, pass(C)), scan(3, unassessable(C)), scan(4, fail(C))]);
    expect(told(projection)).toEqual([
      "1 first_seen: null -> open",
      "2 passed: open -> hardened",
      "3 undecided: hardened -> not_assessable",
      "4 regressed: not_assessable -> regressed",
    ]);
    expect(findingOf(projection).lastPassed).toEqual({ scanId: 2, at: 2, edition: "v1.6.1" });
  });

  it("does not call it a regression when the scanner changed", () => {
    const steps = [
      { scan: scanAt(1, [fail(C)], { edition: "v1.3.5" }) },
      { scan: scanAt(2, [pass(C)], { edition: "v1.3.5" }) },
      { scan: scanAt(3, [fail(C)], { edition: "v1.6.1" }) },
    ];
    const changed: CatalogueFacts = {
      ...STEADY,
      targetChanged: (control, from, to) => `${control} ${from} ${to}` === "no-ssh v1.3.5 v1.6.1",
    };
    const unknown: CatalogueFacts = { ...STEADY, knownIn: (_, edition) => edition !== "v1.3.5" };
    for (const facts of [changed, unknown]) {
      expect(findingOf(walk(steps, facts))).toMatchObject({ state: "open", scannerChanged: true, regressedAt: null });
      expect(walk(steps, facts).events.at(-1)?.kind).toBe("scanner_changed");
    }
    expect(findingOf(walk(steps, STEADY))).toMatchObject({ state: "regressed", scannerChanged: false });
    const anew = [...steps, { scan: scanAt(4, [pass(C)]) }, { scan: scanAt(5, [fail(C)]) }];
    expect(findingOf(walk(anew, changed))).toMatchObject({ state: "regressed", scannerChanged: false });
  });

  it("takes the edition of the newest pass, not of the first", () => {
    const steps = [
      { scan: scanAt(1, [pass(C)], { edition: "v1.3.5" }) },
      { scan: scanAt(2, [pass(C)], { edition: "v1.6.1" }) },
      { scan: scanAt(3, [fail(C)], { edition: "v1.6.1" }) },
    ];
    const facts: CatalogueFacts = { ...STEADY, targetChanged: (_, from) => from === "v1.3.5" };
    expect(findingOf(walk(steps, facts)).state).toBe("regressed");
  });

  it("counts an item as gone only if the list is whole", () => {
    const cut = walk([scan(1, fail(C, ["a", "b"])), scan(2, fail(C, ["b", "c"], { itemsWhole: false }))]);
    expect(findingOf(cut).items.map(({ key }) => key)).toEqual(["a", "b", "c"]);
    expect(cut.events.at(-1)).toMatchObject({ kind: "items_changed", itemsGained: ["c"], itemsLost: [] });
    const whole = walk([scan(1, fail(C, ["a", "b"])), scan(2, fail(C, ["b", "c"]))]);
    expect(findingOf(whole).items.map(({ key }) => key)).toEqual(["b", "c"]);
    expect(whole.events.at(-1)).toMatchObject({ itemsGained: ["c"], itemsLost: ["a"] });
  });

  it("holds an unmapped title like any other", () => {
    const local = fail("unmapped-docker-0-9", [], { control: null });
    const projection = walk([scan(1, local), scan(2, pass("unmapped-docker-0-9", { control: null })), scan(3, local)]);
    expect(findingOf(projection, "unmapped-docker-0-9")).toMatchObject({ control: null, state: "regressed" });
  });
});

describe("order", () => {
  it("refuses a step that is older than the host, and folds it instead", () => {
    const { host } = walk([scan(5, fail(C))]);
    const late = scan(3, pass(C));
    expect(follows(host, late)).toBe(false);
    expect(() => applyStep(host, late, STEADY)).toThrow(RangeError);
    expect(follows(host, { act: actAt(5, C, { kind: "start" }) })).toBe(true);
    expect(findingOf(foldSteps([scan(5, fail(C)), late])).state).toBe("regressed");
  });

  it("takes scans of one instant by digest, and one scan given twice once", () => {
    const a = { scan: scanAt(1, [fail(C)], { digest: "a" }) };
    const b = { scan: scanAt(1, [pass(C)], { digest: "b" }) };
    expect(findingOf(foldSteps([b, a])).state).toBe("hardened");
    expect(findingOf(foldSteps([a, b, a])).state).toBe("hardened");
  });

  it("gives the base of a late scan's diff", () => {
    const history = historyOf([scan(1, fail(C)), scan(9, pass(C))]);
    const before = foldBefore(history, { ranAt: 5, digest: "late" }, STEADY);
    expect(before.findings.get(C)?.state).toBe("open");
    expect(foldBefore(history, { ranAt: 1, digest: "digest-1" }, STEADY)).toEqual(EMPTY_HOST);
  });

  it("lets several decisions end in the order of their days", () => {
    const steps = [scan(1, fail(C, ["a"]), fail("x", ["b"])), act(2, C, accept(null, 90)), act(3, "x", accept(null, 80))];
    const { host } = walk(steps);
    const settled = settle(host, 90);
    expect(settled.events.map(({ at, key }) => `${at} ${key}`)).toEqual(["80 x", "90 no-ssh"]);
    expect(settled.host.cursor).toEqual({ at: 90, rank: 0, tie: "no-ssh\nrisk-1" });
    expect(follows(settled.host, scan(85, pass(C)))).toBe(false);
    expect(settle(settled.host, 1000)).toEqual({ host: settled.host, changed: [], events: [] });
  });
});
