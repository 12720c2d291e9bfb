import { describe, expect, it } from "vitest";
import { drawnDiagram, partsOf } from "@/app/(dashboard)/threats/[model]/diagram-rows";
import { modelHref, readModelQuery } from "@/app/(dashboard)/threats/[model]/model-query";
import { boardColumns, isOpen, type Standing, sortedRows, threatRows } from "@/app/(dashboard)/threats/[model]/model-rows";
import { type Exposure, type ExposureCounts, NO_EXPOSURES } from "@/lib/threats/exposure-words";
import type { Flow, ModelElement } from "@/lib/threats/threat-model";
import { link, modelOf, threat } from "./model-fixture";

const box = { x: 0, y: 0, width: 100, height: 50 };
const element = (id: string, more: Partial<ModelElement> = {}): ModelElement => ({
  ...{ id, kind: "process", name: id, description: "", diagram: "main", boundary: null, outOfScope: null, box },
  ...more,
});
const flow = (id: string, name: string, from: string, to: Flow["to"], more: Partial<Flow> = {}): Flow => ({
  ...{ id, name, description: "", diagram: "main", from: { element: from }, to, via: [], bidirectional: false, protocol: "" },
  ...{ encrypted: null, publicNetwork: null, outOfScope: null },
  ...more,
});

const MODEL = modelOf(
  "Engine",
  [
    threat("exhaustion", { stride: "D", controls: [link("memory-limit"), link("log-level", "supporting")], elements: ["daemon", "pull"] }),
    threat("breakout", { stride: "E", likelihood: "low", impact: "very_high", controls: [link("userns-remap")], elements: ["daemon"] }),
    threat("theft", {
      stride: "T",
      likelihood: "high",
      elements: ["wall"],
      stated: { status: "Mitigated", severity: "High", type: "Tampering" },
    }),
    threat("linking", { stride: null }),
  ],
  {
    prefix: "X",
    diagrams: [
      { id: "main", title: "Main", description: "", method: "STRIDE" },
      { id: "other", title: "Other", description: "", method: "STRIDE" },
    ],
    elements: [element("daemon"), element("registry", { kind: "actor", outOfScope: "Not ours" }), element("far", { diagram: "other" })],
    flows: [
      flow("pull", "image pull", "registry", { element: "daemon" }),
      flow("hum", "", "daemon", { point: { x: 0, y: 0 } }, { bidirectional: true }),
    ],
    boundaries: [
      { id: "wall", name: "Wall", description: "", diagram: "main", parent: null, trust: null, shape: { kind: "box", box } },
      { id: "fence", name: "Fence", description: "", diagram: "main", parent: null, trust: null, shape: { kind: "box", box } },
    ],
  },
);

const counts = (some: Partial<Record<Exposure, number>>): ExposureCounts => ({ ...NO_EXPOSURES, ...some });
const STANDING: Standing = {
  hosts: 3,
  counts: new Map([
    ["exhaustion", counts({ unmitigated: 1, mitigated: 2 })],
    ["breakout", counts({ unmitigated: 2, stale: 1 })],
    ["theft", counts({ manual: 3 })],
  ]),
};
const ALL = { stride: null, element: null, host: null } as const;
const rows = threatRows(MODEL, STANDING, ALL);
const slugs = (some: readonly { readonly slug: string }[]): string[] => some.map(({ slug }) => slug);

describe("the address of a model", () => {
  it("says what is shown, and is read back as it was written", () => {
    const query = { view: "table", host: "web-01", stride: "E", element: "pull", diagram: "other", sort: "impact" } as const;
    const href = modelHref("engine", query);
    expect(href).toBe("/threats/engine?view=table&host=web-01&stride=E&element=pull&diagram=other&sort=impact");
    const params = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    expect(readModelQuery(params, MODEL)).toEqual({ query, ignored: [] });
    expect(modelHref("engine", { view: "board", sort: "exposure" })).toBe("/threats/engine");
  });

  it("names what the model does not have, and shows the rest", () => {
    const read = readModelQuery(
      { view: "cube", stride: "X", element: "nothing", diagram: "wall", sort: "size", page: "2", host: "a" },
      MODEL,
    );
    expect(read.query).toEqual({ view: "board", host: "a", stride: null, element: null, diagram: null, sort: "exposure" });
    expect(read.ignored.map(({ name }) => name)).toEqual(["view", "stride", "element", "diagram", "sort", "page"]);
  });
});

describe("the rows of a model", () => {
  it("say how each threat stands, and what a file claims beside it", () => {
    expect(rows[0]).toEqual({
      ...{ ref: "X-D1", slug: "exhaustion", href: "/threats/engine/exhaustion", title: "exhaustion", letter: "D", hosts: 3 },
      ...{ counts: counts({ unmitigated: 1, mitigated: 2 }), required: 1, supporting: 1, uncovered: false, stated: null },
      ...{ likelihood: null, impact: null },
    });
    expect(rows[2]).toMatchObject({ uncovered: true, stated: "Mitigated", counts: counts({ manual: 3 }) });
    expect(rows[3]).toMatchObject({ ref: "X-?4", counts: NO_EXPOSURES });
    expect(slugs(rows.filter(isOpen))).toEqual(["exhaustion", "breakout"]);
  });

  it("are narrowed by letter, by part of the diagram and to a host", () => {
    expect(slugs(threatRows(MODEL, STANDING, { ...ALL, stride: "E" }))).toEqual(["breakout"]);
    expect(slugs(threatRows(MODEL, STANDING, { ...ALL, element: "daemon" }))).toEqual(["exhaustion", "breakout"]);
    expect(slugs(threatRows(MODEL, STANDING, { ...ALL, element: "pull" }))).toEqual(["exhaustion"]);
    expect(threatRows(MODEL, STANDING, { ...ALL, host: "web 01" })[0]?.href).toBe("/threats/engine/exhaustion?host=web%2001");
  });

  it("stand under S to E, then under none; a filter for a letter leaves its column", () => {
    const told = boardColumns(rows, null).map(({ letter, threats }) => `${letter}: ${slugs(threats).join()}`);
    expect(told).toEqual(["S: ", "T: theft", "R: ", "I: ", "D: exhaustion", "E: breakout", "null: linking"]);
    expect(boardColumns(rows, "E").map(({ letter }) => letter)).toEqual(["E"]);
  });

  it("are sorted by what needs somebody first, by name, and by rating with the unrated last", () => {
    expect(slugs(sortedRows(rows, "exposure"))).toEqual(["breakout", "exhaustion", "theft", "linking"]);
    expect(slugs(sortedRows(rows, "ref"))).toEqual(["linking", "exhaustion", "breakout", "theft"]);
    expect(slugs(sortedRows(rows, "title"))).toEqual(["breakout", "exhaustion", "linking", "theft"]);
    expect(slugs(sortedRows(rows, "likelihood"))).toEqual(["theft", "breakout", "exhaustion", "linking"]);
    expect(slugs(sortedRows(rows, "impact"))).toEqual(["breakout", "exhaustion", "theft", "linking"]);
  });
});

describe("the diagram of a model", () => {
  const parts = partsOf(MODEL, "main");
  const { badges, list } = drawnDiagram(MODEL, parts, rows, (id) => `#${id}`);

  it("counts the open threats on each part that a threat is linked with", () => {
    expect(Object.fromEntries(badges)).toEqual({
      daemon: { open: 2, assessed: 2, href: "#daemon" },
      pull: { open: 1, assessed: 1, href: "#pull" },
      wall: { open: 0, assessed: 0, href: "#wall" },
    });
  });

  it("is told again as a list, most open threats first, flows by their ends, boundaries only where a threat is linked", () => {
    expect(
      list.map(({ name, kind, open, threats, href, outOfScope }) => [
        name,
        kind,
        open,
        threats.map(({ ref }) => ref).join(),
        href,
        outOfScope,
      ]),
    ).toEqual([
      ["daemon", "process", 2, "X-E2,X-D1", "#daemon", false],
      ["registry to daemon: image pull", "flow", 1, "X-D1", "#pull", false],
      ["Wall", "boundary", 0, "X-T3", "#wall", false],
      ["registry", "actor", 0, "", null, true],
      ["daemon to and from a loose end", "flow", 0, "", null, false],
    ]);
  });

  it("draws only what is on it", () => {
    expect(partsOf(MODEL, "other")).toEqual({ elements: [MODEL.elements[2]], boundaries: [], flows: [], notes: [] });
  });
});
