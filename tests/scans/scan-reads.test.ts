import { describe, expect, it } from "vitest";
import { makeViewer } from "@/lib/access/viewer";
import { countControlHosts, getUnmappedTitle, listControlHosts } from "@/lib/data/control-hosts";
import { listRawLogs } from "@/lib/data/scan-content";
import { getScanFile } from "@/lib/data/scan-file";
import { getScanNeighbours, listEarlierScans } from "@/lib/data/scan-neighbours";
import { requireScan } from "@/lib/data/scans";
import { AppError } from "@/lib/shared/app-error";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { system } from "../support/viewers";

useDatabase();

/** May upload and must learn nothing else. */
const uploader = makeViewer({ kind: "token", userId: null, name: "ci", role: "engineer", scopes: ["scans:write"], tokenId: 1 });

const scanOf = async (host: string, bytes: Buffer, options: Parameters<typeof upload>[2] = {}): Promise<number> => {
  const { runs } = await upload(host, bytes, options);
  return runs.at(-1)?.scan.id ?? 0;
};

describe("the scans beside a scan", () => {
  it("are those of its host by their own time, whenever they came", async () => {
    const before = logBytes("v1.6.1/before.text");
    const third = await scanOf("web-01", redated(before, "2026-11-03T09:00:00+00:00"));
    const first = await scanOf("web-01", redated(before, "2026-11-01T09:00:00+00:00"));
    const second = await scanOf("web-01", redated(before, "2026-11-02T09:00:00+00:00"));
    await scanOf("web-02", redated(before, "2026-11-02T09:00:00+00:00"));
    expect(await getScanNeighbours(system, second)).toEqual({
      previous: { id: first, ranAt: new Date("2026-11-01T09:00:00Z"), failing: 54, complete: true },
      next: { id: third, ranAt: new Date("2026-11-03T09:00:00Z"), failing: 54, complete: true },
    });
    expect((await getScanNeighbours(system, first)).previous).toBeNull();
    expect((await getScanNeighbours(system, third)).next).toBeNull();
    const earlier = await listEarlierScans(system, third, 1);
    expect({ ids: earlier.items.map(({ id }) => id), total: earlier.total }).toEqual({ ids: [second], total: 2 });
    expect(await listEarlierScans(system, first, 10)).toEqual({ items: [], total: 0 });
  });
});

describe("the file of a scan", () => {
  it("lists all its runs, taken as scans or not, and who else has it", async () => {
    const bytes = logBytes("v1.6.1/default5.twice.log");
    const other = await scanOf("ci-01", bytes);
    const scan = await requireScan(system, await scanOf("ci-02", bytes));
    const [log] = await listRawLogs(system, scan.id);
    if (log === undefined) throw new Error("no log");
    expect(log).toMatchObject({ run: 1, firstLine: 240, via: "api", uploadedBy: "test" });
    expect(await getScanFile(system, { ...log, scanId: scan.id, hostId: scan.hostId })).toEqual({
      runs: [
        { index: 0, firstLine: 1, lastLine: 238, checks: 117, complete: true, scanId: null },
        { index: 1, firstLine: 240, lastLine: 477, checks: 117, complete: true, scanId: scan.id },
      ],
      whole: true,
      elsewhere: [{ scanId: other, host: "ci-01" }],
    });
    const large = await getScanFile(system, { ...log, sizeBytes: 60_000_000, scanId: scan.id, hostId: scan.hostId });
    expect(large).toMatchObject({ whole: false, runs: [{ index: 1, scanId: scan.id, checks: null }] });
  });
});

describe("the hosts of a control", () => {
  it("are all hosts, each where the control stands on it", async () => {
    await scanOf("pass-01", redated(logBytes("v1.6.1/after.text"), "2026-11-02T09:00:00+00:00"));
    const counts = await countControlHosts(system, "live-restore");
    const all = [...counts.values()].reduce((sum, hosts) => sum + hosts, 0);
    const rows = await listControlHosts(system, "live-restore", ["open", "hardened", "regressed", "absent"], { number: 1, size: 500 });
    expect(rows).toHaveLength(all);
    expect(rows.filter(({ state }) => state === "hardened").map(({ host }) => host)).toEqual(["pass-01"]);
    expect(rows.find(({ host }) => host === "web-01")).toMatchObject({
      state: "open",
      level: "WARN",
      assignee: null,
      coveredAt: new Date("2026-11-03T09:00:00Z"),
      latestRanAt: new Date("2026-11-03T09:00:00Z"),
    });
    expect(rows.at(-1)?.host).toBe("pass-01");
    expect(await listControlHosts(system, "live-restore", ["hardened"], { number: 1, size: 500 })).toHaveLength(
      counts.get("hardened") ?? 0,
    );
    expect(await listControlHosts(system, "live-restore", ["open"], { number: 1, size: 2 })).toHaveLength(2);
  });

  it("name the first failing item, and the last scan that covered the control when a newer one did not", async () => {
    await scanOf("edge-01", redated(logBytes("v1.6.1/before.text"), "2026-11-02T09:00:00+00:00"));
    await scanOf("edge-01", redated(logBytes("v1.6.1/empty.text"), "2026-11-05T09:00:00+00:00"));
    const rows = await listControlHosts(system, "container-no-new-privileges", ["open"], { number: 1, size: 500 });
    expect(rows.find(({ host }) => host === "edge-01")).toMatchObject({
      firstItem: "amber-web-01",
      itemCount: 8,
      coveredAt: new Date("2026-11-02T09:00:00Z"),
      latestRanAt: new Date("2026-11-05T09:00:00Z"),
    });
  });

  it("include those that no scan ever assessed", async () => {
    await scanOf("empty-01", redated(logBytes("v1.6.1/empty.text"), "2026-11-02T09:00:00+00:00"));
    const rows = await listControlHosts(system, "container-no-new-privileges", ["absent"], { number: 1, size: 500 });
    expect(rows).toEqual([
      {
        host: "empty-01",
        findingId: null,
        state: null,
        level: null,
        since: null,
        itemCount: 0,
        firstItem: null,
        assignee: null,
        coveredAt: null,
        latestRanAt: new Date("2026-11-02T09:00:00Z"),
      },
    ]);
    expect((await countControlHosts(system, "container-no-new-privileges")).get("absent")).toBe(1);
  });

  it("are found for a title that no catalogue knows", async () => {
    const odd = redated(logBytes("v1.6.1/before.text"), "2026-11-02T10:00:00+00:00")
      .toString()
      .replace(/^\[WARN\] 2\.2 - .*$/m, "[WARN] 2.2 - Ensure that the flux is grounded");
    await scanOf("odd-01", Buffer.from(odd));
    const { runs } = await upload("odd-01", Buffer.from(odd));
    const key = runs[0]?.diff.newlyFailing.find((entry) => entry.control === null)?.key ?? "";
    expect(await getUnmappedTitle(system, key)).toEqual({ title: "Ensure that the flux is grounded", number: "2.2" });
    expect(await listControlHosts(system, key, ["open"], { number: 1, size: 10 })).toMatchObject([{ host: "odd-01", state: "open" }]);
    expect(await getUnmappedTitle(system, "unmapped-nothing")).toBeNull();
    expect(await getUnmappedTitle(system, "live-restore")).toBeNull();
  });
});

describe("who may read", () => {
  it("is asked before anything is looked up", async () => {
    const reads = [
      () => getScanNeighbours(uploader, 1),
      () => listEarlierScans(uploader, 1, 1),
      () => getScanFile(uploader, { scanId: 1, hostId: 1, digest: "", sizeBytes: 1 }),
      () => countControlHosts(uploader, "live-restore"),
      () => listControlHosts(uploader, "live-restore", ["open"], { number: 1, size: 1 }),
      () => getUnmappedTitle(uploader, "unmapped-x"),
    ];
    for (const read of reads) await expect(read()).rejects.toBeInstanceOf(AppError);
  });
});
