import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_LABEL, MOST_LABELS, normaliseLabel, readLabels } from "@/lib/tasks/task-labels";

describe("labels", () => {
  it.each([
    ["Edge  Hosts", "edge-hosts"],
    ["edge-hosts", "edge-hosts"],
    [" -PCI_DSS 4.0- ", "pci_dss-4.0"],
    ["Ｑ３", "q3"],
    ["a\u0000b\u200bc", "a-b-c"],
    ["große Wäsche", "große-wäsche"],
    [" , - ", ""],
  ])("%j is written %j", (typed, written) => {
    expect(normaliseLabel(typed)).toBe(written);
  });

  it("are each kept once, sorted, from a text or a list", () => {
    expect(readLabels("Q3, edge hosts ,q3,,")).toEqual({ ok: true, value: ["edge-hosts", "q3"] });
    expect(readLabels(["Q3", "EDGE hosts"])).toEqual({ ok: true, value: ["edge-hosts", "q3"] });
    expect(readLabels("")).toEqual({ ok: true, value: [] });
  });

  it("are neither too many nor too long", () => {
    const many = Array.from({ length: MOST_LABELS + 1 }, (_, index) => `l${index}`);
    expect(readLabels(many)).toEqual({ ok: false, error: "A task has at most 10 labels; these are 11." });
    const long = "x".repeat(LONGEST_LABEL + 1);
    expect(readLabels(long)).toEqual({ ok: false, error: `A label has at most 40 characters; "${"x".repeat(20)}…" has 41.` });
  });

  it("are written the same when they are read again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const once = normaliseLabel(text);
        expect(normaliseLabel(once)).toBe(once);
        expect(once).not.toMatch(/[\s,]|^-|-$|--/);
      }),
    );
  });
});
