import { describe, expect, it } from "vitest";
import {
  emptyBecauseOf,
  type Filterable,
  findingsHref,
  matches,
  readFindingQuery,
  UNMAPPED,
} from "@/app/(dashboard)/hosts/[name]/finding-filter";
import { groupFindings, groupRemark } from "@/app/(dashboard)/hosts/[name]/finding-groups";

const finding = (number: string, given: Partial<Filterable> = {}): Filterable => ({
  control: `control-${number}`,
  state: "open",
  level: "WARN",
  stride: ["T", "E"],
  section: number.split(".")[0] ?? null,
  number,
  title: `Ensure ${number} is done`,
  ...given,
});

const NONE = readFindingQuery({}).filter;

describe("readFindingQuery", () => {
  it("shows failing findings unless told", () => {
    expect(readFindingQuery({})).toEqual({
      filter: { states: "failing", levels: null, stride: null, primary: null, section: null, q: null },
      findingId: null,
      ignored: [],
    });
  });

  it("reads every filter and the open finding", () => {
    const params = { state: "accepted,open", level: "WARN,FAIL", stride: "E", primary: "T", section: "5", q: "root", finding: "7" };
    expect(readFindingQuery(params)).toEqual({
      filter: { states: ["open", "accepted"], levels: ["WARN", "FAIL"], stride: ["E"], primary: ["T"], section: "5", q: "root" },
      findingId: 7,
      ignored: [],
    });
  });

  it("takes failing in a list for its states, and all for everything", () => {
    expect(readFindingQuery({ state: "failing,accepted" }).filter.states).toEqual([
      "regressed",
      "open",
      "in_progress",
      "awaiting_verification",
      "accepted",
    ]);
    expect(readFindingQuery({ state: "open,all" }).filter.states).toBe("all");
  });

  it("ignores and names what it does not know", () => {
    expect(readFindingQuery({ state: "closed", finding: "x", group: "host" })).toMatchObject({
      filter: { states: "failing" },
      findingId: null,
      ignored: [
        { name: "state", value: "closed" },
        { name: "finding", value: "x" },
        { name: "group", value: "host" },
      ],
    });
  });

  it("is said again by its own address", () => {
    const { filter } = readFindingQuery({ state: "open,accepted", level: "WARN", primary: "T", q: "a, b & c" });
    const href = findingsHref("web 01", filter, { section: "2" }, 12);
    expect(href).toBe("/hosts/web%2001?state=open,accepted&level=WARN&primary=T&section=2&q=a,%20b%20%26%20c&finding=12");
    const again = readFindingQuery(Object.fromEntries(new URLSearchParams(href.split("?")[1])));
    expect(again).toEqual({ filter: { ...filter, section: "2" }, findingId: 12, ignored: [] });
  });
});

describe("matches", () => {
  it("tells any letter from the primary one", () => {
    const row = finding("5.1", { stride: ["T", "E"] });
    expect(matches(row, { ...NONE, stride: ["E"] })).toBe(true);
    expect(matches(row, { ...NONE, primary: ["E"] })).toBe(false);
    expect(matches(row, { ...NONE, primary: ["T"] })).toBe(true);
    expect(matches(finding("5.1", { stride: [] }), { ...NONE, primary: ["T"] })).toBe(false);
  });

  it("counts failing states, and neither accepted nor hardened ones, as failing", () => {
    const shown = (["regressed", "open", "in_progress", "awaiting_verification", "accepted", "hardened", "needs_review"] as const).filter(
      (state) => matches(finding("1.1", { state }), NONE),
    );
    expect(shown).toEqual(["regressed", "open", "in_progress", "awaiting_verification"]);
  });

  it("looks for text in the title and at the beginning of the number", () => {
    expect(matches(finding("2.15"), { ...NONE, q: "2.1" })).toBe(true);
    expect(matches(finding("5.2.1"), { ...NONE, q: "2.1" })).toBe(true);
    expect(matches(finding("5.2", { title: "Live Restore" }), { ...NONE, q: "live r" })).toBe(true);
    expect(matches(finding("12.1", { title: "x" }), { ...NONE, q: "2.1" })).toBe(false);
  });

  it("puts what no catalogue knows in a section of its own, whatever its number", () => {
    const unmapped = finding("5.77", { control: null });
    expect(matches(unmapped, { ...NONE, section: "5" })).toBe(false);
    expect(matches(unmapped, { ...NONE, section: UNMAPPED })).toBe(true);
  });

  it("has no level for what only people have spoken of", () => {
    expect(matches(finding("1.1", { level: null }), { ...NONE, levels: ["WARN"] })).toBe(false);
  });
});

describe("groupFindings", () => {
  const rows = [
    finding("5.10"),
    finding("5.9"),
    finding("C.1"),
    finding("2.2", { state: "hardened" }),
    finding("2.15", { state: "regressed" }),
    finding("2.9"),
    finding("9.9", { control: null }),
  ];

  it("follows the benchmark: sections and numbers in its order, what regressed first, the unknown last", () => {
    const groups = groupFindings(rows, NONE);
    expect(groups.map(({ section, rows: shown }) => [section, shown.map(({ number }) => number)])).toEqual([
      ["2", ["2.15", "2.9"]],
      ["5", ["5.9", "5.10"]],
      ["C", ["C.1"]],
      [UNMAPPED, ["9.9"]],
    ]);
  });

  it("counts the whole section beside what is shown of it", () => {
    const [second] = groupFindings(rows, NONE);
    expect(second && groupRemark(second)).toBe("2 failing of 3");
    const [hardened] = groupFindings(rows, { ...NONE, states: ["hardened"] });
    expect(hardened && groupRemark(hardened)).toBe("2 failing of 3, 1 shown");
  });
});

describe("emptyBecauseOf", () => {
  it("names the filters that can be dropped, with what would come back", () => {
    const rows = [finding("3.1", { state: "hardened" }), finding("2.1"), finding("2.2")];
    expect(emptyBecauseOf(rows, { ...NONE, section: "3" }).map(({ drop, count }) => [drop, count])).toEqual([
      ["section", 2],
      ["states", 1],
    ]);
    expect(emptyBecauseOf(rows, { ...NONE, section: "3", q: "zzz" })).toEqual([]);
  });
});
