import { beforeAll, describe, expect, it } from "vitest";
import { listExposureGrid } from "@/lib/data/exposure-grid";
import { listExposuresAsOf } from "@/lib/data/exposures-as-of";
import { loadThreatModels } from "@/lib/data/load-threat-models";
import { getThreatModel } from "@/lib/data/threat-models";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { system } from "../support/viewers";

useDatabase();

const DAY_MS = 86_400_000;
const NO_FILTER = { q: null, environment: null };

type Scan = readonly [log: string, day: number];

/** Scans by their day of October, in the order of their upload. */
const HISTORIES: Readonly<Record<string, readonly Scan[]>> = {
  "gets-better": [
    ["before", 1],
    ["before", 4],
    ["after", 8],
    ["after", 12],
  ],
  "gets-worse": [
    ["after", 1],
    ["default5", 5],
    ["before", 9],
    ["before", 20],
  ],
  "partly-scanned": [
    ["before", 1],
    ["before.c-sel", 3],
    ["after", 6],
    ["before.kill150", 9],
    ["empty", 13],
  ],
  "comes-late": [
    ["after", 10],
    ["before", 2],
    ["default5", 16],
    ["empty", 5],
    ["before.c-sel", 7],
  ],
  "loses-its-containers": [
    ["before", 2],
    ["empty", 6],
    ["default5", 9],
    ["after", 14],
  ],
};

const instant = (day: number) => new Date(Date.UTC(2026, 9, day, 23, 59, 59, 999));

async function scan(host: string, [log, day]: Scan): Promise<void> {
  const at = new Date(Date.UTC(2026, 9, day, 6)).toISOString().replace(/\.\d+Z/, "+00:00");
  await upload(host, redated(logBytes(`v1.6.1/${log}.text`), at));
}

async function modelId(slug = "docker"): Promise<number> {
  const stored = await getThreatModel(system, slug);
  if (stored === null) throw new Error(`there is no model ${slug}`);
  return stored.id;
}

const told = (exposures: ReadonlyMap<string, string> | undefined) => Object.fromEntries([...(exposures ?? [])].sort());

beforeAll(async () => {
  await loadThreatModels();
  for (const [host, scans] of Object.entries(HISTORIES)) for (const each of scans) await scan(host, each);
}, 120_000);

describe("the exposures of a day that has gone", () => {
  it("are those that are stored, when the day is today", async () => {
    for (const freshDays of [10, 20, 365]) {
      const limits = { now: instant(26), staleBefore: new Date(instant(26).getTime() - freshDays * DAY_MS) };
      const stored = await listExposureGrid(system, await modelId(), NO_FILTER, limits, { sort: "name", limit: 50, offset: 0 });
      const then = await listExposuresAsOf(
        system,
        await modelId(),
        NO_FILTER,
        { at: limits.now, staleBefore: limits.staleBefore },
        { limit: 50, offset: 0 },
      );
      expect(then).toEqual({ ...stored, hosts: stored.hosts.map((host) => ({ ...host, failing: [] })) });
      expect(stored.hosts.map(({ name }) => name)).toEqual(Object.keys(HISTORIES).sort());
    }
  });

  it.each(Object.keys(HISTORIES))("are what the scans up to then amount to, on a host that %s", async (host) => {
    const scans = HISTORIES[host] ?? [];
    const threats = (await getThreatModel(system, "docker"))?.model.threats.map(({ slug }) => slug).sort();
    const days = scans.map(([, day]) => day).sort((a, b) => a - b);
    for (const day of days) {
      const twin = `${host}-until-${day}`;
      for (const each of scans.filter((other) => other[1] <= day)) await scan(twin, each);
      for (const [after, freshDays] of [
        [0, 365],
        [1, 4],
        [2, 2],
      ] as const) {
        const now = instant(day + after);
        if (days.some((other) => other > day && other <= day + after)) continue;
        const limits = { now, staleBefore: new Date(now.getTime() - freshDays * DAY_MS) };
        const page = { sort: "name", limit: 50, offset: 0 } as const;
        const alone = await listExposureGrid(system, await modelId(), { ...NO_FILTER, q: twin }, limits, page);
        const then = await listExposuresAsOf(
          system,
          await modelId(),
          { ...NO_FILTER, q: host },
          { at: now, staleBefore: limits.staleBefore },
          page,
        );
        expect(Object.keys(told(alone.hosts[0]?.exposures))).toEqual(threats);
        expect(told(then.hosts.find(({ name }) => name === host)?.exposures), `${host} on day ${day + after}`).toEqual(
          told(alone.hosts[0]?.exposures),
        );
      }
    }
  });
});
