import { describe, expect, it } from "vitest";
import { partialFixWords, restWords, whyWords } from "@/components/scans/diff-classes";
import { printedTitle } from "@/components/scans/printed-title";
import { editionLine, editionReason, listWords, sizeWords } from "@/components/scans/scan-words";
import type { DiffClass, DiffEntry } from "@/lib/hardening/diff";

const printed = {
  tool: "docker-bench-security",
  headerVersion: "1.6.0",
  edition: "master-20241021",
  editionCandidates: ["v1.6.1"],
} as const;

describe("the numbering of a scan", () => {
  it("is named with what else fits, and why the header does not decide", () => {
    expect(editionLine(printed)).toBe("docker-bench-security, header 1.6.0, numbering of master-20241021 (also fits v1.6.1)");
    expect(editionReason(printed)).toBe(
      "The header's 1.6.0 does not tell the numbering (master-20241021 and v1.6.1 print the same), so it is told from the numbers and titles of all results.",
    );
  });

  it("is not named where editions disagree", () => {
    const unsure = { ...printed, headerVersion: null, edition: null, editionCandidates: ["v1.6.1", "v1.6.0"] };
    expect(editionLine(unsure)).toBe("docker-bench-security, no version in the header, numbering not identified");
    expect(editionReason(unsure)).toContain("fits v1.6.1 and v1.6.0 equally");
  });

  it("says so when nothing fits", () => {
    expect(editionReason({ ...printed, edition: null, editionCandidates: [] })).toContain("fit no numbering that Bulkhead knows");
  });
});

describe("words", () => {
  it("join lists and cut long ones", () => {
    expect([listWords(["a"]), listWords(["a", "b"]), listWords(["a", "b", "c"]), listWords(["a", "b", "c"], 2)]).toEqual([
      "a",
      "a and b",
      "a, b and c",
      "a, b and 1 more",
    ]);
  });

  it("give sizes", () => {
    expect([sizeWords(1), sizeWords(612), sizeWords(23_456), sizeWords(2_400_000)]).toEqual(["1 byte", "612 bytes", "23 kB", "2.4 MB"]);
  });
});

describe("why an entry of a difference is where it is", () => {
  const pass = { level: "PASS", outcome: "pass" } as const;
  const info = { level: "INFO", outcome: "info" } as const;
  const warn = { level: "WARN", outcome: "fail" } as const;
  const words = (part: Pick<DiffEntry, "from" | "to" | "why">, name: DiffClass): string | null =>
    whyWords({ key: "k", control: "k", id: "1.1", idBefore: "1.1", title: "T", items: [], itemsGained: [], itemsLost: [], ...part }, name);

  it("is said for what newly fails", () => {
    expect(words({ from: pass, to: warn, why: "regressed" }, "newlyFailing")).toBe("It passed before: regressed");
    expect(words({ from: null, to: warn, why: "first" }, "newlyFailing")).toBe("The first scan that printed it");
    expect(words({ from: info, to: warn, why: "first" }, "newlyFailing")).toBe("The first scan that could decide it");
    expect(words({ from: pass, to: warn, why: "scanner_changed" }, "newlyFailing")).toContain("The scanner changed");
  });

  it("names the scanner where the check is new to its numbering, and only what two scans show", () => {
    expect(words({ from: null, to: warn, why: "scanner_changed" }, "newlyFailing")).toBe(
      "The scanner changed: the numbering before does not have this check",
    );
    expect(words({ from: null, to: warn, why: "not_printed" }, "newlyFailing")).toBe("The scan compared with does not print it");
    expect(words({ from: info, to: warn, why: "not_decided" }, "newlyFailing")).toBe("The scan compared with could not decide it");
  });

  it("tells absent from undecided", () => {
    expect(words({ from: warn, to: null, why: null }, "notAssessed")).toBe("Not printed by this scan");
    expect(words({ from: warn, to: null, why: "scanner_changed" }, "notAssessed")).toBe(
      "The scanner changed: the numbering of this scan has no such check",
    );
    expect(words({ from: warn, to: info, why: null }, "notAssessed")).toBe("Printed, but not decided by this scan");
    expect(words({ from: warn, to: pass, why: null }, "fixed")).toBeNull();
  });
});

describe("a fix of a part", () => {
  it("is told with what still fails", () => {
    const items = ["a", "b", "c", "d", "e"];
    const gone = ["f", "g", "h", "i", "j", "k", "l"];
    expect(partialFixWords({ items, itemsGained: [], itemsLost: gone })).toBe("7 of 12 fixed, 5 still failing");
    expect(partialFixWords({ items: ["b", "x"], itemsGained: ["x"], itemsLost: ["a"] })).toBe("1 of 2 fixed, 1 still failing, 1 new");
    expect(partialFixWords({ items: ["a", "x"], itemsGained: ["x"], itemsLost: [] })).toBeNull();
  });
});

describe("what is in no class", () => {
  it("is counted in words", () => {
    expect(restWords({ unchanged: 109, newlyPassing: 0, newlyUndecided: 0 })).toBe(
      "Unchanged 109: passing before and now, or undecided before and now.",
    );
    expect(restWords({ unchanged: 1, newlyPassing: 1, newlyUndecided: 2 })).toBe(
      "Unchanged 1: passing before and now, or undecided before and now. Besides, 1 control passes that did not fail before and 2 controls are new and undecided.",
    );
  });
});

describe("the title of a result", () => {
  it("is as printed without its suffix, or the control's where the format prints none", () => {
    const [asPrinted, own] = ["Ensure live restore is enabled (Scored)", "Ensure live restore is enabled"];
    expect(printedTitle({ title: asPrinted, control: "live-restore" })).toBe(own);
    expect(printedTitle({ title: "", control: "live-restore" })).toBe(own);
    expect(printedTitle({ title: "", control: null })).toBe("Printed without a title");
  });
});
