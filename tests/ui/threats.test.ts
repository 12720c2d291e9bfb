import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CompartmentStrip } from "@/components/threats/compartment-strip";
import { badgeSentence, badgeWords } from "@/components/threats/diagram/diagram-badge";
import { ThreatDiagram } from "@/components/threats/diagram/threat-diagram";
import { exposureVerdict } from "@/components/threats/exposure-verdict";
import { gridMove } from "@/components/threats/grid-move";
import { HeatGridTable } from "@/components/threats/heat-grid-table";
import type { HeatRow } from "@/components/threats/heat-row";
import { HeatTable } from "@/components/threats/heat-table";
import { ThreatBoard } from "@/components/threats/threat-board";
import type { ThreatCardRow } from "@/components/threats/threat-card";
import { ThreatTable } from "@/components/threats/threat-table";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { type ExposureCounts, NO_EXPOSURES } from "@/lib/threats/exposure-words";
import type { HeatCell } from "@/lib/threats/heat";

const counts = (some: Partial<ExposureCounts>): ExposureCounts => ({ ...NO_EXPOSURES, ...some });
const strip = (some: Partial<ExposureCounts>): string => renderToStaticMarkup(createElement(CompartmentStrip, { counts: counts(some) }));
const textOf = (html: string): string => html.replace(/<[^>]+>/g, "");
const GREEN = /cell-outline|tone-green|data-heat="0"|green/;

const threat = (ref: string, some: Partial<ExposureCounts>, more: Partial<ThreatCardRow> = {}): ThreatCardRow => ({
  ...{ ref, slug: ref.toLowerCase(), href: `/t/${ref}`, title: `Title of ${ref}`, counts: counts(some), hosts: 12 },
  ...{ required: 3, supporting: 1, uncovered: false, stated: null, ...more },
});
const board = (letter: "S" | null, ...threats: readonly ThreatCardRow[]): string =>
  renderToStaticMarkup(createElement(ThreatBoard, { columns: [{ letter, threats }] }));

describe("the compartment strip", () => {
  it("draws one cell per host, worst first, and says the numbers", () => {
    const html = strip({ mitigated: 1, unmitigated: 2, accepted: 1, partly: 1, manual: 1, not_assessed: 1, stale: 1 });
    const fills = ["full", "full", "bar", "half", "hatched", "dotted", "dotted", "outline"];
    expect([...html.matchAll(/cell-([a-z]+)/g)].map(([, fill]) => fill)).toEqual(fills);
    expect(html).toContain('aria-label="2 unmitigated, 1 accepted, 1 partly, 1 stale, 1 manual, 1 not assessed, 1 mitigated of 8 hosts"');
  });

  it("becomes one bar with its numbers in words above 24 hosts", () => {
    expect(strip({ unmitigated: 24 }).match(/<i /g)).toHaveLength(24);
    const html = strip({ unmitigated: 20, mitigated: 5 });
    expect(html).toMatch(/cell-full" style="flex-grow:20"><\/i><i class="cell cell-outline" style="flex-grow:5"/);
    expect(textOf(html)).toBe("20 unmitigated, 5 mitigated of 25 hosts");
  });

  it("is hatched and says so while no host is under the model; green needs evidence", () => {
    expect(textOf(strip({}))).toBe("No evidence yet");
    expect(strip({})).toContain("hatch");
    for (const some of [{}, { not_assessed: 12 }, { manual: 3 }, { stale: 2, not_assessed: 30 }]) expect(strip(some)).not.toMatch(GREEN);
  });
});

it("names the worst exposure of the hosts assessed, and leaves stale hosts out of the denominator", () => {
  const verdict = (some: Partial<ExposureCounts>) => exposureVerdict(counts(some));
  expect(verdict({ unmitigated: 9, mitigated: 1, stale: 2 })).toEqual({
    exposure: "unmitigated",
    hosts: 9,
    of: 10,
    ofWhat: "hosts assessed",
  });
  expect(verdict({ stale: 2, mitigated: 10 })).toEqual({ exposure: "stale", hosts: 2, of: 12, ofWhat: "hosts" });
  expect(verdict({})).toBeNull();
});

describe("the threat board", () => {
  it("sorts by hosts exposed, counts what is open of all, and gives each verdict its denominator", () => {
    const html = board(
      "S",
      threat("D-S1", { unmitigated: 2, mitigated: 8 }),
      threat("D-S3", { mitigated: 3 }),
      threat("D-S2", { unmitigated: 9, partly: 1, stale: 2 }),
    );
    expect([...html.matchAll(/href="\/t\/([^"]+)"/g)].map(([, ref]) => ref)).toEqual(["D-S2", "D-S1", "D-S3"]);
    expect(html).toContain("2 of 3 open");
    const verdicts = [...html.matchAll(/(Unmitigated|Mitigated)<span class="lg:sr-only">([^<]+)<\/span><span class="sr-only">([^<]+)/g)];
    expect(verdicts.map(([, ...words]) => words.join(""))).toEqual([
      "Unmitigated on 9 of 10 hosts assessed",
      "Unmitigated on 2 of 10 hosts assessed",
      "Mitigated on 3 of 3 hosts assessed",
    ]);
  });

  it("shows nothing in green that no evidence shows, whatever a file claims", () => {
    const html = board(
      "S",
      threat("D-S1", {}, { stated: "Mitigated" }),
      threat("D-S2", { manual: 4 }, { uncovered: true }),
      threat("D-S3", { not_assessed: 2 }),
    );
    expect(html).not.toMatch(GREEN);
    expect(html).toContain("The file says: Mitigated");
    expect(html).toContain("No check covers this");
  });

  it("has a column without a letter only when there is something in it", () => {
    expect(board(null)).not.toContain("No STRIDE category");
    expect(board(null, threat("X-?1", {}))).toContain('aria-label="No STRIDE category"');
  });
});

it("lists threats with their counts in words, and rates only what somebody rated", () => {
  const row = {
    ...threat("D-S1", { unmitigated: 2, mitigated: 8, stale: 2 }),
    letter: "S",
    likelihood: "very_high",
    impact: null,
  } as const;
  const cells = [
    ...renderToStaticMarkup(createElement(ThreatTable, { threats: [row], empty: null })).matchAll(
      /<t[hd] role="(?:cell|rowheader)".*?<\/t[hd]>/g,
    ),
  ];
  expect(cells.map(([cell]) => textOf(cell))).toEqual([
    ...["D-S1", "S", "Title of D-S1", "Unmitigated on 2 of 10 hosts assessed2 unmitigated, 2 stale, 8 mitigated of 12 hosts"],
    ...["3 required1 supporting", "Likelihood Very high", "Impact Not rated"],
  ]);
});

const counted = (unmitigated: number, assessed: number): HeatCell => ({ kind: "counted", unmitigated, assessed, href: "/c" });
const heatRow = (name: string, cell: HeatCell): HeatRow => ({
  ...{ key: name, name, href: `/hosts/${name}`, remark: null, all: cell, nextFix: { number: "4.5", title: "Content trust", href: "/f" } },
  cells: { S: cell, T: cell, R: cell, I: cell, D: cell, E: cell },
});
const heat = (rows: readonly HeatRow[], at: { row: number; column: number } | null = null): string =>
  renderToStaticMarkup(createElement(HeatGridTable, { label: "STRIDE by host", rowHeading: "Host", rows, at }));

describe("the heatmap", () => {
  const rows = [heatRow("web-01", counted(3, 11)), heatRow("web-02", { kind: "out" })];

  it("has one tab stop once the keys work, and plain links before", () => {
    const keyed = heat(rows, { row: 1, column: 3 });
    expect(keyed).toContain('role="grid"');
    expect([...keyed.matchAll(/data-at="([^"]+)" tabindex="0"/gi)].map(([, place]) => place)).toEqual(["1:3"]);
    expect(keyed.match(/tabindex="-1"/gi)).toHaveLength(2 * 9 - 1);
    expect(heat(rows)).not.toMatch(/tabindex|role="grid"/i);
    expect(heat(rows).match(/<a /g)).toHaveLength(9 + 2);
  });

  it("prints each number with its denominator and the step of its share", () => {
    expect(heat([heatRow("a", counted(3, 11))])).toMatch(
      /<td data-heat="2"><a [^>]+><span aria-hidden="true">3\/11<\/span><span class="sr-only">3 of 11 unmitigated/,
    );
    const table = renderToStaticMarkup(createElement(HeatTable, { label: "STRIDE by host", rowHeading: "Host", rows }));
    expect(table.match(/3 of 11/g)).toHaveLength(STRIDE_LETTERS.length + 1);
  });

  it("is never green without evidence, and says in words why there is no number", () => {
    const cells: readonly HeatCell[] = [
      { kind: "stale", href: "/s" },
      { kind: "no_evidence", href: "/n" },
      { kind: "no_check", href: null },
      { kind: "out" },
      counted(0, 0),
    ];
    const words = cells.map((cell) => {
      const html = heat([heatRow("a", cell)]);
      expect(html).not.toMatch(GREEN);
      return textOf(/<td[^>]*data-at="0:1".*?<\/td>|<td[^>]*><a[^>]*data-at="0:1".*?<\/td>/.exec(html)?.[0] ?? "");
    });
    expect(words).toEqual(["stale", "no evidence", "no check covers this", "–out of scope", "no evidence"]);
  });
});

it("moves in a grid as the ARIA practices have it", () => {
  const size = { rows: 30, columns: 9 };
  const from = (key: string, ctrl = false) => gridMove({ row: 12, column: 4 }, key, ctrl, size);
  expect(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"].map((key) => from(key))).toEqual([
    { row: 11, column: 4 },
    { row: 13, column: 4 },
    { row: 12, column: 3 },
    { row: 12, column: 5 },
    { row: 2, column: 4 },
    { row: 22, column: 4 },
    { row: 12, column: 0 },
    { row: 12, column: 8 },
  ]);
  expect([from("Home", true), from("End", true), from("Enter"), gridMove({ row: 0, column: 0 }, "ArrowUp", false, size)]).toEqual([
    { row: 0, column: 0 },
    { row: 29, column: 8 },
    null,
    { row: 0, column: 0 },
  ]);
});

describe("the diagram", () => {
  const box = { x: 0, y: 0, width: 140, height: 56 };
  const base = { description: "", diagram: "d", boundary: null, outOfScope: null };
  const elements = [
    { ...base, id: "dockerd", kind: "process" as const, name: "dockerd", box },
    { ...base, id: "logs", kind: "store" as const, name: "Logs", box: { ...box, y: 200 } },
    { ...base, id: "cli", kind: "actor" as const, name: "CLI", box: { ...box, y: 400 } },
  ];
  const badges = new Map([
    ["dockerd", { open: 4, assessed: 6, href: "/b" }],
    ["logs", { open: 0, assessed: 0, href: "/n" }],
  ]);
  const parts = { elements, boundaries: [], flows: [], notes: [] };
  const html = renderToStaticMarkup(
    createElement(ThreatDiagram, { title: "Docker", parts, badges, elementHref: (id: string) => `/e/${id}` }),
  );

  it("is a group of links that say what they are and how they stand", () => {
    expect(html).toMatch(/<svg [^>]*role="group"/);
    expect([...html.matchAll(/<a [^>]*aria-label="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      "dockerd, process, 4 threats unmitigated of 6 assessed",
      "dockerd: 4 threats unmitigated of 6 assessed",
      "Logs, data store, no evidence yet",
      "Logs: no evidence yet",
      "CLI, external, no threat linked",
    ]);
  });

  it("has no badge without a linked threat, and a hatched one without evidence", () => {
    expect([...html.matchAll(/data-look="([^"]+)"/g)].map(([, look]) => look)).toEqual(["open", "no_evidence"]);
    expect(html).not.toMatch(GREEN);
  });

  it("says of badges what they count", () => {
    const all = [
      { open: 1, assessed: 2 },
      { open: 0, assessed: 3 },
      { open: 0, assessed: 0 },
    ].map((each) => ({ ...each, href: "/" }));
    expect(all.map(badgeWords)).toEqual(["1 open", "0 of 3 open", "no evidence"]);
    expect(all.map(badgeSentence)).toEqual([
      "1 threat unmitigated of 2 assessed",
      "0 threats unmitigated of 3 assessed",
      "no evidence yet",
    ]);
  });
});
