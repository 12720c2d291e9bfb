import { describe, expect, it } from "vitest";
import { controlsHref, readControlQuery, withoutEach } from "@/app/(dashboard)/controls/control-query";
import { ALL_CONTROLS, matchingControls } from "@/lib/catalogue/control-filter";
import { CONTROLS, getControl } from "@/lib/catalogue/controls";

const slugs = (filter: Partial<typeof ALL_CONTROLS>): string[] => matchingControls({ ...ALL_CONTROLS, ...filter }).map(({ slug }) => slug);

describe("the catalogue, searched", () => {
  it("is whole without a filter, in its own order", () => {
    expect(matchingControls(ALL_CONTROLS)).toEqual(CONTROLS);
  });

  it("finds every control that a number ever stood for", () => {
    const found = slugs({ q: "5.15" });
    expect(found).toEqual(expect.arrayContaining(["on-failure-restart", "restart-policy-always", "host-pid"]));
    for (const slug of found) expect(getControl(slug)?.numbers.map(({ number }) => number)).toContain("5.15");
    expect(slugs({ q: "c.2" })).toEqual(["legacy-registry-v1"]);
  });

  it("finds words in any title a control ever had, all of them, in any order", () => {
    expect(slugs({ q: "restore live" })).toContain("live-restore");
    expect(slugs({ q: "restore nonsense" })).toEqual([]);
  });

  it("keeps to family, letter and severity together", () => {
    for (const control of matchingControls({ ...ALL_CONTROLS, family: "kubernetes", stride: "R", severity: "medium" })) {
      expect(control.family).toBe("kubernetes");
      expect(control.judgement.severity).toBe("medium");
      expect(control.judgement.stride.map(({ letter }) => letter)).toContain("R");
    }
    expect(slugs({ family: "docker" }).length + slugs({ family: "kubernetes" }).length).toBe(CONTROLS.length);
  });
});

describe("the address of the catalogue", () => {
  it("reads what it writes, and names what it does not know", () => {
    const { query, ignored } = readControlQuery({ q: "5.15", stride: "D", severity: "none", page: "2" });
    expect(query).toEqual({ filter: { q: "5.15", family: null, stride: "D", severity: null }, page: 2 });
    expect(ignored).toEqual([{ name: "severity", value: "none" }]);
    expect(controlsHref(query.filter, { stride: null }, 3)).toBe("/controls?q=5.15&page=3");
    expect(withoutEach(query.filter).map(({ name }) => name)).toEqual(["q", "stride"]);
  });
});
