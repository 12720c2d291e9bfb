import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { pool } from "@/lib/data/client";
import { editHost } from "@/lib/data/edit-host";
import { getModelExposure } from "@/lib/data/exposure-counts";
import { listThreatsOnHosts } from "@/lib/data/host-threats";
import { loadCatalogue } from "@/lib/data/load-catalogue";
import { loadThreatModels } from "@/lib/data/load-threat-models";
import { attestThreat, listAttestations, type NewAttestation, withdrawAttestation } from "@/lib/data/threat-attestations";
import { listThreatEvidence } from "@/lib/data/threat-evidence";
import { getThreatId } from "@/lib/data/threat-ids";
import { getThreatModel } from "@/lib/data/threat-models";
import { listCurrentStatements } from "@/lib/data/threat-statements";
import { hostId } from "../data/host-fixture";
import { at, hour, scan, stopClock } from "../data/task-fixture";
import { useDatabase } from "../support/database";
import { person, system } from "../support/viewers";

useDatabase();

/** No check is required of the first; memory-limit is required of the second and fails before the repair. */
const MANUAL = "secrets-left-in-images-and-environment";
const DECIDED = "resource-exhaustion";
const engineer = person("engineer");

let modelId = 0;
const threatId = async (slug: string): Promise<number> => (await getThreatId(system, modelId, slug)) ?? 0;
const limits = () => ({ now: new Date(), staleBefore: new Date(Date.now() - 14 * 86_400_000) });

async function exposureOf(threat: string, host: string): Promise<string | undefined> {
  const { rows } = await listThreatsOnHosts(system, { modelId, threat, host }, limits(), { limit: 1, offset: 0 });
  return rows[0]?.exposure;
}

const attest = async (threat: string, hosts: readonly string[], more: Partial<NewAttestation> = {}, viewer = engineer) =>
  attestThreat(viewer, await threatId(threat), await Promise.all(hosts.map(hostId)), {
    ...{ says: "mitigated", statement: "Looked at every image.", link: null, file: null, until: hour(24 * 30) },
    ...more,
  });

beforeAll(async () => {
  stopClock();
  await loadCatalogue();
  await loadThreatModels();
  for (const host of ["web-01", "web-02"]) await scan(host, "before", -2);
  modelId = (await getThreatModel(system, "docker"))?.id ?? 0;
});
afterAll(() => {
  vi.useRealTimers();
});

describe("an attestation", () => {
  it("counts where nothing decides, on several hosts at once, and is written to the audit log", async () => {
    expect(await exposureOf(MANUAL, "web-01")).toBe("manual");
    await attest(MANUAL, ["web-01", "web-02"]);
    expect([await exposureOf(MANUAL, "web-01"), await exposureOf(MANUAL, "web-02")]).toEqual(["mitigated", "mitigated"]);
    const { rows } = await pool().query("select actor, object from audit_event where action = 'threat.attest' order by object");
    expect(rows).toEqual([
      { actor: "engineer", object: "host web-01" },
      { actor: "engineer", object: "host web-02" },
    ]);
    const current = await listCurrentStatements(system, await threatId(MANUAL), [await hostId("web-01")], new Date());
    expect([...current.values()]).toEqual([{ says: "mitigated", until: hour(24 * 30), actor: "engineer" }]);
  });

  it("never counts against a fail", async () => {
    await attest(DECIDED, ["web-01"]);
    expect(await exposureOf(DECIDED, "web-01")).toBe("unmitigated");
  });

  it("is refused to a viewer, without a statement, and for more than a year", async () => {
    await expect(attest(MANUAL, ["web-01"], {}, person("viewer"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(attest(MANUAL, ["web-01"], { statement: "  " })).rejects.toMatchObject({ detail: { field: "statement" } });
    await expect(attest(MANUAL, ["web-01"], { until: hour(24 * 367) })).rejects.toMatchObject({ detail: { field: "until" } });
  });

  it("can be withdrawn, and stays in the history", async () => {
    const id = await threatId(MANUAL);
    const [newest] = await listAttestations(system, id, await hostId("web-02"), 1);
    await expect(withdrawAttestation(person("viewer"), newest?.id ?? 0)).rejects.toMatchObject({ code: "forbidden" });
    await withdrawAttestation(engineer, newest?.id ?? 0);
    expect(await exposureOf(MANUAL, "web-02")).toBe("manual");
    expect(await listAttestations(system, id, await hostId("web-02"), 9)).toMatchObject([{ id: newest?.id, withdrawnBy: "engineer" }]);
    await expect(withdrawAttestation(engineer, newest?.id ?? 0)).rejects.toMatchObject({ code: "conflict" });
  });

  it("leaves every count with a host that is retired", async () => {
    const mitigated = async () => (await getModelExposure(system, modelId, limits())).threats.get(MANUAL)?.mitigated;
    expect(await mitigated()).toBe(1);
    await editHost(system, await hostId("web-01"), { retired: true });
    expect([await mitigated(), await exposureOf(MANUAL, "web-01")]).toEqual([0, undefined]);
    await editHost(system, await hostId("web-01"), { retired: false });
  });

  it("ends by itself", async () => {
    expect(await exposureOf(MANUAL, "web-01")).toBe("mitigated");
    at(24 * 30);
    expect(await exposureOf(MANUAL, "web-01")).toBe("manual");
    at(0);
  });
});

describe("the evidence of a threat on a host", () => {
  it("says of each control where it stands, and names the scan", async () => {
    const controls = ["memory-limit", "restart-policy-always", "no-such-control"];
    const found = await listThreatEvidence(system, controls, await hostId("web-01"), new Date());
    expect(found.map(({ control, standing, finding, scan: of }) => [control, standing, finding?.level ?? null, of !== null])).toEqual([
      ["memory-limit", "fail", "WARN", true],
      ["restart-policy-always", "cannot_pass", null, false],
      ["no-such-control", "unassessed", null, false],
    ]);
  });
});
