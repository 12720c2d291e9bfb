import { beforeAll, describe, expect, it } from "vitest";
import { addThreatModel, deleteThreatModel } from "@/lib/data/change-threat-model";
import { pool } from "@/lib/data/client";
import { type AgeLimits, getModelExposure } from "@/lib/data/exposure-counts";
import { listModelSummaries } from "@/lib/data/model-summaries";
import { navCounts } from "@/lib/data/nav-counts";
import { countOpenThreats, type OpenThreats } from "@/lib/data/open-threats";
import { listThreatModels } from "@/lib/data/threat-models";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { person, system } from "../support/viewers";
import { link, modelOf, threat } from "./model-fixture";

const LIMITS: AgeLimits = { now: new Date("2026-11-23T12:00:00Z"), staleBefore: new Date("2026-11-09T12:00:00Z") };
const daysAgo = (days: number): Date => new Date(LIMITS.now.getTime() - days * 86_400_000);

/** The same, counted from the exact totals of each model. */
async function counted(limits: AgeLimits): Promise<OpenThreats[]> {
  const models = await listThreatModels(system);
  const rows = await Promise.all(
    models.map(async ({ id, model }) => {
      const { threats } = await getModelExposure(system, id, limits);
      return [...STRIDE_LETTERS, null].map((stride) => {
        const own = model.threats.filter((each) => each.stride === stride);
        const open = own.filter(({ slug }) => (threats.get(slug)?.unmitigated ?? 0) > 0).length;
        return { modelId: id, model: model.slug, stride, threats: own.length, open };
      });
    }),
  );
  return rows.flat().filter(({ threats }) => threats > 0);
}

const byModel = (rows: readonly OpenThreats[]) =>
  rows.toSorted((a, b) => a.modelId - b.modelId || String(a.stride).localeCompare(String(b.stride)));

async function expectAgreement(limits = LIMITS): Promise<void> {
  expect(byModel(await countOpenThreats(person("viewer"), limits))).toEqual(byModel(await counted(limits)));
}

const sumOf = (rows: readonly OpenThreats[]): number => rows.reduce((sum, { open }) => sum + open, 0);

describe("open threats of all models", () => {
  useDatabase();

  beforeAll(async () => {
    await addThreatModel(
      system,
      modelOf("Containers", [
        threat("exhaustion", { controls: [link("memory-limit"), link("pids-limit")] }),
        threat("traffic", { stride: "I", controls: [link("default-bridge-traffic")] }),
        threat("insider", { stride: null, uncovered: "No scan sees people." }),
      ]),
      "Made for a test",
    );
    await addThreatModel(system, modelOf("Nobody's", [threat("theft", { stride: "T" })], { evidence: [] }), "Made for a test");
    await upload("harbor-03", logBytes("v1.6.1/before.text"), { ranAt: daysAgo(1) });
    await upload("quay-01", logBytes("v1.6.1/after.text"), { ranAt: daysAgo(20) });
  });

  it("are those that some host in service stands open to, by letter", async () => {
    expect((await countOpenThreats(system, LIMITS)).map(({ modelId: _, model: __, ...rest }) => rest)).toEqual([
      { stride: "I", threats: 1, open: 1 },
      { stride: "D", threats: 1, open: 1 },
      { stride: null, threats: 1, open: 0 },
      { stride: "T", threats: 1, open: 0 },
    ]);
    await expectAgreement();
    expect((await navCounts(system, LIMITS.now)).openThreats).toBe(2);
  });

  it("are none where the evidence is stale, the host is retired or the threat accepted until later", async () => {
    const stale = { ...LIMITS, staleBefore: LIMITS.now };
    expect(sumOf(await countOpenThreats(system, stale))).toBe(0);
    await expectAgreement(stale);
    await pool().query("update host set retired_at = now() where name = 'harbor-03'");
    expect(sumOf(await countOpenThreats(system, LIMITS))).toBe(0);
    await expectAgreement();
    await pool().query("update host set retired_at = null where name = 'harbor-03'");
    const set = `update threat_exposure e set verdict = 'accepted', until = $1, after = 'unmitigated' from threat t
      where t.id = e.threat_id and t.slug = 'traffic' and e.verdict = 'unmitigated'`;
    await pool().query(set, [daysAgo(-1)]);
    expect(sumOf(await countOpenThreats(system, LIMITS))).toBe(1);
    await expectAgreement();
    const later = { ...LIMITS, now: daysAgo(-1) };
    expect(sumOf(await countOpenThreats(system, later))).toBe(2);
    await expectAgreement(later);
  });

  it("stand in the list beside the hosts under each model, and go with a deleted model", async () => {
    const told = async () =>
      (await listModelSummaries(person("viewer"), LIMITS)).map(({ slug, hosts, staleHosts, letters, updatedBy }) => ({
        ...{ slug, hosts, staleHosts, updatedBy },
        letters: letters.map(({ stride, threats }) => `${stride}${threats}`),
      }));
    expect(await told()).toEqual([
      { slug: "containers", hosts: 2, staleHosts: 1, updatedBy: "test", letters: ["I1", "D1", "null1"] },
      { slug: "nobodys", hosts: 0, staleHosts: 0, updatedBy: "test", letters: ["T1"] },
    ]);
    await deleteThreatModel(system, "containers");
    expect((await told()).map(({ slug }) => slug)).toEqual(["nobodys"]);
    expect(sumOf(await countOpenThreats(system, LIMITS))).toBe(0);
  });

  it("belong to models that never take the address of a page", async () => {
    for (const title of ["Coverage", "New", "Import"]) {
      const { slug } = await addThreatModel(system, modelOf(title, []), "Made for a test");
      expect(slug).toBe(`${title.toLowerCase()}-2`);
    }
    const long = `${"x".repeat(69)}-y`;
    await addThreatModel(system, { ...modelOf("Long", []), slug: long }, "Made for a test");
    expect((await addThreatModel(system, { ...modelOf("Long", []), slug: long }, "Made again")).slug).toBe(`${"x".repeat(69)}-2`);
  });
});
