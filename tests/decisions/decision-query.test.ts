import { describe, expect, it } from "vitest";
import { csvHref, decisionsHref, readDecisionsQuery } from "@/app/(dashboard)/decisions/decision-query";
import { actOf, DECIDE_ACTS, kindOf } from "@/components/decisions/decide-words";
import { DECISION_KINDS } from "@/lib/hardening/decision";
import { DECISION_GROUPS, decisionFilterOf, GROUP_FACTS } from "@/lib/hardening/decision-filter";

describe("the address of the list of decisions", () => {
  it("says what is shown, and is read back as the same", () => {
    const href = "/decisions?standing=expiring&kind=attest&host=web-01&control=memory-limit&page=2";
    const { query, ignored } = readDecisionsQuery(Object.fromEntries(new URL(href, "http://x").searchParams));
    expect(query).toEqual({ standing: "expiring", group: "attest", host: "web-01", control: "memory-limit", page: 2 });
    expect(ignored).toEqual([]);
    expect(decisionsHref(query, { page: 2 })).toBe(href);
    expect(csvHref(query)).toBe("/decisions.csv?standing=expiring&kind=attest&host=web-01&control=memory-limit");
    expect(decisionFilterOf(query)).toEqual({
      standing: "expiring",
      kind: ["attest_pass", "attest_fail"],
      host: "web-01",
      key: "memory-limit",
    });
  });

  it("begins at the first page when a filter changes, and names what it does not know", () => {
    const { query, ignored } = readDecisionsQuery({ standing: "eternal", kind: "accept", page: "3", colour: "red" });
    expect(decisionsHref(query, { standing: "widened" })).toBe("/decisions?standing=widened&kind=accept");
    expect(ignored).toEqual([
      { name: "standing", value: "eternal" },
      { name: "colour", value: "red" },
    ]);
  });
});

describe("the kinds of decisions", () => {
  it("are each in one group, and each decided by one form", () => {
    expect(DECISION_GROUPS.flatMap((group) => GROUP_FACTS[group].kinds).sort()).toEqual([...DECISION_KINDS].sort());
    const made = DECIDE_ACTS.flatMap((act) => (["pass", "fail"] as const).map((says) => kindOf(act, says)));
    expect([...new Set(made)].sort()).toEqual([...DECISION_KINDS].sort());
    for (const act of DECIDE_ACTS) expect(actOf(kindOf(act, "fail"))).toBe(act);
  });
});
