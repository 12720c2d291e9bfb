import { describe, expect, it } from "vitest";
import { itemProgress, scopeOf } from "@/lib/tasks/item-scope";

const web = { key: "web", name: "web" };
const api = { key: "api.1", name: "api.1.k2x9k2x9k2x9k2x9k2x9k2x9k" };
const db = { key: "db", name: "db" };

describe("the items a task is about", () => {
  it("are all of the check when nobody chose", () => {
    expect(scopeOf([web, api], null)).toEqual({ anyItem: true, items: [web, api] });
    expect(scopeOf([], null)).toEqual({ anyItem: true, items: [] });
  });

  it("are those chosen by key, or by a name whose changing parts have changed since", () => {
    expect(scopeOf([web, api, db], ["web"])).toEqual({ anyItem: false, items: [web] });
    expect(scopeOf([web, api, db], ["api.1.aaaaaaaaaaaaaaaaaaaaaaaaa"])).toEqual({ anyItem: false, items: [{ ...api }] });
    // Choosing each by name is not the same as the whole check: a new item is not in it.
    expect(scopeOf([web, db], ["db", "web"])).toEqual({ anyItem: false, items: [web, db] });
  });

  it("are none where nothing that was chosen fails", () => {
    expect(scopeOf([web], ["db"])).toBeNull();
    expect(scopeOf([web], [])).toBeNull();
    expect(scopeOf([], ["web"])).toBeNull();
  });
});

describe("how many of them are fixed", () => {
  it.each([
    { is: "to_do", keys: ["a", "b", "c"], verdict: "open", failing: ["a", "b", "c"], progress: { fixed: 0, of: 3 } },
    { is: "in_progress", keys: ["a", "b", "c"], verdict: "regressed", failing: ["b"], progress: { fixed: 2, of: 3 } },
    // What fails besides is no part of this work.
    { is: "awaiting_verification", keys: ["a", "b"], verdict: "open", failing: ["x", "y", "z"], progress: { fixed: 2, of: 2 } },
    { is: "to_do", keys: [], verdict: "open", failing: ["a"], progress: null },
    { is: "verified", keys: ["a"], verdict: "hardened", failing: [], progress: { fixed: 1, of: 1 } },
    // Named no more, because nothing was decided, is not fixed.
    { is: "to_do", keys: ["a"], verdict: "needs_review", failing: [], progress: { fixed: 0, of: 1 } },
    { is: "to_do", keys: ["a"], verdict: null, failing: [], progress: { fixed: 0, of: 1 } },
  ] as const)("is counted from what failed at the beginning: $is, $keys, $failing", ({ is, keys, verdict, failing, progress }) => {
    expect(itemProgress({ status: is, keys, verdict, failing })).toEqual(progress);
  });
});
