import { describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { listHostFindings } from "@/lib/data/findings";
import { getHost } from "@/lib/data/hosts";
import { getRawBytes, listRawLogs } from "@/lib/data/scan-content";
import { AppError } from "@/lib/shared/app-error";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { person, system } from "../support/viewers";

useDatabase();

const rows = async (table: string): Promise<number> => Number((await pool().query(`select count(*) as n from ${table}`)).rows[0]?.n);

describe("one upload", () => {
  it("stores the scan, its findings and the host's counts, and answers what changed", async () => {
    const { runs, warnings } = await upload("web-01", logBytes("v1.6.1/default5.text"));
    expect(warnings).toEqual([]);
    expect(runs).toHaveLength(1);
    const [run] = runs;
    expect(run?.scan).toMatchObject({
      host: "web-01",
      tool: "docker-bench-security",
      headerVersion: "1.6.0",
      complete: true,
      checks: 117,
      toolChecks: 117,
      toolScore: 4,
      levels: { PASS: 45, WARN: 33, INFO: 28, NOTE: 11, FAIL: 0 },
      timeSource: "log",
      ranAt: new Date("2024-01-08T11:11:11Z"),
      unmapped: 0,
    });
    expect(run?.diff.base).toBeNull();
    expect(run?.diff.newlyFailing).toHaveLength(33);
    expect(run?.diff.fixed).toEqual([]);
    const host = await getHost(system, "web-01");
    expect(host).toMatchObject({ scanCount: 1, latestScanId: run?.scan.id, states: { open: 33, regressed: 0 } });
    const findings = await listHostFindings(system, host?.id ?? 0);
    const live = findings.find((finding) => finding.key === "live-restore");
    expect(live).toMatchObject({ number: "2.15", state: "open", stride: expect.arrayContaining(["D"]), level: "WARN" });
    expect(logBytes("v1.6.1/default5.text").toString().split("\n")[(live?.line ?? 0) - 1]).toContain(
      "2.15 - Ensure live restore is enabled",
    );
  });

  it("keeps the raw log byte for byte", async () => {
    const bytes = Buffer.concat([logBytes("v1.6.1/default5.ansi"), Buffer.from([0, 7, 0xff, 13, 10])]);
    const { runs } = await upload("raw-01", bytes);
    const scanId = runs[0]?.scan.id ?? 0;
    const [log] = await listRawLogs(system, scanId);
    expect(await getRawBytes(system, scanId, log?.digest ?? "")).toEqual(bytes);
  });

  it("refuses what is no log, names the place, and stores nothing", async () => {
    const before = await rows("host");
    const refusal = await upload("ghost", Buffer.from("docker: Error response from daemon\nno such image\n")).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({
      code: "invalid-input",
      detail: { line: 1, column: 1, expected: expect.any(String), found: expect.any(String) },
    });
    expect(await rows("host")).toBe(before);
  });

  it("refuses an archive as unsupported, and a viewer as forbidden", async () => {
    await expect(upload("ghost", Buffer.from("PK\u0003\u0004aaaaaaaaaaaaaaaa"))).rejects.toMatchObject({ code: "unsupported-media" });
    const { ingestLog } = await import("@/lib/ingest/ingest-log");
    const given = { host: "x", bytes: logBytes("v1.6.1/default5.text"), runs: "newest", ranAt: null, fileName: null, via: "web" } as const;
    await expect(ingestLog(person("viewer"), { ...given, receivedAt: new Date() })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("refuses a time more than a day after the server's clock", async () => {
    const late = upload("clock", logBytes("v1.6.1/default5.text"), { ranAt: new Date("2026-11-25T12:00:01Z") });
    await expect(late).rejects.toMatchObject({ code: "invalid-input", message: expect.stringContaining("more than a day after") });
  });
});

describe("a second upload", () => {
  it("of the same bytes changes nothing and answers with the scan that is there", async () => {
    const bytes = logBytes("v1.3.5/before.text");
    const first = await upload("same", bytes);
    const tables = ["scan", "scan_log", "raw_log", "finding_event", "audit_event"];
    const before = await Promise.all(tables.map(rows));
    const second = await upload("same", bytes);
    expect(second.runs[0]).toMatchObject({ created: false, scan: { id: first.runs[0]?.scan.id } });
    expect(second.runs[0]?.diff).toEqual(first.runs[0]?.diff);
    expect(await Promise.all(tables.map(rows))).toEqual(before);
  });

  it("of the same run as JSON attaches to the same scan", async () => {
    const text = await upload("pair", logBytes("v1.6.1/default5.text"));
    const json = await upload("pair", logBytes("v1.6.1/default5.json"));
    expect(json.runs[0]).toMatchObject({ created: false, scan: { id: text.runs[0]?.scan.id } });
    expect(await listRawLogs(system, text.runs[0]?.scan.id ?? 0)).toMatchObject([
      { format: "docker-bench-text" },
      { format: "docker-bench-json" },
    ]);
  });

  it("of bytes known for another host is taken, with a warning that names it", async () => {
    const other = await upload("other", logBytes("v1.6.1/after.text"));
    const mine = await upload("mine", logBytes("v1.6.1/after.text"));
    expect(mine.runs[0]?.created).toBe(true);
    expect(mine.warnings.join()).toContain(`scan ${other.runs[0]?.scan.id} of other`);
  });

  it("at the same moment, eight times, makes one scan", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => upload("race", logBytes("v1.6.1/empty.text"))));
    expect(new Set(answers.map((answer) => answer.runs[0]?.scan.id)).size).toBe(1);
    expect(answers.filter((answer) => answer.runs[0]?.created)).toHaveLength(1);
  });
});

describe("several runs in one file", () => {
  it("takes the newest by default and each when asked", async () => {
    const bytes = logBytes("v1.6.1/default5.twice.log");
    const newest = await upload("twice-1", bytes);
    expect(newest.file.runs).toHaveLength(2);
    expect(newest.runs).toHaveLength(1);
    expect(newest.runs[0]?.index).toBe(1);
    const all = await upload("twice-2", bytes, { runs: "all" });
    expect(all.runs.map((run) => run.created)).toEqual([true, true]);
    expect((await getHost(system, "twice-2"))?.scanCount).toBe(2);
  });
});

describe("history", () => {
  it("is the same whatever the order of uploads", async () => {
    const logs = [
      redated(logBytes("v1.6.1/before.text"), "2024-01-01T00:00:00+00:00"),
      redated(logBytes("v1.6.1/after.text"), "2024-02-01T00:00:00+00:00"),
      redated(logBytes("v1.6.1/empty.text"), "2024-03-01T00:00:00+00:00"),
    ];
    for (const log of logs) await upload("in-order", log);
    for (const log of [...logs].reverse()) await upload("reversed", log);
    const view = async (name: string) => {
      const host = await getHost(system, name);
      const findings = await listHostFindings(system, host?.id ?? 0);
      const plain = findings.map(({ id, hostId, host: _, scanId, ...rest }) => rest).sort((a, b) => (a.key < b.key ? -1 : 1));
      return { states: host?.states, failing: host?.failing, levels: host?.levels, plain };
    };
    expect(await view("reversed")).toEqual(await view("in-order"));
  });

  it("closes nothing when no container runs: absent is not fixed", async () => {
    await upload("harbor", redated(logBytes("v1.6.1/before.text"), "2024-01-01T00:00:00+00:00"));
    const { runs } = await upload("harbor", redated(logBytes("v1.6.1/empty.text"), "2024-01-02T00:00:00+00:00"));
    const host = await getHost(system, "harbor");
    const findings = await listHostFindings(system, host?.id ?? 0);
    const unlimited = findings.find((finding) => finding.key === "memory-limit");
    expect(unlimited?.state).toBe("open");
    expect(runs[0]?.diff.notAssessed.map((entry) => entry.key)).toContain("memory-limit");
  });
});

describe("storage", () => {
  it("grows by at most 8 kB for each rescan of an unchanged host", async () => {
    const log = logBytes("v1.6.1/default5.text");
    const at = (day: number) => new Date(Date.UTC(2024, 0, 1) + day * 3_600_000).toISOString().replace(".000Z", "+00:00");
    await upload("steady", redated(log, at(0)));
    const size = async () => {
      await pool().query("vacuum");
      const { rows } = await pool().query<{ bytes: string }>(
        "select sum(pg_total_relation_size(oid)) as bytes from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
      );
      return Number(rows[0]?.bytes);
    };
    const before = await size();
    const events = await rows("finding_event");
    const scans = 200;
    for (let day = 1; day <= scans; day += 1) await upload("steady", redated(log, at(day)));
    expect(await rows("finding_event")).toBe(events);
    expect((await size()) - before).toBeLessThan(scans * 8 * 1024);
    expect((await getHost(system, "steady"))?.scanCount).toBe(scans + 1);
  }, 60_000);
});
