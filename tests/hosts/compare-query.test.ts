import { describe, expect, it } from "vitest";
import { compareHref, readCompareQuery, sideNames } from "@/app/(dashboard)/hosts/compare/compare-query";

const NONE = { a: null, b: null, aOn: null, bOn: null, stride: null, section: null, ticked: 0 };

describe("the address of a comparison", () => {
  it("is read as it was written", () => {
    const query = { ...NONE, a: "web-01", b: "web, two", aOn: "2026-11-01", bOn: "2026-11-15", stride: "D" as const, section: "5" };
    const href = compareHref(query);
    expect(href).toBe("/hosts/compare?a=web-01&b=web,%20two&a_on=2026-11-01&b_on=2026-11-15&stride=D&section=5");
    expect(readCompareQuery(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual({ query, ignored: [] });
  });

  it("takes exactly two ticked hosts, and empty days of its own form", () => {
    expect(readCompareQuery({ host: ["web-01", "web-02"] }).query).toEqual({ ...NONE, a: "web-01", b: "web-02", ticked: 2 });
    expect(readCompareQuery({ host: ["a", "b", "c"] }).query).toEqual({ ...NONE, ticked: 3 });
    expect(readCompareQuery({ a: "x", b: "y", a_on: "", b_on: "" })).toEqual({ query: { ...NONE, a: "x", b: "y" }, ignored: [] });
  });

  it.each([
    ["a_on", "2026-02-30"],
    ["a", "no/host"],
    ["stride", "X"],
    ["foo", "1"],
  ])("names what it does not know: %s=%s", (name, value) => {
    expect(readCompareQuery({ [name]: value })).toEqual({ query: NONE, ignored: [{ name, value }] });
  });

  it("calls the sides by host, by day, or by both", () => {
    const days = { aOn: "2026-11-01", bOn: null };
    expect(sideNames(NONE, "web-01", "web-02")).toEqual(["web-01", "web-02"]);
    expect(sideNames(days, "web-01", "web-01")).toEqual(["1 Nov 2026", "now"]);
    expect(sideNames(days, "web-01", "web-02")).toEqual(["web-01 (1 Nov 2026)", "web-02"]);
  });
});
