import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ComparisonEntry, compareSides, type HostComparison } from "@/lib/hardening/host-comparison";
import { aScan } from "./any-history";
import { emptyPass, fail, info, manual, pass, scanAt, unassessable } from "./history-builder";

const keysOf = ({ classes }: HostComparison) =>
  Object.fromEntries(Object.entries(classes).map(([name, entries]) => [name, entries.map(({ key }) => key)]));

const A = scanAt(1, [
  fail("only-a", ["x"]),
  pass("only-b"),
  fail("same", ["a", "b"]),
  fail("items", ["a", "b", "c"]),
  pass("both-pass"),
  fail("a-decides", ["x"]),
  pass("a-alone"),
  manual("note"),
  emptyPass("proves-nothing"),
]);
const B = scanAt(2, [
  pass("only-a"),
  fail("only-b"),
  fail("same", ["b", "a"]),
  fail("items", ["b", "z"]),
  pass("both-pass"),
  unassessable("a-decides"),
  fail("b-alone"),
  info("note"),
]);

describe("two sides", () => {
  const comparison = compareSides(A, B);

  it("are compared by control in exclusive classes", () => {
    expect(keysOf(comparison)).toEqual({
      failsOnlyA: ["only-a"],
      failsOnlyB: ["only-b"],
      otherItems: ["items"],
      failsOnBoth: ["same"],
      assessedOnlyA: ["a-decides", "a-alone"],
      assessedOnlyB: ["b-alone"],
    });
    expect([comparison.passOnBoth, comparison.undecided]).toEqual([1, 2]);
  });

  it("give whole entries", () => {
    expect(comparison.classes.otherItems).toEqual([
      {
        key: "items",
        control: "items",
        title: "Ensure items",
        a: { level: "WARN", outcome: "fail", number: "5.1" },
        b: { level: "WARN", outcome: "fail", number: "5.1" },
        itemsOnlyA: ["a", "c"],
        itemsOnlyB: ["z"],
        itemsBoth: ["b"],
      } satisfies ComparisonEntry,
    ]);
    expect(comparison.classes.assessedOnlyA[0]).toMatchObject({ itemsOnlyA: ["x"], b: { level: "INFO", outcome: "info" } });
    expect(comparison.classes.assessedOnlyB[0]).toMatchObject({ a: null });
  });

  it("are turned round by swapping them, and lose no control", () => {
    fc.assert(
      fc.property(aScan, aScan, (one, other) => {
        const forth = compareSides(one, other);
        const back = compareSides(other, one);
        const sorted = (entries: readonly ComparisonEntry[]) => entries.map(({ key }) => key).sort();
        const { classes } = forth;
        expect(sorted(back.classes.failsOnlyA)).toEqual(sorted(classes.failsOnlyB));
        expect(sorted(back.classes.assessedOnlyA)).toEqual(sorted(classes.assessedOnlyB));
        expect(sorted(back.classes.otherItems)).toEqual(sorted(classes.otherItems));
        expect([back.passOnBoth, back.undecided]).toEqual([forth.passOnBoth, forth.undecided]);
        const all = Object.values(classes).flat();
        const keys = new Set([...one.observations, ...other.observations].map(({ key }) => key));
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        expect(all.length + forth.passOnBoth + forth.undecided).toBe(keys.size);
      }),
      { numRuns: 500 },
    );
  });

  it("have no difference from themselves", () => {
    expect(keysOf(compareSides(A, A))).toMatchObject({
      failsOnlyA: [],
      failsOnlyB: [],
      otherItems: [],
      assessedOnlyA: [],
      assessedOnlyB: [],
    });
  });
});
