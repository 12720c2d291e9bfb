import { beforeAll, describe, expect, it } from "vitest";
import { getFindingDetail, listFindingMarks } from "@/lib/data/finding-detail";
import { listHostFindings } from "@/lib/data/findings";
import { ALL_HOSTS, type HostListFilter, listHostsSorted } from "@/lib/data/host-list";
import { getHost, openCount } from "@/lib/data/hosts";
import { getFleetSummary, listWorsened } from "@/lib/data/overview";
import { getPrintedLines } from "@/lib/data/printed-lines";
import { FINDING_STATES, isFailing } from "@/lib/hardening/states";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { person, system } from "../support/viewers";

const NOW = new Date("2026-11-23T12:00:00Z");
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
const FIRST_PAGE = { number: 1, size: 50 };

const names = async (filter: Partial<HostListFilter>, sort: "open" | "name" | "scanned" = "open"): Promise<string[]> =>
  (await listHostsSorted(system, { ...ALL_HOSTS, ...filter }, sort, FIRST_PAGE)).items.map((host) => host.name);

describe("hosts, findings and the fleet", () => {
  useDatabase();

  beforeAll(async () => {
    const log = logBytes("v1.6.1/default5.text");
    const empty = logBytes("v1.6.1/empty.text");
    await upload("web-01", logBytes("v1.6.1/before.text"), { ranAt: daysAgo(60) });
    await upload("web-02", log, { ranAt: daysAgo(30) });
    await upload("web-02", redated(empty, "2026-11-22T12:00:00+00:00"), { ranAt: daysAgo(1) });
    await upload("db_07", logBytes("v1.6.1/hardened.json"), { ranAt: daysAgo(3) });
    await upload("edge-01", empty, { ranAt: daysAgo(20) });
    const worse = redated(log, "2026-11-21T12:00:00+00:00").toString().replace("[PASS] 2.5 ", "[WARN] 2.5 ");
    await upload("edge-01", Buffer.from(worse), { ranAt: daysAgo(2) });
  });

  it("puts most failing findings first, or most of what is filtered for", async () => {
    const open = await listHostsSorted(system, ALL_HOSTS, "open", FIRST_PAGE);
    const counts = open.items.map(openCount);
    expect(open.items.map((host) => host.name)).toEqual(["web-01", "edge-01", "web-02", "db_07"]);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    for (const letter of STRIDE_LETTERS) {
      const list = await listHostsSorted(system, { ...ALL_HOSTS, stride: letter }, "open", FIRST_PAGE);
      const under = list.items.map((host) => host.failing[letter]);
      expect(under).toEqual([...under].sort((a, b) => b - a));
      expect(under.every((count) => count > 0)).toBe(true);
      expect(list.sums.stride).toBe(under.reduce((sum, count) => sum + count, 0));
    }
  });

  it("counts over everything that matches, not only over the page", async () => {
    const whole = await listHostsSorted(system, ALL_HOSTS, "name", FIRST_PAGE);
    const page = await listHostsSorted(system, ALL_HOSTS, "name", { number: 2, size: 1 });
    expect(page.items.map((host) => host.name)).toEqual(["edge-01"]);
    expect({ total: page.total, sums: page.sums }).toEqual({ total: 4, sums: whole.sums });
    expect(whole.sums.failing).toBe(whole.items.reduce((sum, host) => sum + openCount(host), 0));
  });

  it("filters by name without patterns, by state, by silence and by a failing control", async () => {
    expect(await names({ q: "WEB" }, "name")).toEqual(["web-01", "web-02"]);
    expect(await names({ q: "b_0" })).toEqual(["db_07"]);
    expect(await names({ q: "%" })).toEqual([]);
    expect(await names({ state: "regressed" })).toEqual(["edge-01"]);
    expect(await names({ silence: { before: daysAgo(14), silent: true } })).toEqual(["web-01"]);
    expect(await names({ silence: { before: daysAgo(14), silent: false } }, "scanned")).toEqual(["db_07", "edge-01", "web-02"]);
    const withLiveRestore = await names({ control: "live-restore" }, "name");
    expect(withLiveRestore).toEqual(["edge-01", "web-01", "web-02"]);
  });

  it("sums the fleet from the hosts' own rows, which equal a recount", async () => {
    const fleet = await getFleetSummary(system, daysAgo(14));
    const findings = await Promise.all(
      ["web-01", "web-02", "db_07", "edge-01"].map(async (name) => listHostFindings(system, (await getHost(system, name))?.id ?? 0)),
    );
    const rows = findings.flat();
    expect(fleet.hosts).toBe(4);
    expect(fleet.silentHosts).toBe(1);
    expect(fleet.regressedHosts).toBe(1);
    expect(fleet.states).toEqual(
      Object.fromEntries(FINDING_STATES.map((state) => [state, rows.filter((row) => row.state === state).length])),
    );
    expect(fleet.failing).toEqual(
      Object.fromEntries(
        STRIDE_LETTERS.map((letter) => [letter, rows.filter((row) => isFailing(row.state) && row.stride[0] === letter).length]),
      ),
    );
  });

  it("tells what got worse, and never a first scan", async () => {
    const worse = await listWorsened(system, daysAgo(7), 100);
    expect(new Set(worse.map(({ host }) => host))).toEqual(new Set(["edge-01"]));
    expect(worse.filter(({ regressed }) => regressed).map(({ number, at }) => [number, at])).toEqual([["2.5", daysAgo(2)]]);
    // What containers brought along was not there to fail before.
    expect(worse.some(({ key, regressed }) => key === "container-user" && !regressed)).toBe(true);
    expect(await listWorsened(system, daysAgo(1), 100)).toEqual([]);
    expect(await listWorsened(system, null, 2)).toHaveLength(2);
  });

  it("marks what the newest scan did not bear out, and shows the evidence that does", async () => {
    const host = await getHost(system, "web-02");
    const findings = await listHostFindings(system, host?.id ?? 0);
    const marks = await listFindingMarks(system, host?.id ?? 0);
    const of = (key: string) => findings.find((finding) => finding.key === key);
    const [held, absent, confirmed] = [of("container-user"), of("memory-limit"), of("live-restore")];
    expect(marks.get(held?.id ?? 0)).toEqual({ unconfirmed: "undecided", acceptedUntil: null });
    expect(marks.get(absent?.id ?? 0)).toEqual({ unconfirmed: "absent", acceptedUntil: null });
    expect(marks.has(confirmed?.id ?? 0)).toBe(false);
    const detail = absent && (await getFindingDetail(system, absent));
    expect(detail).toMatchObject({ unconfirmed: "absent", evidenceScanId: absent?.scanId, task: null });
    const newest = confirmed && (await getFindingDetail(system, confirmed));
    expect(newest).toMatchObject({ unconfirmed: null, evidenceScanId: host?.latestScanId });
    expect(await getFindingDetail(system, { id: absent?.id ?? 0, hostId: 0 })).toBeNull();
  });

  it("reads lines of the log as the raw view numbers them", async () => {
    const host = await getHost(system, "web-01");
    const lines = logBytes("v1.6.1/before.text").toString().split("\n");
    expect(await getPrintedLines(system, host?.latestScanId ?? 0, 42, 43)).toEqual([
      { line: 42, text: lines[41] },
      { line: 43, text: lines[42] },
    ]);
    expect(await getPrintedLines(system, 999_999, 1, 2)).toEqual([]);
  });

  it("is for every role that reads", async () => {
    await expect(listHostsSorted(person("viewer"), ALL_HOSTS, "open", FIRST_PAGE)).resolves.toMatchObject({ total: 4 });
    await expect(listHostsSorted({ ...system } as typeof system, ALL_HOSTS, "open", FIRST_PAGE)).rejects.toThrow("Sign in first.");
    await expect(getFleetSummary({ ...system } as typeof system, NOW)).rejects.toThrow("Sign in first.");
  });
});
