import { describe, expect, it } from "vitest";
import { historyWords, itemWords } from "@/components/findings/finding-words";
import { groupWorsened } from "@/components/overview/group-worsened";
import { EVENT_KINDS } from "@/lib/hardening/events";

describe("historyWords", () => {
  it("has words for every kind of event", () => {
    const words = EVENT_KINDS.map((kind) => historyWords({ kind, from: "open", to: "open" }));
    expect(words.every((text) => /^[A-Z]/.test(text))).toBe(true);
  });

  it("tells a verified fix from a pass that nobody claimed", () => {
    expect(historyWords({ kind: "passed", from: "awaiting_verification", to: "hardened" })).toBe("Verified: the fix holds");
    expect(historyWords({ kind: "passed", from: "open", to: "hardened" })).toBe("Hardened: it passes");
  });

  it("says how it began", () => {
    expect(historyWords({ kind: "first_seen", from: null, to: "open" })).toBe("Failed when it was first seen");
    expect(historyWords({ kind: "first_seen", from: null, to: "hardened" })).toBe("Passed when it was first seen");
    expect(historyWords({ kind: "first_seen", from: null, to: "accepted" })).toBe("First seen: accepted risk");
  });

  it("falls back to the state for a kind of a newer program", () => {
    expect(historyWords({ kind: "teleported", from: "open", to: "accepted" })).toBe("Accepted risk");
  });
});

describe("itemWords", () => {
  it("names three items and counts the rest", () => {
    expect(itemWords("+", ["a", "b"])).toBe("+ a, b");
    expect(itemWords("−", ["a", "b", "c", "d", "e"])).toBe("− a, b, c and 2 more");
  });
});

describe("groupWorsened", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const worse = (key: string, host: string, day: number, regressed: boolean, owner: string | null = null) => ({
    key,
    number: null,
    title: key,
    host,
    regressed,
    at: at(day),
    owner,
  });

  it("puts the hosts of one check together, regressed ones first, newest first among equals", () => {
    const groups = groupWorsened([
      worse("a", "web-01", 20, false, "Ada"),
      worse("b", "web-01", 19, true),
      worse("a", "web-02", 18, false, "Ben"),
      worse("c", "web-03", 17, true),
      worse("a", "web-04", 16, true),
      worse("a", "web-05", 15, false, "Ada"),
    ]);
    expect(groups.map(({ first, findings, owner }) => [first.key, first.regressed, findings.map(({ host }) => host), owner])).toEqual([
      ["b", true, ["web-01"], null],
      ["c", true, ["web-03"], null],
      ["a", true, ["web-04"], null],
      ["a", false, ["web-01", "web-02", "web-05"], "Ada, Ben"],
    ]);
  });
});
