import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldHost, settle } from "@/lib/hardening/fold";
import { EMPTY_HOST, type HostState } from "@/lib/hardening/host-state";
import { type HostExposure, hostExposures, type ThreatRule } from "@/lib/threats/host-exposure";
import { anyHistory } from "../hardening/any-history";
import { actAt, fail, manual, pass, STEADY, scanAt, unassessable, walk } from "../hardening/history-builder";

const RULE: ThreatRule = { threatId: 1, required: ["ssh", "icc"] };
const exposure = (host: HostState, more: { readonly now?: number; readonly canPass?: (control: string) => boolean } = {}): HostExposure => {
  const [found] = hostExposures(host, [RULE], [], { canPass: more.canPass ?? (() => true), now: more.now ?? 50 });
  if (found === undefined) throw new Error("a rule gave no exposure");
  return found;
};
const scanned = (...scans: Parameters<typeof scanAt>[1][]) =>
  walk(scans.map((results, index) => ({ scan: scanAt(index + 1, results) }))).host;
const until = (at: number, key: string) =>
  actAt(at, key, { kind: "accept", acceptanceId: "r", items: null, until: 60, reason: "Because." });

describe("a threat on a host", () => {
  it("is decided by its required controls, and counts them", () => {
    const host = scanned([fail("ssh"), pass("icc")]);
    const [covering] = host.coverings;
    if (covering === undefined) throw new Error("the scan covered nothing");
    expect(exposure(host)).toEqual({
      ...{ threatId: 1, verdict: "unmitigated", passed: 1, required: 2 },
      ...{ newest: { covering }, oldest: { covering }, until: null, after: null },
    });
  });

  it("is mitigated by the scan in which all pass, and not by one that leaves a control out", () => {
    expect(exposure(scanned([fail("ssh"), fail("icc")], [pass("ssh"), pass("icc")]))).toMatchObject({ verdict: "mitigated", passed: 2 });
    expect(exposure(scanned([fail("ssh"), fail("icc")], [pass("ssh")]))).toMatchObject({ verdict: "unmitigated", passed: 1 });
    expect(exposure(scanned([pass("ssh")]))).toMatchObject({ verdict: "partly", passed: 1, required: 2 });
  });

  it("is not assessed before any scan, and manual where only a person can tell", () => {
    expect(exposure(EMPTY_HOST)).toMatchObject({ verdict: "not_assessed", newest: null });
    expect(exposure(scanned([unassessable("ssh")]))).toMatchObject({ verdict: "not_assessed" });
    expect(exposure(scanned([manual("ssh"), unassessable("icc")]))).toMatchObject({ verdict: "manual" });
  });

  it("asks only controls that the host's edition can pass, but hears what a scan decided all the same", () => {
    const withoutSsh = (control: string) => control !== "ssh";
    expect(exposure(scanned([pass("icc")]), { canPass: withoutSsh })).toMatchObject({ verdict: "mitigated", passed: 1, required: 1 });
    expect(exposure(scanned([fail("ssh"), pass("icc")]), { canPass: withoutSsh })).toMatchObject({ verdict: "unmitigated", required: 2 });
    expect(exposure(scanned([pass("logs")]), { canPass: () => false })).toMatchObject({ verdict: "not_assessed", required: 0 });
  });

  it("takes no pass from a check that can only pass", () => {
    expect(exposure(scanned([pass("ssh", { canOnlyPass: true }), pass("icc")]))).toMatchObject({ verdict: "partly", passed: 1 });
  });

  it("leaves out what does not concern the host", () => {
    const host = walk([
      { scan: scanAt(1, [fail("ssh"), pass("icc")]) },
      { act: actAt(2, "ssh", { kind: "notApplicable", reason: "No shell." }) },
    ]).host;
    expect(exposure(host)).toMatchObject({ verdict: "mitigated", passed: 1, required: 1 });
  });

  it("is accepted until the acceptance ends, and says what it is then", () => {
    const host = walk([{ scan: scanAt(1, [fail("ssh"), pass("icc")]) }, { act: until(2, "ssh") }]).host;
    expect(exposure(host)).toMatchObject({ verdict: "accepted", until: 60, after: "unmitigated" });
  });

  it("hears a statement on the threat until its end, and only where nothing decides", () => {
    const statement = { threatId: 1, says: "mitigated", until: 60 } as const;
    const read = (host: HostState) => hostExposures(host, [RULE], [statement], { canPass: () => true, now: 50 })[0];
    expect(read(scanned([manual("ssh")]))).toMatchObject({ verdict: "mitigated", newest: null, until: 60, after: "manual" });
    expect(read(scanned([fail("ssh")]))).toMatchObject({ verdict: "unmitigated", until: null });
  });

  it("takes the age of evidence that later scans could not confirm from the scan that gave it", () => {
    const host = scanned([fail("ssh"), fail("icc")], [manual("ssh"), manual("icc")]);
    expect(exposure(host)).toMatchObject({ verdict: "unmitigated", newest: { at: 1 } });
  });
});

describe("whatever the history", () => {
  it("says today what will hold once a decision ends", () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 40, max: 70 }), (history, later) => {
        const now = 40;
        const { host } = foldHost(history, STEADY, now);
        const stored = exposure(host, { now });
        const then = exposure(settle(host, later).host, { now: later });
        if (stored.until === null || later < stored.until) expect(then.verdict).toBe(stored.verdict);
        else if (later === stored.until) expect(then.verdict).toBe(stored.after);
      }),
    );
  });

  it("is never mitigated while a required control has not passed, is accepted or fails", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { host } = foldHost(history, STEADY, 80);
        const { verdict } = exposure(host, { now: 80 });
        const states = RULE.required.map((control) => host.findings.get(control)?.state);
        const good = states.every((state) => state === "hardened" || state === "not_applicable") && states.includes("hardened");
        expect(verdict === "mitigated").toBe(good);
      }),
    );
  });
});
