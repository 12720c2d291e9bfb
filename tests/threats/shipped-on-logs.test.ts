import { beforeAll, describe, expect, it } from "vitest";
import { getModelExposure } from "@/lib/data/exposure-counts";
import { pageExposures } from "@/lib/data/exposure-page";
import { loadThreatModels } from "@/lib/data/load-threat-models";
import { getThreatModel } from "@/lib/data/threat-models";
import type { Exposure } from "@/lib/threats/exposure-words";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { system } from "../support/viewers";

useDatabase();
beforeAll(() => loadThreatModels());

const LIMITS = { now: new Date("2026-11-23T12:00:00Z"), staleBefore: new Date("2010-01-01T00:00:00Z") };

async function modelId(slug: string): Promise<number> {
  const stored = await getThreatModel(system, slug);
  if (stored === null) throw new Error(`${slug} did not ship`);
  return stored.id;
}

const exposuresOn = async (model: string, host: string) =>
  (await pageExposures(system, await modelId(model), { host }, LIMITS, { cursor: null, limit: 500 })).items;

async function bySlug(model: string, host: string): Promise<Record<string, Exposure>> {
  return Object.fromEntries((await exposuresOn(model, host)).map(({ threat, exposure }) => [threat, exposure]));
}

describe("the shipped models on real logs", () => {
  it("show Docker's Resource Exhaustion open before, with the failing checks and their lines, and mitigated after", async () => {
    await upload("harbor-03", logBytes("v1.6.1/before.text"));
    const open = (await exposuresOn("docker", "harbor-03")).find(({ threat }) => threat === "resource-exhaustion");
    expect(open).toMatchObject({ exposure: "unmitigated", stride: "D", passed: 0 });
    const log = logBytes("v1.6.1/before.text").toString().split("\n");
    for (const { control, state, level, line } of open?.reasons ?? []) {
      expect({ control, state, level }).toEqual({ control, state: "open", level: "WARN" });
      expect(log[(line ?? 0) - 1]).toMatch(/\[WARN\]\S* (5|2)\.\d+/);
    }
    expect(open?.reasons.map(({ control }) => control)).toContain("memory-limit");

    const before = await bySlug("docker", "harbor-03");
    await upload("harbor-03", logBytes("v1.6.1/after.text"));
    const after = await bySlug("docker", "harbor-03");
    expect(after["resource-exhaustion"]).toBe("mitigated");
    const count = (found: Record<string, Exposure>, exposure: Exposure) => Object.values(found).filter((each) => each === exposure).length;
    expect(count(before, "unmitigated")).toBeGreaterThan(15);
    expect(count(after, "mitigated")).toBeGreaterThan(15);
  });

  it("keep what a partial log did not cover", async () => {
    await upload("partial-01", logBytes("v1.6.1/before.text"));
    const before = await bySlug("docker", "partial-01");
    const later = logBytes("v1.6.1/before.c-sel.text")
      .toString()
      .replace(/^Initializing .*$/m, "Initializing 2026-11-20T10:00:00+00:00");
    await upload("partial-01", Buffer.from(later));
    expect(await bySlug("docker", "partial-01")).toEqual(before);
  });

  it("call nothing mitigated of which a required check is missing, whatever the edition", async () => {
    for (const log of ["v1.3.5/before.text", "v1.3.6/swarm.text", "v1.6.1/default5.text"]) {
      await upload(`any-${log.slice(1, 6)}`, logBytes(log));
      const found = await exposuresOn("docker", `any-${log.slice(1, 6)}`);
      expect(found.length).toBeGreaterThan(20);
      for (const { exposure, passed, required } of found) if (exposure === "mitigated") expect(passed).toBe(Math.max(required, 1));
    }
  });

  it("have no evidence on Kubernetes before any upload, and decide where kube-bench decides", async () => {
    const id = await modelId("kubernetes");
    const none = await getModelExposure(system, id, LIMITS);
    expect([none.hosts, none.threats.size]).toEqual([0, 0]);
    await upload("k8s-01", logBytes("kube-bench/result.json"), { ranAt: new Date("2026-11-22T00:00:00Z") });
    const found = await bySlug("kubernetes", "k8s-01");
    const decided = Object.values(found).filter((each) => each === "mitigated" || each === "unmitigated" || each === "partly");
    expect(decided.length).toBeGreaterThan(0);
    expect(Object.values(found)).toContain("manual");
    expect(await bySlug("docker", "k8s-01")).toEqual({});
    expect((await getModelExposure(system, id, LIMITS)).hosts).toBe(1);
  });

  it("put a host with both kinds of evidence under both", async () => {
    await upload("both-01", logBytes("v1.6.1/default5.text"));
    await upload("both-01", logBytes("kube-bench/v0.4.0-cis-1.6-job-master.data"), { ranAt: new Date("2026-11-22T00:00:00Z") });
    expect(Object.keys(await bySlug("docker", "both-01")).length).toBeGreaterThan(15);
    expect(Object.values(await bySlug("kubernetes", "both-01"))).toContain("mitigated");
  });
});
