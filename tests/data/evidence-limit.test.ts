import { describe, expect, it } from "vitest";
import { getModelExposure } from "@/lib/data/exposure-counts";
import { ALL_HOSTS, listHostsSorted } from "@/lib/data/host-list";
import { loadThreatModels } from "@/lib/data/load-threat-models";
import { getFleetSummary } from "@/lib/data/overview";
import { getEvidenceLimit, getFreshDays, setFreshDays } from "@/lib/data/settings";
import { getThreatModel } from "@/lib/data/threat-models";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { person, system } from "../support/viewers";

const NOW = new Date("2026-11-23T12:00:00Z");
const DAY_MS = 86_400_000;

/** What one limit makes of the same host: silent, and its threats stale. */
async function standing() {
  const viewer = person("viewer");
  const limit = await getEvidenceLimit(viewer, NOW);
  const silent = await listHostsSorted(viewer, { ...ALL_HOSTS, silence: { before: limit.staleBefore, silent: true } }, "name", {
    number: 1,
    size: 10,
  });
  const model = await getThreatModel(viewer, "docker");
  const { staleHosts, threats } = await getModelExposure(viewer, model?.id ?? 0, limit);
  return {
    days: limit.freshDays,
    silent: silent.items.map(({ name }) => name),
    silentHosts: (await getFleetSummary(viewer, limit.staleBefore)).silentHosts,
    staleHosts,
    exhaustion: Object.entries(threats.get("resource-exhaustion") ?? {}).flatMap(([exposure, hosts]) => (hosts > 0 ? [exposure] : [])),
  };
}

describe("the evidence limit", () => {
  useDatabase();

  it("says which hosts are silent and which verdicts stale, at once and without a new scan", async () => {
    await loadThreatModels();
    await upload("harbor-03", logBytes("v1.6.1/before.text"), { ranAt: new Date(NOW.getTime() - 20 * DAY_MS) });
    const stale = { silent: ["harbor-03"], silentHosts: 1, staleHosts: 1, exhaustion: ["stale"] };
    expect(await standing()).toEqual({ days: 14, ...stale });
    await setFreshDays(person("admin"), 20);
    expect(await standing()).toEqual({ days: 20, silent: [], silentHosts: 0, staleHosts: 0, exhaustion: ["unmitigated"] });
    await setFreshDays(person("admin"), 19);
    expect(await standing()).toEqual({ days: 19, ...stale });
  });

  it("is a whole number of days from 1 to 365, set by an admin", async () => {
    for (const days of [0, 1.5, 366, Number.NaN]) {
      await expect(setFreshDays(system, days)).rejects.toMatchObject({ code: "invalid-input", detail: { field: "days" } });
    }
    await expect(setFreshDays(person("lead"), 7)).rejects.toMatchObject({ code: "forbidden" });
    expect(await getFreshDays(person("viewer"))).toBe(19);
  });
});
