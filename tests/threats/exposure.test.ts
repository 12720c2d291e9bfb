import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exposureNow, type RequiredEvidence, type Standing, verdictOf } from "@/lib/threats/exposure";
import type { Exposure } from "@/lib/threats/exposure-words";

const LIMIT = 100;
const evidence = (standing: Standing, at: number | null = 150): RequiredEvidence => ({ standing, at });
const read = (required: readonly RequiredEvidence[], attested: "mitigated" | "unmitigated" | null = null): Exposure =>
  exposureNow(verdictOf(required, attested), LIMIT);

describe("the exposure of a threat on a host", () => {
  const cases: readonly (readonly [what: string, required: readonly RequiredEvidence[], is: Exposure])[] = [
    ["one fresh fail among passes", [evidence("pass"), evidence("fail")], "unmitigated"],
    ["a fail and an accepted one", [evidence("accepted"), evidence("fail")], "unmitigated"],
    ["nothing assessed", [evidence("unassessed", null), evidence("unassessed", null)], "not_assessed"],
    ["all evidence too old, also a fail", [evidence("pass", 50), evidence("fail", 99)], "stale"],
    ["an old fail beside a fresh pass: absent is not fixed", [evidence("fail", 50), evidence("pass")], "unmitigated"],
    ["an accepted fail, the rest passing", [evidence("accepted"), evidence("pass")], "accepted"],
    ["an accepted fail, the rest not assessed", [evidence("accepted"), evidence("unassessed", null)], "accepted"],
    ["some pass, some not assessed", [evidence("pass"), evidence("unassessed", null)], "partly"],
    ["some pass, some left to a person", [evidence("pass"), evidence("attestable", null)], "partly"],
    ["a fresh pass and one too old", [evidence("pass"), evidence("pass", 50)], "partly"],
    ["only what a person can attest", [evidence("attestable", null)], "manual"],
    ["what a person can attest, beside what was not assessed", [evidence("attestable", null), evidence("unassessed", null)], "manual"],
    ["all pass", [evidence("pass"), evidence("pass")], "mitigated"],
    ["all pass at the very limit", [evidence("pass", LIMIT)], "mitigated"],
    ["an attested pass, which does not age", [evidence("pass", null)], "mitigated"],
    ["an attested pass beside one too old", [evidence("pass", null), evidence("pass", 50)], "partly"],
    ["no required control at all", [], "manual"],
  ];
  it.each(cases)("%s", (_, required, is) => {
    expect(read(required)).toBe(is);
  });

  it("hears a person only where nothing decides, and never against a fail", () => {
    expect(read([evidence("attestable", null)], "mitigated")).toBe("mitigated");
    expect(read([], "unmitigated")).toBe("unmitigated");
    expect(read([evidence("unassessed", null)], "mitigated")).toBe("mitigated");
    expect(read([evidence("fail")], "mitigated")).toBe("unmitigated");
    expect(read([evidence("pass"), evidence("unassessed", null)], "mitigated")).toBe("partly");
    expect(read([evidence("fail", 50)], "mitigated")).toBe("stale");
  });
});

const anyEvidence: fc.Arbitrary<RequiredEvidence> = fc.oneof(
  fc.record({ standing: fc.constantFrom<Standing>("pass", "fail", "accepted"), at: fc.option(fc.integer({ min: 0, max: 200 })) }),
  fc.constantFrom<Standing>("attestable", "unassessed").map((standing) => evidence(standing, null)),
);
const anyRequired = fc.array(anyEvidence, { maxLength: 6 });

describe("whatever the evidence", () => {
  it("is mitigated only when every required control passes and is fresh, or a person said so and nothing decides", () => {
    fc.assert(
      fc.property(anyRequired, fc.constantFrom(null, "mitigated" as const), (required, attested) => {
        const undecided = required.every(({ standing }) => standing === "attestable" || standing === "unassessed");
        const good = required.length > 0 && required.every(({ standing, at }) => standing === "pass" && (at === null || at >= LIMIT));
        expect(read(required, attested) === "mitigated").toBe(good || (undecided && attested === "mitigated"));
      }),
    );
  });

  it("does not depend on the order of the controls", () => {
    fc.assert(
      fc.property(anyRequired, (required) => {
        expect(read([...required].reverse())).toBe(read(required));
      }),
    );
  });

  it("gets nothing but stale or partly by growing old", () => {
    fc.assert(
      fc.property(anyRequired, fc.integer({ min: 0, max: 200 }), fc.nat(100), (required, limit, later) => {
        const verdict = verdictOf(required, null);
        const [now, then] = [exposureNow(verdict, limit), exposureNow(verdict, limit + later)];
        if (then !== now) expect(["stale", "partly"]).toContain(then);
      }),
    );
  });

  it("fails as soon as a fresh scan says that one control fails", () => {
    fc.assert(
      fc.property(anyRequired, (required) => {
        expect(read([...required, evidence("fail")])).toBe("unmitigated");
      }),
    );
  });
});
