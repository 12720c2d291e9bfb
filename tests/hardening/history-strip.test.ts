import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editionChanges, editionRuns, type StripRow, stripRows } from "@/lib/hardening/history-strip";
import { aScan } from "./any-history";
import { fail, info, manual, pass, scanAt } from "./history-builder";

/** "▲✓·": a row as it is seen; what changed is in brackets. */
const drawn = ({ cells }: StripRow): string =>
  cells
    .map((cell) => {
      if (cell === null) return "·";
      const glyph = { fail: "▲", pass: "✓", info: "i", manual: "✎" }[cell.outcome];
      return cell.changed ? `[${glyph}]` : glyph;
    })
    .join("");

describe("the strip plot of a host", () => {
  it("has the checks whose outcome changed, what changed last first, then by number", () => {
    const scans = [
      scanAt(1, [
        fail("early", [], { number: "2.10" }),
        fail("same"),
        pass("late", { number: "5.1" }),
        fail("also-late", [], { number: "2.9" }),
      ]),
      scanAt(2, [
        pass("early", { number: "2.10" }),
        fail("same"),
        pass("late", { number: "5.1" }),
        fail("also-late", [], { number: "2.9" }),
      ]),
      scanAt(3, [pass("early", { number: "2.11" }), fail("same"), manual("late"), pass("also-late", { number: "2.9" })]),
    ];
    expect(stripRows(scans).map((row) => [row.key, row.number, drawn(row)])).toEqual([
      ["also-late", "2.9", "▲▲[✓]"],
      ["late", "5.1", "✓✓[✎]"],
      ["early", "2.11", "▲[✓]✓"],
    ]);
  });

  it("takes a scan that skips a check for no change, and compares across it", () => {
    const scans = [scanAt(1, [fail("c"), pass("d")]), scanAt(2, [pass("x")]), scanAt(3, [pass("c"), pass("d")]), scanAt(4, [info("c")])];
    expect(stripRows(scans).map((row) => [row.key, drawn(row)])).toEqual([["c", "▲·[✓][i]"]]);
  });

  it("has no row for items that come and go while the check fails", () => {
    expect(stripRows([scanAt(1, [fail("c", ["a"])]), scanAt(2, [fail("c", ["b"])])])).toEqual([]);
    expect(stripRows([])).toEqual([]);
  });

  it("holds for any scans: one cell per scan, and a row exactly where two outcomes differ", () => {
    fc.assert(
      fc.property(fc.array(aScan, { maxLength: 8 }), (scans) => {
        const rows = new Map(stripRows(scans).map((row) => [row.key, row]));
        for (const key of ["ssh", "icc", "logs"]) {
          const printed = scans.map(({ observations }) => observations.find((one) => one.key === key)?.outcome ?? null);
          const changes = new Set(printed.filter((outcome) => outcome !== null)).size > 1;
          expect(rows.has(key)).toBe(changes);
          if (changes) expect(rows.get(key)?.cells.map((cell) => cell?.outcome ?? null)).toEqual(printed);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the editions over the scans of a host", () => {
  const docker = (edition: string | null) => ({ tool: "docker-bench-security", edition });
  const kube = { tool: "kube-bench", edition: "cis-1.23" };

  it("stand over their scans", () => {
    expect(editionRuns([docker("v1.3.5"), docker("v1.3.5"), docker("v1.6.1"), kube])).toEqual([
      { ...docker("v1.3.5"), scans: 2 },
      { ...docker("v1.6.1"), scans: 1 },
      { ...kube, scans: 1 },
    ]);
    expect(editionRuns([])).toEqual([]);
  });

  it("change where the same tool is read with another numbering", () => {
    const scans = [docker("v1.3.5"), kube, docker("v1.3.5"), docker(null), docker("v1.6.1"), kube, docker("v1.6.1")];
    expect(editionChanges(scans)).toEqual([null, null, null, null, "v1.3.5", null, null]);
  });
});
