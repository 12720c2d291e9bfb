import { describe, expect, it } from "vitest";
import { GET as getFindings } from "@/app/api/v1/findings/route";
import { GET as getCsv } from "@/app/findings.csv/route";
import { pool } from "@/lib/data/client";
import { getFindingScope } from "@/lib/data/finding-scope";
import { type FindingRow, listFindings } from "@/lib/data/findings";
import { countLate } from "@/lib/data/late-findings";
import { loadThreatModels } from "@/lib/data/load-threat-models";
import { getServiceLevels, setServiceLevels } from "@/lib/data/service-levels";
import { ALL_FINDINGS } from "@/lib/hardening/finding-filter";
import { DEFAULT_SERVICE_LEVELS, LATE_STANDINGS, type LateStanding, type ServiceLevels, standing } from "@/lib/hardening/service-levels";
import { call, tokenFor } from "../support/api";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { person } from "../support/viewers";

const NOW = new Date("2026-11-23T12:00:00Z");
const DAY_MS = 86_400_000;
const NONE: ServiceLevels = { critical: null, high: null, medium: null, low: null };

const viewer = person("viewer");
const admin = person("admin");

const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS);

const scanned = (host: string, log: string, days: number) => upload(host, logBytes(log), { ranAt: daysAgo(days) });

async function rowsOf(host: string, sla: readonly LateStanding[] | null): Promise<readonly FindingRow[]> {
  return (await listFindings(viewer, { ...ALL_FINDINGS, hosts: [host], sla }, { cursor: null, limit: 1_000 }, NOW)).items;
}

/** How one check of a host stands, and how many days it has been failing. */
async function standingOf(host: string, key: string) {
  const { clock } = await getFindingScope(viewer, ALL_FINDINGS, NOW);
  const finding = (await rowsOf(host, null)).find((row) => row.key === key);
  if (finding === undefined) throw new Error(`no ${key} on ${host}`);
  const since = finding.failingSince;
  return [standing(finding, clock), since === null ? null : (NOW.getTime() - since.getTime()) / DAY_MS] as const;
}

const severitiesOf = (rows: readonly FindingRow[]): unknown[] => [...new Set(rows.map(({ severity }) => severity))].sort();

/** All that verdicts are made of, as text, and the versions of the rows that hold it. */
async function verdicts(): Promise<string> {
  const tables = ["finding", "finding_event", "act", "host", "finding_tally", "threat_exposure", "exposure_tally", "task", "task_target"];
  const read = await Promise.all(
    tables.map((table) => pool().query(`select xmin::text as version, to_jsonb(t)::text as row from ${table} t order by 2`)),
  );
  return JSON.stringify(read.map(({ rows }, index) => [tables[index], rows]));
}

describe("service levels", () => {
  useDatabase();

  it("make an old failure overdue, and nothing once a scan says that it passes", async () => {
    await scanned("harbor-01", "v1.6.1/before.text", 40);
    expect(severitiesOf(await rowsOf("harbor-01", ["overdue"]))).toEqual(["critical", "high", "medium"]);
    expect(await rowsOf("harbor-01", ["near"])).toEqual([]);
    expect(await standingOf("harbor-01", "live-restore")).toEqual(["within", 40]);
    expect(await standingOf("harbor-01", "insecure-registries")).toEqual(["overdue", 40]);
    await scanned("harbor-01", "v1.6.1/hardened.json", 30);
    expect(await standingOf("harbor-01", "insecure-registries")).toEqual(["none", null]);
  });

  it("begin anew with a regression", async () => {
    const log = redated(logBytes("v1.6.1/before.text"), daysAgo(5).toISOString().replace(".000Z", "+00:00"));
    await upload("harbor-01", log);
    expect(await standingOf("harbor-01", "insecure-registries")).toEqual(["within", 5]);
  });

  it("hold at once where they are changed, without a write to any finding, exposure or tally", async () => {
    await loadThreatModels();
    await scanned("harbor-02", "v1.6.1/default5.text", 20);
    const before = await verdicts();
    const late = async () => {
      const scope = await getFindingScope(viewer, { ...ALL_FINDINGS, hosts: ["harbor-02"] }, NOW);
      return countLate(viewer, scope);
    };
    const given = await late();
    expect(given).toEqual({ overdue: (await rowsOf("harbor-02", ["overdue"])).length, near: (await rowsOf("harbor-02", ["near"])).length });
    expect(severitiesOf(await rowsOf("harbor-02", ["overdue"]))).toEqual(["high"]);
    await setServiceLevels(admin, { ...DEFAULT_SERVICE_LEVELS, high: 21, medium: 20 });
    expect(severitiesOf(await rowsOf("harbor-02", ["near"]))).toEqual(["high", "medium"]);
    expect(await late()).not.toEqual(given);
    await setServiceLevels(admin, NONE);
    expect(await rowsOf("harbor-02", LATE_STANDINGS)).toEqual([]);
    expect(await late()).toEqual({ overdue: 0, near: 0 });
    expect(await verdicts()).toBe(before);
    await setServiceLevels(admin, DEFAULT_SERVICE_LEVELS);
    expect(await late()).toEqual(given);
    expect(await verdicts()).toBe(before);
  });

  it("speak of no accepted risk, of no check without a severity and of no retired host", async () => {
    const unknown = logBytes("v1.6.1/before.text").toString().replace("Ensure live restore is enabled", "Ensure the hatch is closed");
    await upload("harbor-03", Buffer.from(unknown), { ranAt: daysAgo(400) });
    const late = await rowsOf("harbor-03", LATE_STANDINGS);
    expect(late.length).toBe(
      (await rowsOf("harbor-03", null)).filter(({ state, severity }) => state === "open" && severity !== null).length,
    );
    expect(late.map(({ title }) => title)).not.toContain("Ensure the hatch is closed");
    await pool().query("update finding set state = 'accepted' where host_id = (select id from host where name = 'harbor-03')");
    expect(await rowsOf("harbor-03", LATE_STANDINGS)).toEqual([]);
    await pool().query("update finding set state = 'open' where host_id = (select id from host where name = 'harbor-03')");
    await pool().query("update host set retired_at = now() where name = 'harbor-03'");
    expect(await rowsOf("harbor-03", LATE_STANDINGS)).toEqual([]);
  });

  it("are whole numbers of days or nothing, set by an admin, who is remembered", async () => {
    for (const days of [0, 1.5, 3_651, Number.NaN, -3]) {
      const refused = setServiceLevels(admin, { ...DEFAULT_SERVICE_LEVELS, medium: days });
      await expect(refused).rejects.toMatchObject({ code: "invalid-input", detail: { field: "medium" } });
    }
    await expect(setServiceLevels(person("lead"), NONE)).rejects.toMatchObject({ code: "forbidden" });
    await setServiceLevels(admin, { ...DEFAULT_SERVICE_LEVELS, low: null });
    expect(await getServiceLevels(viewer)).toEqual({ critical: 7, high: 14, medium: 30, low: null });
    const { rows } = await pool().query("select actor, action, before, after from audit_event order by id desc limit 1");
    expect(rows).toEqual([
      {
        ...{ actor: "admin", action: "settings.service_levels" },
        ...{ before: DEFAULT_SERVICE_LEVELS, after: { ...DEFAULT_SERVICE_LEVELS, low: null } },
      },
    ]);
  });
});

describe("the API and the file", () => {
  useDatabase();

  it("tell target and standing of every finding, and filter by it", async () => {
    const today = new Date();
    const ago = (days: number): string => new Date(today.getTime() - days * DAY_MS).toISOString().replace(/\.\d+Z/, "+00:00");
    await upload("web-01", redated(logBytes("v1.6.1/before.text"), ago(20)), { receivedAt: today });
    const token = await tokenFor("read");
    const read = async (query: string): Promise<Record<string, unknown>[]> =>
      (await (await call(getFindings, `findings?limit=500${query}`, { token })).json()).items;
    const all = await read("");
    const overdue = all.filter(({ serviceLevel }) => serviceLevel === "overdue");
    expect([...new Set(overdue.map(({ severity }) => severity))].sort()).toEqual(["critical", "high"]);
    expect(await read("&sla=overdue")).toEqual(overdue);
    expect((await read("&sla=overdue,near")).length).toBe(
      all.filter(({ serviceLevel }) => /overdue|near/.test(String(serviceLevel))).length,
    );
    expect(await read("&sla=tomorrow")).toEqual([]);
    const high = overdue.find(({ severity }) => severity === "high");
    const began = Date.parse(ago(20));
    expect(high).toMatchObject({ failingSince: new Date(began).toISOString(), targetAt: new Date(began + 14 * DAY_MS).toISOString() });
    const csv = await (await call(getCsv, "/findings.csv?sla=overdue", { token })).text();
    expect(csv.match(/,overdue,/g)?.length).toBe(overdue.length);
    expect(csv).toContain(`${new Date(began + 7 * DAY_MS).toISOString()},overdue,`);
  });
});
