import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/findings.csv/route";
import { LEVELS } from "@/lib/bench/report";
import { UNMAPPED_SECTION } from "@/lib/catalogue/finding-subject";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import { exportFindings, listByChange, listByControl, listByHost, listByTarget } from "@/lib/data/finding-explorer";
import { getFindingScope } from "@/lib/data/finding-scope";
import { listFindings } from "@/lib/data/findings";
import { countLate } from "@/lib/data/late-findings";
import { countControls, countFacets } from "@/lib/hardening/finding-counts";
import { ALL_FINDINGS, type FindingFilter, filterParams, readFindingFilter } from "@/lib/hardening/finding-filter";
import { LATE_STANDINGS, standing, targetOf } from "@/lib/hardening/service-levels";
import { FINDING_STATES } from "@/lib/hardening/states";
import { groupBy } from "@/lib/shared/group-by";
import { filterReader } from "@/lib/shared/read-filters";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { call, tokenFor } from "../support/api";
import { useDatabase } from "../support/database";
import { person } from "../support/viewers";
import { seedFleet } from "./seed";

useDatabase();

const viewer = person("viewer");
let token = "";

beforeAll(async () => {
  await seedFleet();
  token = await tokenFor("read");
});

const some = <T>(values: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), { nil: null, freq: 2 });

const anyFilter: fc.Arbitrary<FindingFilter> = fc.record({
  states: fc.oneof(
    fc.constantFrom("failing" as const, "all" as const),
    fc.uniqueArray(fc.constantFrom(...FINDING_STATES), { minLength: 1 }),
  ),
  levels: some(LEVELS),
  stride: some(STRIDE_LETTERS),
  primary: some(STRIDE_LETTERS),
  severities: some(SEVERITIES),
  sections: some(["1", "2", "5", UNMAPPED_SECTION]),
  controls: fc.option(fc.constantFrom(["live-restore"], ["container-user", "live-restore"]), { nil: null, freq: 8 }),
  q: fc.option(fc.constantFrom("2.1", "daemon", "hatch closed", "nothing says this"), { nil: null, freq: 5 }),
  hosts: some(["web-01", "db,01", "gone-01", "nobody"]),
  environments: fc.option(fc.constantFrom(["prod"], ["test, lab"]), { nil: null, freq: 4 }),
  labels: fc.option(fc.constantFrom(["we"], ["all"]), { nil: null, freq: 4 }),
  assignee: fc.option(fc.constantFrom("none", "me", "ada@example.org"), { nil: null, freq: 4 }),
  sla: some(LATE_STANDINGS),
});

const paramsOf = (filter: FindingFilter): string =>
  new URLSearchParams(filterParams(filter).map(([name, value]) => [name, value])).toString();

/** Records of a file whose cells hold line ends. */
const recordsIn = (csv: string): number => csv.replace(/"(?:[^"]|"")*"/g, "").split("\r\n").length - 2;

async function pagesOf<T>(read: (number: number) => Promise<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let number = 1; ; number += 1) {
    const page = await read(number);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

describe("numbers of the explorer", () => {
  it("are the rows they lead to, in every list and in the file", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        const scope = await getFindingScope(viewer, filter);
        const { total } = countFacets(scope.rows, scope.subjects, filter);
        const controls = countControls(scope.rows, scope.subjects, filter, "severity");
        expect(controls.reduce((sum, { findings }) => sum + findings, 0)).toBe(total);
        const byControl = await pagesOf((number) => listByControl(viewer, scope, controls, { number, size: 17 }));
        const ids = byControl.map(({ id }) => id);
        expect(ids.length).toBe(total);
        expect(new Set(ids).size).toBe(total);
        expect([...new Set(byControl.map(({ key }) => key))]).toEqual(controls.map(({ subject }) => subject.key));
        const byChange = await pagesOf((number) => listByChange(viewer, scope, { number, size: 40 }));
        expect(byChange.map(({ id }) => id).sort()).toEqual(ids.sort());
        const byTarget = await pagesOf((number) => listByTarget(viewer, scope, { number, size: 40 }));
        expect(byTarget.map(({ id }) => id).sort()).toEqual(ids.sort());
        const targets = byTarget.map((finding) => targetOf(finding, scope.clock.levels)?.getTime() ?? Number.POSITIVE_INFINITY);
        expect(targets).toEqual([...targets].sort((a, b) => a - b));
        if (filter.sla !== null) {
          const asked: readonly string[] = filter.sla;
          for (const finding of byControl) expect(asked).toContain(standing(finding, scope.clock));
        }
        const hosts = await pagesOf(async (number) => (await listByHost(viewer, scope, "worst", { number, size: 2 })).items);
        expect(new Map(hosts.map(({ host, findings }) => [host, findings]))).toEqual(
          new Map([...groupBy(byControl, ({ host }) => host)].map(([host, own]) => [host, own.length])),
        );
        for (const { findings, states } of [...hosts, ...controls]) expect([...states.values()].reduce((a, b) => a + b, 0)).toBe(findings);
        expect((await listFindings(viewer, filter, { cursor: null, limit: 1_000 })).items.length).toBe(total);
        // A token's viewer is nobody's "me" too.
        const csv = await (await call(GET, `/findings.csv?${paramsOf(filter)}`, { token })).text();
        expect(recordsIn(csv)).toBe(total);
      }),
      { numRuns: 60 },
    );
  });

  it("of facets are what choosing the option leads to", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        const scope = await getFindingScope(viewer, filter);
        const facets = countFacets(scope.rows, scope.subjects, filter);
        const late = await countLate(viewer, scope);
        const choices: [number, Partial<FindingFilter>][] = [
          ...[...facets.states].map(([state, count]): [number, Partial<FindingFilter>] => [count, { states: [state] }]),
          ...[...facets.levels].map(([level, count]): [number, Partial<FindingFilter>] => [count, { levels: [level] }]),
          ...[...facets.stride].map(([letter, count]): [number, Partial<FindingFilter>] => [count, { stride: [letter] }]),
          ...[...facets.severities].map(([severity, count]): [number, Partial<FindingFilter>] => [count, { severities: [severity] }]),
          ...[...facets.sections].map(([section, count]): [number, Partial<FindingFilter>] => [count, { sections: [section] }]),
          ...LATE_STANDINGS.map((one): [number, Partial<FindingFilter>] => [late[one], { sla: [one] }]),
          [facets.without.states, { states: "all" }],
          [facets.without.levels, { levels: null }],
          [facets.without.stride, { stride: null }],
          [facets.without.primary, { primary: null }],
          [facets.without.severities, { severities: null }],
          [facets.without.sections, { sections: null }],
          [facets.without.controls, { controls: null }],
          [facets.without.q, { q: null }],
        ];
        for (const [count, change] of choices) {
          const rows = await listFindings(viewer, { ...filter, ...change }, { cursor: null, limit: 1_000 }, scope.clock.now);
          expect(rows.items.length).toBe(count);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("leave out retired hosts, and count what no catalogue knows apart", async () => {
    const scope = await getFindingScope(viewer, ALL_FINDINGS);
    const facets = countFacets(scope.rows, scope.subjects, ALL_FINDINGS);
    expect((await listByHost(viewer, scope, "host", { number: 1, size: 50 })).items.map(({ host }) => host)).toEqual([
      "db,01",
      "edge-01",
      "old-01",
      "web-01",
      "web-02",
    ]);
    expect(facets.sections.get(UNMAPPED_SECTION)).toBe(1);
    const named = { ...ALL_FINDINGS, q: "HATCH closed" };
    const [finding] = (await listFindings(viewer, named, { cursor: null, limit: 10 })).items;
    expect(finding).toMatchObject({ host: "edge-01", title: "Ensure the hatch is closed", stride: [], control: null });
  });

  it("find a control by its number of any edition", async () => {
    const keys = async (q: string) =>
      new Set((await listFindings(viewer, { ...ALL_FINDINGS, q }, { cursor: null, limit: 100 })).items.map(({ key }) => key));
    expect(await keys("2.15")).toContain("live-restore");
    expect(await keys("2.13")).toContain("live-restore");
  });
});

describe("the address of a filter", () => {
  it("says what the filter says", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const params = new URLSearchParams(paramsOf(filter));
        const given = Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
        const reader = filterReader(given);
        const read = readFindingFilter(reader);
        expect(filterParams(read)).toEqual(filterParams({ ...filter, states: read.states }));
        expect(reader.ignored()).toEqual([]);
      }),
    );
  });
});

describe("the file", () => {
  it("is written page by page and can be left at any time", async () => {
    const pages = exportFindings(viewer, await getFindingScope(viewer, ALL_FINDINGS));
    const first = await pages.next();
    expect(first.done).toBe(false);
    await pages.return(undefined);
    expect((await pages.next()).done).toBe(true);
  });

  it("begins so that Excel reads it as UTF-8, and needs a viewer", async () => {
    const answer = await call(GET, "/findings.csv?host=web-01", { token });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="findings.csv"');
    const [head, first] = new TextDecoder().decode(bytes).split("\r\n");
    expect(head).toBe(
      "host,environment,control,number,title,section,severity,stride,state,level,outcome,items,since,first seen,assignee,due,target,service level,scan,line",
    );
    expect(first).toMatch(/^web-01,prod,/);
    expect((await call(GET, "/findings.csv")).status).toBe(401);
    expect((await call(GET, "/findings.csv", { token: await tokenFor("scans:write") })).status).toBe(403);
  });
});
