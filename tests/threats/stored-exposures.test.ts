import { describe, expect, it } from "vitest";
import { addThreatModel, changeThreatModel, deleteThreatModel } from "@/lib/data/change-threat-model";
import { pool } from "@/lib/data/client";
import { compactExposureTally, getModelExposure } from "@/lib/data/exposure-counts";
import { chooseHostModels, getHostModels } from "@/lib/data/host-models";
import { listThreatsOnHosts } from "@/lib/data/host-threats";
import { mergeHosts } from "@/lib/data/merge-hosts";
import { attestThreat } from "@/lib/data/threat-attestations";
import { getThreatId } from "@/lib/data/threat-ids";
import { getThreatModel } from "@/lib/data/threat-models";
import { AppError } from "@/lib/shared/app-error";
import { EXPOSURES } from "@/lib/threats/exposure-words";
import { hostId, rebuildAll } from "../data/host-fixture";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { person, system } from "../support/viewers";
import { link, modelOf, threat } from "./model-fixture";

useDatabase();

const MODEL = modelOf("Containers", [
  threat("exhaustion", { controls: [link("memory-limit"), link("pids-limit")] }),
  threat("traffic", { stride: "I", controls: [link("default-bridge-traffic"), link("log-level", "supporting")] }),
  threat("insider", { stride: "R", uncovered: "No scan sees people." }),
]);

const NOW = { now: new Date("2026-11-23T12:00:00Z"), staleBefore: new Date("2000-01-01T00:00:00Z") };

async function modelId(): Promise<number> {
  const stored = await getThreatModel(system, "containers");
  if (stored === null) throw new Error("the model is gone");
  return stored.id;
}

async function onHost(host: string, limits = NOW): Promise<Record<string, string>> {
  const { rows } = await listThreatsOnHosts(system, { modelId: await modelId(), host }, limits, { limit: 100, offset: 0 });
  return Object.fromEntries(rows.map(({ threat: slug, exposure, passed, required }) => [slug, `${exposure} ${passed}/${required}`]));
}

const stored = async () =>
  (await pool().query("select * from threat_exposure order by host_id, threat_id")).rows.concat(
    (await pool().query("select * from host_model order by host_id, model_id")).rows,
  );

const TEN_THOUSAND = `insert into exposure_tally (threat_id, verdict, n)
  select t.id, 'partly', n from threat t, unnest(array[1, -1]) n, generate_series(1, 5000)`;

/** Counted row by row, from what each host is shown as. */
async function expectExactTotals(limits = NOW): Promise<void> {
  const id = await modelId();
  const { rows } = await listThreatsOnHosts(system, { modelId: id }, limits, { limit: 10_000, offset: 0 });
  const { threats } = await getModelExposure(person("viewer"), id, limits);
  const counted = new Map<string, Record<string, number>>();
  for (const row of rows) {
    const counts = counted.get(row.threat) ?? Object.fromEntries(EXPOSURES.map((exposure) => [exposure, 0]));
    counts[row.exposure] = (counts[row.exposure] ?? 0) + 1;
    counted.set(row.threat, counts);
  }
  expect(Object.fromEntries(threats)).toEqual(Object.fromEntries(counted));
}

describe("exposures in the database", () => {
  it("follow every scan: open before, mitigated after, untouched by what a partial log leaves out", async () => {
    await addThreatModel(system, MODEL, "Made for a test");
    await upload("harbor-03", logBytes("v1.6.1/before.text"));
    expect(await onHost("harbor-03")).toEqual({ exhaustion: "unmitigated 0/2", traffic: "unmitigated 0/1", insider: "manual 0/0" });
    await upload("harbor-03", logBytes("v1.6.1/before.kill150.text"));
    expect(await onHost("harbor-03")).toEqual({ exhaustion: "unmitigated 0/2", traffic: "unmitigated 0/1", insider: "manual 0/0" });
    await upload("harbor-03", logBytes("v1.6.1/after.text"));
    expect(await onHost("harbor-03")).toEqual({ exhaustion: "mitigated 2/2", traffic: "mitigated 1/1", insider: "manual 0/0" });
    await upload("quiet-01", logBytes("v1.6.1/empty.text"));
    expect(await onHost("quiet-01")).toMatchObject({ exhaustion: "not_assessed 0/2" });
    await expectExactTotals();
  });

  it("are a projection: made anew from scans and acts they are the same", async () => {
    const before = await stored();
    expect(before.length).toBeGreaterThan(6);
    await rebuildAll();
    expect(await stored()).toEqual(before);
  });

  it("turn stale with the clock, without a write, and fresh with a rescan that changes nothing", async () => {
    const { rows } = await pool().query<{ at: Date }>("select latest_ran_at as at from host where name = 'harbor-03'");
    const later = { ...NOW, staleBefore: new Date((rows[0]?.at.getTime() ?? 0) + 1_000) };
    expect(await onHost("harbor-03", later)).toMatchObject({ exhaustion: "stale 2/2", insider: "manual 0/0" });
    await expectExactTotals(later);
    const before = await stored();
    const again = logBytes("v1.6.1/after.text")
      .toString()
      .replace(/^Initializing .*$/m, "Initializing 2026-11-22T10:00:00+00:00");
    await upload("harbor-03", Buffer.from(again));
    expect(await onHost("harbor-03", later)).toMatchObject({ exhaustion: "mitigated 2/2" });
    expect(await stored()).toEqual(before);
    await expectExactTotals(later);
  });

  it("leave retired and deleted hosts out of the totals, and stay exact while uploads and compactions go on", async () => {
    await pool().query("update host set retired_at = now() where name = 'quiet-01'");
    await expectExactTotals();
    await pool().query("update host set retired_at = null where name = 'quiet-01'");
    await pool().query(TEN_THOUSAND);
    await Promise.all([compactExposureTally(), upload("web-02", logBytes("v1.6.1/default5.text")), compactExposureTally()]);
    await pool().query(TEN_THOUSAND);
    await expectExactTotals();
    const { rows } = await pool().query<{ n: number }>("select count(*)::int as n from exposure_tally");
    expect(rows[0]?.n).toBeLessThan(100);
    await pool().query("delete from host where name = 'web-02'");
    await expectExactTotals();
  });

  it("follow an edit of the model on every host, and only an edit that decides", async () => {
    const before = await stored();
    const { version } = await changeThreatModel(system, "containers", 1, (model) => ({
      model: { ...model, description: "New." },
      summary: "x",
    }));
    expect(await stored()).toEqual(before);
    await changeThreatModel(system, "containers", version, (model) => ({
      model: {
        ...model,
        threats: model.threats.map((each) => (each.slug === "traffic" ? { ...each, controls: [link("userns-remap")] } : each)),
      },
      summary: "Rests on another control",
    }));
    expect(await onHost("harbor-03")).toMatchObject({ traffic: expect.stringMatching(/^(unmitigated 0|mitigated 1)\/1$/) });
    await expectExactTotals();
  });

  it("refuse an edit that began from an older version, and store nothing", async () => {
    const model = await getThreatModel(system, "containers");
    const lost = changeThreatModel(person("lead"), "containers", 1, (now) => ({ model: { ...now, title: "Lost" }, summary: "x" }));
    await expect(lost).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("version 3") });
    expect(await getThreatModel(system, "containers")).toEqual(model);
    await expect(changeThreatModel(person("engineer"), "containers", 3, (now) => ({ model: now, summary: "x" }))).rejects.toThrow(AppError);
  });

  it("keep what a person attested when a host becomes part of another", async () => {
    const id = await hostId("quiet-01");
    const threatId = await getThreatId(system, await modelId(), "insider");
    const until = new Date(Date.now() + 30 * 86_400_000);
    await attestThreat(system, threatId ?? 0, [id], { says: "mitigated", statement: "Asked them.", link: null, file: null, until });
    expect(await onHost("quiet-01")).toMatchObject({ insider: "mitigated 0/0" });
    await mergeHosts(system, id, "harbor-03");
    expect(await onHost("harbor-03")).toMatchObject({ insider: "mitigated 0/0" });
    await expectExactTotals();
  });

  it("put a host under the models a person chose, whatever its evidence", async () => {
    const id = await hostId("harbor-03");
    expect(await getHostModels(system, id)).toEqual({ chosen: null, under: ["containers"] });
    await chooseHostModels(system, id, []);
    expect(await onHost("harbor-03")).toEqual({});
    await chooseHostModels(system, id, null);
    expect(Object.keys(await onHost("harbor-03"))).toHaveLength(3);
    await expectExactTotals();
  });

  it("go with the model, and its history stays", async () => {
    const id = await modelId();
    await deleteThreatModel(person("lead"), "containers");
    expect(await stored()).toEqual([]);
    const { rows } = await pool().query("select version from threat_model_revision where model_id = $1 order by 1", [id]);
    expect(rows).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }]);
    await expect(pool().query("update threat_model_revision set summary = 'no'")).rejects.toThrow(/append-only/);
  });
});
