import { describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { getFindingTally } from "@/lib/data/finding-tally";
import { getHost } from "@/lib/data/hosts";
import { mergeHosts } from "@/lib/data/merge-hosts";
import { moveScan } from "@/lib/data/move-scan";
import { countSamples, removeSampleHosts } from "@/lib/data/sample-hosts";
import { createTasks } from "@/lib/data/task-create";
import { loadSampleFleet, SAMPLE_FLEET } from "@/lib/ingest/sample-fleet";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { person, system } from "../support/viewers";

useDatabase();

const NOW = new Date("2026-11-26T12:00:00.500Z");
const TABLES = [
  "host",
  "scan",
  "scan_log",
  "raw_log",
  "result_set",
  "coverage_set",
  "finding",
  "task",
  "task_target",
  "unmapped_title",
] as const;

async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await pool().query<{ count: number }>(`select count(*)::int as count from ${table}`);
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}

/** Every row of every table with evidence or work. */
async function everything(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of [...TABLES, "host_alias", "host_coverage", "finding_event", "act", "task_comment"]) {
    found[table] = (await pool().query(`select * from ${table} order by ${table}::text`)).rows;
  }
  return found;
}

async function expectTallyExact(): Promise<void> {
  const { rows } = await pool().query<object>("select key, state, level, count(*)::int as findings from finding group by 1, 2, 3");
  const sorted = (list: readonly object[]): string[] => list.map((row) => JSON.stringify(row)).sort();
  expect(sorted(await getFindingTally(system))).toEqual(sorted(rows));
}

const sum = (rows: readonly { readonly findings: number }[]): number => rows.reduce((total, { findings }) => total + findings, 0);

describe("the sample fleet", () => {
  it("comes and goes beside a real host and leaves nothing behind", async () => {
    await upload("real-01", logBytes("v1.6.1/before.text"), { ranAt: new Date("2026-11-20T10:00:00Z") });
    const before = { rows: await rowCounts(), tally: sum(await getFindingTally(system)) };

    const loaded = await loadSampleFleet(system, NOW);
    expect(loaded).toEqual({ hosts: SAMPLE_FLEET.length, scans: SAMPLE_FLEET.flatMap(({ scans }) => scans).length, skipped: [] });
    expect(await countSamples(system)).toEqual({ hosts: loaded.hosts, scans: loaded.scans, tasks: 0 });

    // The same again changes nothing.
    const once = await rowCounts();
    expect(await loadSampleFleet(system, new Date(NOW.getTime() + 60_000))).toEqual(loaded);
    expect(await rowCounts()).toEqual(once);

    // A task of samples alone goes, one that has a real host stays.
    await createTasks(system, { selection: { key: "live-restore" }, assignee: null, dueOn: null, priority: "normal", description: "" });
    await pool().query("insert into task (key, title) values ('apparmor', 'only samples')");
    await pool().query(
      `insert into task_target (task_id, host_id, key)
       select (select max(id) from task), id, 'apparmor' from host where name = 'web-01'`,
    );
    expect((await countSamples(system)).tasks).toBe(1);
    await removeSampleHosts(system);
    expect(await countSamples(system)).toEqual({ hosts: 0, scans: 0, tasks: 0 });
    expect(await rowCounts()).toEqual({ ...before.rows, task: before.rows.task === undefined ? 1 : before.rows.task + 1, task_target: 1 });
    expect(sum(await getFindingTally(system))).toBe(before.tally);
  });

  it("shows a regression, an upgrade of the scanner, a silent host, a clean one, and evidence of two tools", async () => {
    await loadSampleFleet(system, NOW);
    const web = await getHost(system, "web-01");
    expect(web?.states.regressed).toBeGreaterThan(5);
    expect((await getHost(system, "web-02"))?.states.open).toBeLessThan(5);
    expect((await getHost(system, "db-07"))?.latestRanAt).toEqual(new Date("2026-11-07T12:00:00Z"));
    expect((await getHost(system, "harbor-03"))?.states.hardened).toBeGreaterThan(20);
    const { rows } = await pool().query<{ host: string; format: string; edition: string; unmapped: number; complete: boolean }>(
      `select h.name as host, s.format, s.edition, s.unmapped_count as unmapped, s.complete from scan s join host h on h.id = s.host_id
       where h.sample order by h.name, s.ran_at`,
    );
    expect(rows.every(({ unmapped, complete }) => unmapped === 0 && complete)).toBe(true);
    expect(new Set(rows.map(({ format }) => format))).toEqual(new Set(["docker-bench-text", "docker-bench-json", "kube-bench-text"]));
    expect(new Set(rows.map(({ edition }) => edition)).size).toBeGreaterThan(5);
    await removeSampleHosts(system);
  });

  it("leaves out a name that a real host has, and says so", async () => {
    await upload("web-01", logBytes("v1.6.1/hardened.json"));
    expect((await loadSampleFleet(system, NOW)).skipped).toEqual(["web-01"]);
    expect((await getHost(system, "web-01"))?.scanCount).toBe(1);
    await removeSampleHosts(system);
    expect((await getHost(system, "web-01"))?.scanCount).toBe(1);
  });

  it("takes no real evidence, which would go with it: by upload, move or merger", async () => {
    await loadSampleFleet(system, NOW);
    const { runs } = await upload("mail-01", logBytes("v1.6.1/default5.text"));
    const mail = await getHost(system, "mail-01");
    const before = await rowCounts();
    const refusal = { code: "conflict", message: expect.stringContaining("db-07 is a host of the sample fleet") };
    await expect(upload("db-07", logBytes("v1.6.1/before.text"))).rejects.toMatchObject({ ...refusal, detail: { field: "host" } });
    await expect(moveScan(system, runs[0]?.scan.id ?? 0, "db-07")).rejects.toMatchObject({ ...refusal, detail: { field: "host" } });
    await expect(mergeHosts(system, mail?.id ?? 0, "db-07")).rejects.toMatchObject({ ...refusal, detail: { field: "into" } });
    const sample = await getHost(system, "db-07");
    await expect(mergeHosts(system, sample?.id ?? 0, "mail-01")).rejects.toMatchObject({ code: "conflict" });
    expect(await rowCounts()).toEqual(before);
    await removeSampleHosts(system);
  });

  it("leaves every row of a real host as it was, and the tally equal to a recount", async () => {
    await upload("shop-01", logBytes("v1.6.1/default5.text"));
    const before = await everything();
    await loadSampleFleet(system, NOW);
    await expectTallyExact();
    await removeSampleHosts(system);
    await expectTallyExact();
    expect(await everything()).toEqual(before);
  });

  it("is for admins", async () => {
    await expect(loadSampleFleet(person("lead"), NOW)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeSampleHosts(person("lead"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
