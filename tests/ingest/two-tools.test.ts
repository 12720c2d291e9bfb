import { describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { listFindingMarks } from "@/lib/data/finding-detail";
import { listHostFindings } from "@/lib/data/findings";
import { getHost } from "@/lib/data/hosts";
import { refoldHost } from "@/lib/data/refold-host";
import { getNewestDockerScan, getScan } from "@/lib/data/scans";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { system } from "../support/viewers";

useDatabase();

const states = async (hostId: number) =>
  new Map((await listHostFindings(system, hostId)).map(({ key, state, scanId }) => [key, `${state} ${scanId}`]));

describe("a host with evidence of docker-bench-security and of kube-bench", () => {
  it("keeps both: a scan of one tool says nothing about the checks of the other", async () => {
    const docker = await upload("k8s-node-1", logBytes("v1.6.1/before.text"), { ranAt: new Date("2026-11-01T10:00:00Z") });
    const host = await getHost(system, "k8s-node-1");
    if (host === null) throw new Error("no host");
    const before = await states(host.id);
    const kube = await upload("k8s-node-1", logBytes("kube-bench/Expected_output.data"), { ranAt: new Date("2026-11-02T10:00:00Z") });
    expect(kube.runs[0]?.scan).toMatchObject({ tool: "kube-bench", format: "kube-bench-text", complete: true, checks: 123, unmapped: 0 });
    // Nothing of Docker's is missed by a scan of kube-bench, and its first scan has nothing to compare with.
    expect(kube.runs[0]?.diff.notAssessed).toEqual([]);
    const both = await states(host.id);
    for (const [key, state] of before) expect(both.get(key)).toBe(state);
    expect(both.size).toBeGreaterThan(before.size + 100);
    expect(await listFindingMarks(system, host.id)).toEqual(new Map());

    const after = await upload("k8s-node-1", logBytes("v1.6.1/after.text"), { ranAt: new Date("2026-11-03T10:00:00Z") });
    expect(docker.runs[0]?.diff.newlyFailing.length).toBeGreaterThan(0);
    expect(after.runs[0]?.diff.notAssessed).toEqual([]);
    const later = await states(host.id);
    for (const [key, state] of both) if (!before.has(key)) expect(later.get(key)).toBe(state);
  });

  it("names Docker's sections by its newest scan of Docker, also when the newest scan is of Kubernetes", async () => {
    await upload("k8s-node-3", logBytes("v1.6.1/before.text"), { ranAt: new Date("2026-11-01T10:00:00Z") });
    await upload("k8s-node-3", logBytes("kube-bench/Expected_output.data"), { ranAt: new Date("2026-11-02T10:00:00Z") });
    const host = await getHost(system, "k8s-node-3");
    if (host === null) throw new Error("no host");
    expect((await getScan(system, host.latestScanId ?? 0))?.tool).toBe("kube-bench");
    expect((await getNewestDockerScan(system, host.id))?.edition).toBe("master-20241021");
  });

  it("gives the same findings when it is folded again", async () => {
    const host = await getHost(system, "k8s-node-1");
    if (host === null) throw new Error("no host");
    const known = await states(host.id);
    await refoldHost(host.id);
    expect(await states(host.id)).toEqual(known);
  });

  it("takes JSON and text of kube-bench, and judges FAIL and WARN as the tool means them", async () => {
    const { runs } = await upload("k8s-node-2", logBytes("other-tools/058-kube-cis-1.23-json.json"), {
      ranAt: new Date("2026-11-01T10:00:00Z"),
    });
    expect(runs[0]?.scan).toMatchObject({ tool: "kube-bench", edition: "kube-cis-1.23", complete: true });
    const { rows } = await pool().query<{ level: string; states: string[] }>(
      `select level, array_agg(distinct state::text order by state::text) as states from finding f join host h on h.id = f.host_id
       where h.name = 'k8s-node-2' group by level order by level::text`,
    );
    expect(rows).toEqual([
      { level: "FAIL", states: ["open"] },
      { level: "PASS", states: ["hardened"] },
      { level: "WARN", states: ["needs_review"] },
    ]);
  });

  it("keeps the logs of aquasecurity/docker-bench apart as well", async () => {
    const { runs } = await upload("web-09", logBytes("other-tools/028-aqua-20.04-plain-text.txt"), {
      ranAt: new Date("2026-11-01T10:00:00Z"),
    });
    expect(runs[0]?.scan).toMatchObject({ tool: "aqua-docker-bench", unmapped: 0 });
  });
});
