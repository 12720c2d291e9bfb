import { describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { getModelExposure } from "@/lib/data/exposure-counts";
import { type ExposureGrid, type GridFilter, type GridPage, listExposureGrid } from "@/lib/data/exposure-grid";
import { loadThreatModels } from "@/lib/data/load-threat-models";
import { refoldHost } from "@/lib/data/refold-host";
import { getThreatModel } from "@/lib/data/threat-models";
import { EXPOSURES } from "@/lib/threats/exposure-words";
import { nextFix } from "@/lib/threats/next-fix";
import { hostId } from "../data/host-fixture";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { person, system } from "../support/viewers";

useDatabase();

const NOW = new Date("2026-11-23T12:00:00Z");
const LIMITS = { now: NOW, staleBefore: new Date("2026-11-09T12:00:00Z") };
const NO_FILTER: GridFilter = { q: null, environment: null };

async function modelOf(slug: string) {
  const stored = await getThreatModel(system, slug);
  if (stored === null) throw new Error(`there is no model ${slug}`);
  return stored;
}

async function grid(slug: string, page: Partial<GridPage> = {}, filter = NO_FILTER): Promise<ExposureGrid> {
  return listExposureGrid(system, (await modelOf(slug)).id, filter, LIMITS, { sort: "exposed", limit: 50, offset: 0, ...page });
}

const scanned = (host: string, log: string, day: string) => upload(host, redated(logBytes(log), `2026-11-${day}T06:00:00+00:00`));

async function fleet(): Promise<void> {
  await loadThreatModels();
  await scanned("ci-02", "v1.6.1/before.text", "20");
  await scanned("web-01", "v1.6.1/after.text", "21");
  await scanned("db-07", "v1.6.1/before.text", "02");
  await scanned("old-01", "v1.6.1/before.text", "22");
  await pool().query("update host set retired_at = now() where name = 'old-01'");
  await scanned("k8s-node-1", "v1.6.1/default5.text", "19");
  await upload("k8s-node-1", logBytes("kube-bench/Expected_output.data"), { ranAt: new Date("2026-11-22T10:00:00Z") });
  await scanned("edge-01", "v1.6.1/after.text", "18");
  await scanned("edge-01", "v1.6.1/before.text", "19");
  await accept("edge-01", "live-restore", new Date("2026-11-20T00:00:00Z"), new Date("2026-11-22T00:00:00Z"));
  await accept("edge-01", "userns-remap", new Date("2026-11-20T00:00:00Z"), new Date("2026-12-22T00:00:00Z"));
}

async function accept(host: string, control: string, at: Date, until: Date): Promise<void> {
  const id = await hostId(host);
  const payload = { kind: "accept", acceptanceId: control, items: null, until: until.getTime(), reason: "Until the move." };
  await pool().query("insert into act (host_id, key, control, kind, at, actor, payload) values ($1, $2, $2, 'accept', $3, 'lead', $4)", [
    ...[id, control, at, payload],
  ]);
  await refoldHost(id);
}

describe("the heatmap's hosts", () => {
  it("add up to the totals of the model, with stale, retired, accepted and twice scanned hosts", async () => {
    await fleet();
    for (const slug of ["docker", "kubernetes"]) {
      const { id, model } = await modelOf(slug);
      const { hosts, total, stale } = await grid(slug);
      const totals = await getModelExposure(person("viewer"), id, LIMITS);
      const counted = model.threats.map(({ slug: threat }) => {
        const found = hosts.map(({ exposures }) => exposures.get(threat));
        return [threat, Object.fromEntries(EXPOSURES.map((each) => [each, found.filter((exposure) => exposure === each).length]))];
      });
      expect(Object.fromEntries(totals.threats)).toEqual(Object.fromEntries(counted));
      expect([totals.hosts, totals.staleHosts]).toEqual([total, stale]);
    }
    expect((await grid("kubernetes")).hosts.map(({ name }) => name)).toEqual(["k8s-node-1"]);
  });

  it("come with the most exposed first and stale ones last, or by name, in pages and by filters", async () => {
    const open = ({ exposures }: ExposureGrid["hosts"][number]) => [...exposures.values()].filter((each) => each === "unmitigated").length;
    const { hosts, total, stale } = await grid("docker");
    expect({ total, stale }).toEqual({ total: 5, stale: 1 });
    const fresh = hosts.slice(0, -1);
    expect(hosts.at(-1)).toMatchObject({ name: "db-07", stale: true });
    expect(fresh.map(open)).toEqual(fresh.map(open).sort((a, b) => b - a));
    const names = async (page: Partial<GridPage>, filter = NO_FILTER) => (await grid("docker", page, filter)).hosts.map(({ name }) => name);
    expect(await names({ sort: "name" })).toEqual(["ci-02", "db-07", "edge-01", "k8s-node-1", "web-01"]);
    expect(await names({ sort: "name", limit: 2, offset: 2 })).toEqual(["edge-01", "k8s-node-1"]);
    expect(await names({ sort: "name" }, { q: "E", environment: null })).toEqual(["edge-01", "k8s-node-1", "web-01"]);
    await pool().query("update host set environment = 'prod' where name in ('web-01', 'old-01')");
    expect(await names({ sort: "name" }, { q: null, environment: "prod" })).toEqual(["web-01"]);
  });

  it("name the required controls that fail, also where an acceptance has ended, and no accepted one", async () => {
    const { model } = await modelOf("docker");
    const { hosts } = await grid("docker");
    const host = (name: string) => {
      const found = hosts.find((each) => each.name === name);
      if (found === undefined) throw new Error(`there is no host ${name}`);
      return found;
    };
    const failing = (name: string) => new Set(host(name).failing.map(({ control }) => control));
    expect(failing("edge-01")).toEqual(new Set([...failing("ci-02")].filter((control) => control !== "userns-remap")));
    expect([...failing("ci-02")]).toEqual(expect.arrayContaining(["live-restore", "userns-remap"]));
    for (const { exposures, failing: controls } of hosts) {
      const unmitigated = [...exposures.values()].includes("unmitigated");
      expect(nextFix(model, exposures, controls) !== null).toBe(unmitigated);
    }
  });
});
