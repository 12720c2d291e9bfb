import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextExpiry, stateOf } from "@/lib/hardening/decisions";
import { diffAgainstKnown } from "@/lib/hardening/diff";
import { applyStep, foldBefore, foldHost, follows, type Projection, type Step, settle } from "@/lib/hardening/fold";
import { EMPTY_HOST } from "@/lib/hardening/host-state";
import type { CatalogueFacts } from "@/lib/hardening/observe";
import { addDelta, EMPTY_POSTURE, postureDelta, postureOf } from "@/lib/hardening/posture";
import type { ActStep, ScanStep } from "@/lib/hardening/steps";
import { anyHistory, aScan, key, observations, stepsOf, time } from "./any-history";
import { STEADY, scanAt } from "./history-builder";

const FACTS: CatalogueFacts = {
  targetChanged: (control, from) => control === "icc" && from === "v1.3.5",
  knownIn: (control, edition) => control !== "logs" || edition !== "v1.3.5",
};

/** What an installation does: one step where it can, everything again where it must; a job settles at odd moments. */
function ingest(steps: readonly Step[], nows: readonly number[]): Projection {
  let projection: Projection = { host: EMPTY_HOST, events: [] };
  const stored: { scans: ScanStep[]; acts: ActStep[] } = { scans: [], acts: [] };
  steps.forEach((step, index) => {
    if ("scan" in step) stored.scans.push(step.scan);
    else stored.acts.push(step.act);
    if (follows(projection.host, step)) {
      const { host, events } = applyStep(projection.host, step, FACTS);
      projection = { host, events: [...projection.events, ...events] };
    } else projection = foldHost(stored, FACTS, 0);
    const now = nows[index % Math.max(1, nows.length)];
    if (now === undefined) return;
    const { host, events } = settle(projection.host, now);
    projection = { host, events: [...projection.events, ...events] };
  });
  return projection;
}

describe("the fold", () => {
  it("gives the same findings, states and events in every order of uploads", () => {
    const shuffled = anyHistory.chain((whole) =>
      fc.record({
        whole: fc.constant(whole),
        order: fc.shuffledSubarray(stepsOf(whole), { minLength: whole.scans.length + whole.acts.length }),
        nows: fc.array(time, { maxLength: 4 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ whole, order, nows }) => {
        const scratch = foldHost(whole, FACTS, 100);
        const stepped = ingest(order, nows);
        const settled = settle(stepped.host, 100);
        expect(settled.host).toEqual(scratch.host);
        expect([...stepped.events, ...settled.events]).toEqual(scratch.events);
      }),
      { numRuns: 3000 },
    );
  });

  it("changes nothing that a scan does not name, but for decisions that end meanwhile", () => {
    fc.assert(
      fc.property(anyHistory, key, observations, (whole, absent, results) => {
        const { host } = foldHost(whole, FACTS, 0);
        const scan = scanAt(
          50,
          results.filter((result) => result.key !== absent),
        );
        const after = applyStep(host, { scan }, FACTS).host;
        expect(after.findings.get(absent)).toEqual(settle(host, 50).host.findings.get(absent));
      }),
      { numRuns: 1000 },
    );
  });

  it("hardens by a real PASS only, or by an attestation", () => {
    fc.assert(
      fc.property(anyHistory, (whole) => {
        const { events } = foldHost(whole, FACTS, 100);
        for (const event of events.filter(({ to, from, kind }) => to === "hardened" && from !== "hardened" && kind !== "reopened")) {
          if (event.scanId !== null) {
            const result = whole.scans.find(({ scanId }) => scanId === event.scanId)?.observations.find((one) => one.key === event.key);
            expect(result).toMatchObject({ outcome: "pass", canOnlyPass: false });
          } else if (event.actId !== null) {
            expect(["attested", "started"]).toContain(event.kind);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("writes no finding and no event for a scan that says what the newest one said", () => {
    fc.assert(
      fc.property(anyHistory, aScan, (whole, last) => {
        const { host } = foldHost(whole, FACTS, 60);
        const first = applyStep(host, { scan: { ...last, ranAt: 61, digest: "x", scanId: 61 } }, FACTS).host;
        const again = applyStep(first, { scan: { ...last, ranAt: 62, digest: "y", scanId: 62 } }, FACTS);
        expect(again.changed).toEqual([]);
        expect(again.events).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps every stored state equal to what its parts say, and every history unbroken", () => {
    fc.assert(
      fc.property(anyHistory, (whole) => {
        const { host, events } = foldHost(whole, FACTS, 100);
        for (const finding of host.findings.values()) {
          expect(finding.state).toBe(stateOf(finding));
          const own = events.filter((event) => event.key === finding.key);
          expect(own[0]?.from).toBeNull();
          own.slice(1).forEach((event, index) => {
            expect(event.from).toBe(own[index]?.to);
          });
          expect(own.at(-1)?.to).toBe(finding.state);
          const entered = own.findLast(({ from, to }) => from !== to);
          expect(finding.since).toBe(entered?.at);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("gives back, at the day an acceptance ends, what it gives without the acceptance", () => {
    fc.assert(
      fc.property(anyHistory, (whole) => {
        const acts = whole.acts.filter(({ kind }) => kind !== "accept" && kind !== "notApplicable");
        const accepts: ActStep[] = whole.acts.flatMap((act) => (act.kind === "accept" ? [{ ...act, until: 70 }] : []));
        const scans = whole.scans;
        const withOut = foldHost({ scans, acts }, FACTS, 100);
        const withThem = foldHost({ scans, acts: [...acts, ...accepts] }, FACTS, 100);
        const states = ({ host }: Projection) => [...host.findings.values()].map((finding) => [finding.key, finding.state, finding.items]);
        expect(states(withThem)).toEqual(states(withOut));
      }),
      { numRuns: 1000 },
    );
  });

  it("foretells the next change by the calendar", () => {
    fc.assert(
      fc.property(anyHistory, (whole) => {
        const { host } = foldHost(whole, FACTS, 0);
        for (const finding of host.findings.values()) {
          const next = nextExpiry(finding);
          const stateAt = (now: number) => settle(host, now).host.findings.get(finding.key)?.state;
          if (next === null) expect(stateAt(1000)).toBe(finding.state);
          else {
            expect(stateAt(next.at - 1)).toBe(finding.state);
            expect(stateAt(next.at)).toBe(next.state);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what rests on the fold", () => {
  it("rolls up by differences to what a recount gives", () => {
    const facts = {
      strideOf: (control: string) => (control === "ssh" ? (["S", "T"] as const) : []),
      severityOf: () => "high" as const,
    };
    fc.assert(
      fc.property(anyHistory, (whole) => {
        const order = stepsOf(whole).sort((a, b) => ("scan" in a ? a.scan.ranAt : a.act.at) - ("scan" in b ? b.scan.ranAt : b.act.at));
        let host = EMPTY_HOST;
        let posture = EMPTY_POSTURE;
        for (const step of order) {
          if (!follows(host, step)) continue;
          const result = applyStep(host, step, FACTS);
          const before = result.changed.flatMap((finding) => host.findings.get(finding.key) ?? []);
          posture = addDelta(posture, postureDelta(before, result.changed, facts));
          host = result.host;
        }
        expect(posture).toEqual(postureOf(host.findings.values(), facts));
      }),
      { numRuns: 500 },
    );
  });

  it("puts each control of an ingest diff in one class, each failing one of the scan among them, and fixed only on a real PASS", () => {
    fc.assert(
      fc.property(anyHistory, (whole) => {
        for (const scan of whole.scans) {
          const { base: _, rest, ...classes } = diffAgainstKnown(foldBefore(whole, scan, FACTS), scan, FACTS);
          const all = Object.values(classes).flat();
          expect(new Set(all.map((entry) => entry.key)).size).toBe(all.length);
          const failing = [...classes.newlyFailing, ...classes.stillFailing, ...classes.changedItems].map((entry) => entry.key);
          expect(failing.sort()).toEqual(scan.observations.flatMap((one) => (one.outcome === "fail" ? [one.key] : [])).sort());
          // Every result of the scan is in a class or in the rest, and in one only.
          const named = all.filter(({ to }) => to !== null).length;
          expect(named + rest.unchanged + rest.newlyPassing + rest.newlyUndecided).toBe(scan.observations.length);
          for (const { key: fixed } of classes.fixed) {
            expect(scan.observations.find((one) => one.key === fixed)).toMatchObject({ outcome: "pass", canOnlyPass: false });
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the facts of the catalogue where editions are unknown", () => {
    fc.assert(
      fc.property(anyHistory, (whole) => {
        const blind = { ...whole, scans: whole.scans.map((scan) => ({ ...scan, edition: null })) };
        expect(foldHost(blind, FACTS, 100)).toEqual(foldHost(blind, STEADY, 100));
      }),
      { numRuns: 300 },
    );
  });
});
