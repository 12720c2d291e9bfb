import { describe, expect, it } from "vitest";
import { coverageHref, endOfDay, readCoverageQuery } from "@/app/(dashboard)/threats/coverage/coverage-query";

const NOW = new Date("2026-11-26T08:00:00Z");
const read = (params: Readonly<Record<string, string>>) => readCoverageQuery(params, { models: ["docker", "kubernetes"], now: NOW });
const FIRST = { model: "docker", by: "host", sort: "exposed", env: null, q: null, page: 1, view: "grid", asOf: null };

describe("the address of the heatmap", () => {
  it("shows the first model by host when it says nothing, and is read as it was written", () => {
    expect(read({})).toEqual({ query: FIRST, ignored: [] });
    const { query } = read({ model: "kubernetes", sort: "name", env: "prod", q: "web", view: "table", as_of: "2026-11-12", page: "2" });
    const href = coverageHref(query, { page: query.page });
    expect(href).toBe("/threats/coverage?model=kubernetes&sort=name&env=prod&q=web&as_of=2026-11-12&view=table&page=2");
    expect(read(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual({ query, ignored: [] });
  });

  it.each([
    ["as_of", "2026-11-27"],
    ["as_of", "2026-02-30"],
    ["as_of", "yesterday"],
    ["as_of", "0001-01-01"],
    ["model", "swarm"],
    ["page", "0"],
    ["foo", "1"],
  ])("names what it does not know: %s=%s", (name, value) => {
    expect(read({ [name]: value })).toEqual({ query: FIRST, ignored: [{ name, value }] });
  });

  it("counts all hosts as they are now by element, and names a filter of hosts there", () => {
    expect(read({ by: "element", env: "prod", as_of: "2026-11-12" })).toEqual({
      query: { ...FIRST, by: "element" },
      ignored: [
        { name: "env", value: "prod" },
        { name: "as_of", value: "2026-11-12" },
      ],
    });
  });

  it("means the end of a day, and on this one the present", () => {
    expect(endOfDay("2026-11-12", NOW).toISOString()).toBe("2026-11-12T23:59:59.999Z");
    expect(endOfDay("2026-11-26", NOW)).toEqual(NOW);
  });
});
