import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { countFailingHosts } from "@/lib/data/control-status";
import { deleteHost } from "@/lib/data/delete-host";
import { deleteScan } from "@/lib/data/delete-scan";
import { editHost } from "@/lib/data/edit-host";
import { getFindingTally } from "@/lib/data/finding-tally";
import { listFindings } from "@/lib/data/findings";
import { getHostContents } from "@/lib/data/host-contents";
import { findRenamedHost } from "@/lib/data/host-names";
import { getHost, listHosts, requireHost } from "@/lib/data/hosts";
import { findKnownLog } from "@/lib/data/known-logs";
import { mergeHosts } from "@/lib/data/merge-hosts";
import { moveScan } from "@/lib/data/move-scan";
import { navCounts } from "@/lib/data/nav-counts";
import { getFleetSummary } from "@/lib/data/overview";
import { getScan, listHostScans } from "@/lib/data/scans";
import { listTaskCandidates } from "@/lib/data/task-candidates";
import { getTask } from "@/lib/data/task-detail";
import { updateTask } from "@/lib/data/task-writes";
import { listTasks } from "@/lib/data/tasks";
import { ALL_FINDINGS } from "@/lib/hardening/finding-filter";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { person, system } from "../support/viewers";
import { hostId, orphans } from "./host-fixture";
import { createOne, findingOf, targetsOf } from "./task-fixture";

useDatabase();

const BEFORE = logBytes("v1.6.1/before.text");
const AFTER = logBytes("v1.6.1/after.text");
const FIXED = "live-restore";
const PAGE = { cursor: null, limit: 50 };

beforeEach(() => pool().query("truncate host, task, scan, raw_log, result_set, coverage_set, finding_tally, unmapped_title cascade"));

async function scan(host: string, bytes: Buffer, iso: string): Promise<number> {
  const { runs } = await upload(host, redated(bytes, iso));
  return runs[0]?.scan.id ?? 0;
}

const scansOf = async (host: string) => (await listHostScans(system, await hostId(host), PAGE)).items;
const audited = async (action: string) =>
  (
    await pool().query<{ object: string; before: unknown; after: unknown }>(
      "select object, before, after from audit_event where action = $1 order by id desc limit 1",
      [action],
    )
  ).rows[0];

describe("a host's name", () => {
  it("changes, and the old one still finds the host: uploads, filters, look-ups", async () => {
    await scan("web-1", BEFORE, "2026-10-01T06:00:00+00:00");
    const task = await createOne(system, "live-restore", ["web-1"]);
    await editHost(person("engineer"), await hostId("web-1"), { name: "web-01" });
    expect(await getHost(system, "web-1")).toBeNull();
    expect(await findRenamedHost(system, "web-1")).toBe("web-01");
    expect((await requireHost(system, "web-1")).name).toBe("web-01");
    await scan("web-1", AFTER, "2026-10-02T06:00:00+00:00");
    expect((await scansOf("web-01")).length).toBe(2);
    expect((await listHosts(system, {}, PAGE)).items.map((host) => host.name)).toEqual(["web-01"]);
    expect((await listFindings(system, { ...ALL_FINDINGS, hosts: ["web-1"], states: "all" }, PAGE)).items.length).toBe(50);
    expect((await listTasks(system, { host: "web-1" }, PAGE)).items.map(({ id }) => id)).toEqual([task.id]);
    expect((await findKnownLog(system, "0".repeat(64), "web-1")).host).toEqual({ known: true, timeZone: null });
    expect(await audited("host.rename")).toEqual({ object: "host web-01", before: { name: "web-1" }, after: { name: "web-01" } });
  });

  it("is refused when a host has it, when it leads to another, and when it is none; its own former one is taken back", async () => {
    await scan("a", BEFORE, "2026-10-01T06:00:00+00:00");
    await scan("b", BEFORE, "2026-10-01T06:00:00+00:00");
    const [a, b] = [await hostId("a"), await hostId("b")];
    await expect(editHost(system, a, { name: "b" })).rejects.toMatchObject({ code: "conflict", detail: { field: "name" } });
    await editHost(system, b, { name: "c" });
    await expect(editHost(system, a, { name: "b" })).rejects.toThrow("b is a former name of c, and still leads to it.");
    await expect(editHost(system, a, { name: "x/y" })).rejects.toMatchObject({ code: "invalid-input" });
    await editHost(system, b, { name: "b" });
    expect(await findRenamedHost(system, "c")).toBe("b");
    await expect(editHost(person("viewer"), a, { name: "d" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what people say of a host", () => {
  it("is stored, and never over somebody else's change", async () => {
    await scan("a", BEFORE, "2026-10-01T06:00:00+00:00");
    const id = await hostId("a");
    const read = { environment: null, owner: null, labels: [], timeZone: null };
    await editHost(system, id, { environment: "prod", labels: ["web", " edge ", "web"], timeZone: "Europe/Berlin" }, read);
    expect(await getHost(system, "a")).toMatchObject({
      environment: "prod",
      labels: ["edge", "web"],
      timeZone: "Europe/Berlin",
      owner: null,
    });
    await expect(editHost(system, id, { environment: "test" }, read)).rejects.toMatchObject({ code: "conflict" });
    await editHost(system, id, { owner: "Ann" }, read);
    expect(await getHost(system, "a")).toMatchObject({ environment: "prod", owner: "Ann" });
    await expect(editHost(system, id, { timeZone: "Mars/Base" })).rejects.toMatchObject({
      code: "invalid-input",
      detail: { field: "timeZone" },
    });
    await expect(editHost(system, id, { timeZone: "+02:00" })).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("dates anew what the zone dated, and only that", async () => {
    const assumed = await scan("a", BEFORE, "Sat Oct  3 06:00:00 2026");
    const sure = await scan("a", AFTER, "2026-10-02T06:00:00+00:00");
    expect((await getScan(system, assumed))?.timeSource).toBe("log_assumed_zone");
    await editHost(system, await hostId("a"), { timeZone: "Asia/Tokyo" });
    expect((await getScan(system, assumed))?.ranAt.toISOString()).toBe("2026-10-02T21:00:00.000Z");
    expect((await getScan(system, sure))?.ranAt.toISOString()).toBe("2026-10-02T06:00:00.000Z");
    await editHost(system, await hostId("a"), { timeZone: null });
    expect((await getScan(system, assumed))?.ranAt.toISOString()).toBe("2026-10-03T06:00:00.000Z");
    expect((await findingOf("a", FIXED)).state).toBe("regressed");
  });

  it("unites two scans that the zone makes one", async () => {
    await scan("a", BEFORE, "2026-10-02T21:00:00+00:00");
    await scan("a", BEFORE, "Sat Oct  3 06:00:00 2026");
    await editHost(system, await hostId("a"), { timeZone: "Asia/Tokyo" });
    expect((await scansOf("a")).length).toBe(1);
    expect((await pool().query("select 1 from scan_log")).rowCount).toBe(2);
    expect(await orphans()).toEqual([]);
  });
});

describe("a scan", () => {
  it("moves to another host; both say what they would have said at once", async () => {
    await scan("a", BEFORE, "2026-10-01T06:00:00+00:00");
    const wrong = await scan("a", AFTER, "2026-10-02T06:00:00+00:00");
    await scan("b", BEFORE, "2026-10-01T07:00:00+00:00");
    expect((await findingOf("a", FIXED)).state).toBe("hardened");
    expect(await moveScan(person("engineer"), wrong, "b")).toBe(wrong);
    expect((await findingOf("a", FIXED)).state).toBe("open");
    expect((await findingOf("b", FIXED)).state).toBe("hardened");
    expect(await getScan(system, wrong)).toMatchObject({ host: "b", newlyFailing: 0 });
    expect((await scansOf("a")).map((row) => row.id)).not.toContain(wrong);
    expect(await audited("scan.move")).toEqual({ object: `scan ${wrong}`, before: { host: "a" }, after: { host: "b" } });
  });

  it("takes along the proof it was: what it verified is open again", async () => {
    await scan("a", BEFORE, "2026-10-01T06:00:00+00:00");
    const task = await createOne(system, FIXED, ["a"]);
    const wrong = await scan("a", AFTER, "2026-10-02T06:00:00+00:00");
    expect((await targetsOf(task.id)).a).toMatchObject({ status: "verified", verifiedScanId: wrong });
    await moveScan(system, wrong, "new-host");
    expect((await targetsOf(task.id)).a).toMatchObject({ status: "to_do", verifiedScanId: null });
    expect((await getTask(system, task.id))?.status).toBe("to_do");
    expect((await scansOf("new-host")).map((row) => row.id)).toEqual([wrong]);
  });

  it("is united with the same run on the other host", async () => {
    const kept = await scan("b", BEFORE, "2026-10-01T06:00:00+00:00");
    const double = await scan("a", BEFORE, "2026-10-01T06:00:00+00:00");
    expect(await moveScan(system, double, "b")).toBe(kept);
    expect(await getScan(system, double)).toBeNull();
    expect((await scansOf("a")).length).toBe(0);
    expect(await orphans()).toEqual([]);
    await expect(moveScan(system, kept, "b")).rejects.toMatchObject({ code: "conflict" });
    await expect(moveScan(system, double, "b")).rejects.toMatchObject({ code: "not-found" });
  });

  it("goes, with what only it rested on", async () => {
    await scan("a", BEFORE, "2026-10-01T06:00:00+00:00");
    const second = await scan("a", AFTER, "2026-10-02T06:00:00+00:00");
    await expect(deleteScan(person("engineer"), second)).rejects.toMatchObject({ code: "forbidden" });
    await deleteScan(person("lead"), second);
    expect((await findingOf("a", FIXED)).state).toBe("open");
    expect((await pool().query("select 1 from raw_log")).rowCount).toBe(1);
    expect(await orphans()).toEqual([]);
  });
});

describe("merged hosts", () => {
  it("are one: scans, acts and tasks together, the old name leads on", async () => {
    await scan("old", BEFORE, "2026-10-01T06:00:00+00:00");
    await scan("new", BEFORE, "2026-10-02T06:00:00+00:00");
    const [first, second] = [await createOne(system, "live-restore", ["new"]), await createOne(system, "live-restore", ["old"])];
    const both = await createOne(system, "userns-remap", ["old", "new"]);
    await updateTask(system, second.id, null, { status: "in_progress" });
    expect((await findingOf("old", "live-restore")).state).toBe("in_progress");
    expect(await mergeHosts(person("lead"), await hostId("old"), "new")).toBe("new");
    expect(await findRenamedHost(system, "old")).toBe("new");
    expect((await scansOf("new")).length).toBe(2);
    expect((await pool().query("select 1 from act")).rowCount).toBe(1);
    expect((await findingOf("new", "live-restore")).state).toBe("in_progress");
    expect(await getTask(system, second.id)).toBeNull();
    expect((await targetsOf(first.id)).new).toMatchObject({ status: "in_progress" });
    expect(Object.keys(await targetsOf(both.id))).toEqual(["new"]);
    const { rows } = await pool().query<{ body: string }>("select body from task_comment where task_id = $1", [first.id]);
    expect(rows.map((row) => row.body)).toEqual([`old was merged into new. TSK-${second.id} was the same work and went into this task.`]);
    expect(await orphans()).toEqual([]);
    await expect(mergeHosts(system, await hostId("new"), "old")).rejects.toThrow("A host cannot be merged into itself.");
  });

  it("take acts along, and nothing else of an act ever changes", async () => {
    await scan("a", BEFORE, "2026-10-01T06:00:00+00:00");
    const task = await createOne(system, "live-restore", ["a"]);
    await updateTask(system, task.id, null, { status: "in_progress" });
    await expect(pool().query("update act set actor = 'somebody'")).rejects.toThrow("act is append-only");
  });
});

describe("a retired host", () => {
  const counts = async () => ({
    nav: (await navCounts(system, new Date())).hosts,
    fleet: await getFleetSummary(system, new Date()).then(({ hosts, silentHosts, failingHosts, states }) => ({
      hosts,
      silentHosts,
      failingHosts,
      open: states.open,
    })),
    tally: (await getFindingTally(system)).length,
    controls: (await countFailingHosts(system)).size,
    candidates: (await listTaskCandidates(system, 100)).length,
    findings: (await listFindings(system, ALL_FINDINGS, PAGE)).items.length,
  });
  const NOTHING = {
    nav: 0,
    fleet: { hosts: 0, silentHosts: 0, failingHosts: 0, open: 0 },
    tally: 0,
    controls: 0,

    candidates: 0,
    findings: 0,
  };

  it("is in no count, keeps its page, and comes back with a scan that ran since", async () => {
    await scan("a", BEFORE, "2026-10-01T06:00:00+00:00");
    const inService = await counts();
    await editHost(person("engineer"), await hostId("a"), { retired: true });
    expect(await counts()).toEqual(NOTHING);
    expect(await getHost(system, "a")).toMatchObject({ scanCount: 1, retiredBy: "engineer" });
    const late = await upload("a", redated(AFTER, "2026-09-01T06:00:00+00:00"));
    expect(late.warnings).toEqual(["a is retired, and stays so: the scan ran before it was retired."]);
    expect(await counts()).toEqual(NOTHING);
    await deleteScan(system, late.runs[0]?.scan.id ?? 0);
    await editHost(system, await hostId("a"), { retired: false });
    expect(await counts()).toEqual(inService);
    await editHost(system, await hostId("a"), { retired: true });
    const soon = new Date(Date.now() + 60_000).toISOString().replace(/\.\d+Z/, "+00:00");
    const fresh = await upload("a", redated(AFTER, soon), { receivedAt: new Date() });
    expect(fresh.warnings).toEqual(["a was retired. It was scanned since then, so it is in service again."]);
    expect(await getHost(system, "a")).toMatchObject({ retiredAt: null, retiredBy: null });
  });
});

describe("a deleted host", () => {
  it("takes with it what was said beforehand, and nothing of others", async () => {
    await scan("a", BEFORE, "2026-10-01T06:00:00+00:00");
    await scan("b", BEFORE, "2026-10-01T06:00:00+00:00");
    const alone = await createOne(system, "live-restore", ["a"]);
    const shared = await createOne(system, "userns-remap", ["a", "b"]);
    await scan("a", AFTER, "2026-10-02T06:00:00+00:00");
    const id = await hostId("a");
    const contents = await getHostContents(person("viewer"), id);
    expect(contents).toMatchObject({ scans: 2, rawLogs: 1, acts: 0, tasksThatGo: [alone.id], tasksThatStay: [shared.id], formerNames: [] });
    await expect(deleteHost(system, id, "b")).rejects.toMatchObject({ code: "invalid-input", detail: { field: "typedName" } });
    await expect(deleteHost(person("engineer"), id, "a")).rejects.toMatchObject({ code: "forbidden" });
    await deleteHost(person("lead"), id, "a");
    expect(await getHost(system, "a")).toBeNull();
    expect(await getTask(system, alone.id)).toBeNull();
    expect(Object.keys(await targetsOf(shared.id))).toEqual(["b"]);
    expect((await pool().query("select 1 from raw_log")).rowCount).toBe(1);
    expect(await orphans()).toEqual([]);
    expect(await audited("host.delete")).toMatchObject({ object: "host a", before: contents });
  });
});
