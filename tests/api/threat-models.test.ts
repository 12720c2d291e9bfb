import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as getCoverage } from "@/app/api/v1/threat-models/[slug]/coverage/route";
import { GET as listExposure } from "@/app/api/v1/threat-models/[slug]/exposure/route";
import { DELETE as deleteModel, GET as getModel, PATCH as patchModel } from "@/app/api/v1/threat-models/[slug]/route";
import { POST as addModel, GET as listModels } from "@/app/api/v1/threat-models/route";
import { ALL_OPERATIONS } from "@/lib/api/all-operations";
import { loadThreatModels } from "@/lib/data/load-threat-models";
import { readThreatModelFile } from "@/lib/threats/exchange/read-exchange";
import { EXPOSURES } from "@/lib/threats/exposure-words";
import { call, tokenFor } from "../support/api";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";

useDatabase();

let token = "";
const params = { slug: "docker" };

beforeAll(async () => {
  await loadThreatModels();
  token = await tokenFor("read");
  const today = new Date().toISOString().replace(/\.\d+Z$/, "+00:00");
  await upload("web-01", redated(logBytes("v1.6.1/before.text"), today), { receivedAt: new Date() });
});

/** The answer, checked against the schema that the API document publishes for this call. */
async function answerOf(path: string, answer: Promise<Response>) {
  const response = await answer;
  expect(response.status).toBe(200);
  const body = await response.json();
  const schema = ALL_OPERATIONS.find((operation) => operation.method === "get" && operation.path === path)?.answers[200]?.schema;
  expect(schema?.safeParse(body).error?.issues ?? []).toEqual([]);
  return body;
}

const docker = () => answerOf("/threat-models/{slug}", call(getModel, "threat-models/docker", { token, params }));

describe("threat models over the API", () => {
  it("are listed with the two that ship, and paged", async () => {
    const all = await answerOf("/threat-models", call(listModels, "threat-models", { token }));
    expect(all.items.map(({ slug }: { slug: string }) => slug)).toEqual(["docker", "kubernetes"]);
    expect(all.nextCursor).toBeNull();
    const first = await answerOf("/threat-models", call(listModels, "threat-models?limit=1", { token }));
    const rest = await answerOf("/threat-models", call(listModels, `threat-models?limit=1&cursor=${first.nextCursor}`, { token }));
    expect([first.items[0].slug, rest.items[0].slug]).toEqual(["docker", "kubernetes"]);
  });

  it("say per threat what mitigates it and on how many hosts it is open", async () => {
    const { threats, hosts } = await docker();
    expect(hosts).toBe(1);
    const exhaustion = threats.find(({ slug }: { slug: string }) => slug === "resource-exhaustion");
    expect(exhaustion).toMatchObject({
      stride: "D",
      title: "Resource Exhaustion",
      origin: "source",
      exposure: { hosts: 1, counts: { unmitigated: 1 } },
    });
    expect(exhaustion.rule).toMatch(/^Mitigated when .* say PASS in a scan not older than 14 days\.$/);
    const memory = exhaustion.controls.find(({ control }: { control: string }) => control === "memory-limit");
    expect(memory).toMatchObject({ kind: "mitigates", role: "required", number: "5.11" });
    for (const { exposure } of threats) expect(Object.values<number>(exposure.counts).reduce((a, b) => a + b)).toBe(1);
  });

  it("have no evidence where no scan is of their family", async () => {
    const kubernetes = await answerOf(
      "/threat-models/{slug}",
      call(getModel, "threat-models/kubernetes", { token, params: { slug: "kubernetes" } }),
    );
    expect(kubernetes.hosts).toBe(0);
    for (const { exposure } of kubernetes.threats) expect(exposure.counts).toEqual(Object.fromEntries(EXPOSURES.map((each) => [each, 0])));
  });

  it("page exposures with the lines that decided, and filter them", async () => {
    const path = "/threat-models/{slug}/exposure";
    const one = await answerOf(
      path,
      call(listExposure, "threat-models/docker/exposure?host=web-01&threat=resource-exhaustion", { token, params }),
    );
    expect(one).toMatchObject({
      items: [{ host: "web-01", exposure: "unmitigated", lastVerdict: "unmitigated", stride: "D" }],
      nextCursor: null,
    });
    const memory = one.items[0].reasons.find(({ control }: { control: string }) => control === "memory-limit");
    expect(memory).toMatchObject({ number: "5.11", state: "open", level: "WARN", scanId: expect.any(Number), line: expect.any(Number) });

    const found: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await answerOf(
        path,
        call(listExposure, `threat-models/docker/exposure?limit=7&cursor=${cursor}`.replace(/&cursor=$/, ""), { token, params }),
      );
      found.push(...page.items.map(({ threat }: { threat: string }) => threat));
      cursor = page.nextCursor;
    }
    expect([...found].sort()).toEqual((await docker()).threats.map(({ slug }: { slug: string }) => slug).sort());
    const open = await answerOf(path, call(listExposure, "threat-models/docker/exposure?exposure=unmitigated&stride=D", { token, params }));
    expect(new Set(open.items.map(({ exposure, stride }: { exposure: string; stride: string }) => exposure + stride))).toEqual(
      new Set(["unmitigatedD"]),
    );
    expect((await call(listExposure, "threat-models/docker/exposure?cursor=x", { token, params })).status).toBe(422);
  });

  it("tell what checks cover", async () => {
    const { letters, elements } = await answerOf(
      "/threat-models/{slug}/coverage",
      call(getCoverage, "threat-models/docker/coverage", { token, params }),
    );
    expect(letters.map(({ stride }: { stride: string }) => stride).join("")).toBe("STRIDE");
    for (const { threats, decided, supported, uncovered } of letters) expect(decided + supported + uncovered.length).toBe(threats);
    expect(elements.find(({ id }: { id: string }) => id === "dockerd").threats.E.length).toBeGreaterThan(0);
  });

  it("are not found under a wrong name, and not edited by who may only read", async () => {
    expect((await call(getModel, "threat-models/x", { token, params: { slug: "x" } })).status).toBe(404);
    expect((await call(deleteModel, "threat-models/docker", { method: "DELETE", token, params })).status).toBe(403);
  });
});

const sample = (name: string) => readFileSync(new URL(`../threats/samples/${name}`, import.meta.url), "utf8");

describe("the exchange of threat models over the API", () => {
  it.each(["threat-dragon", "otm"])("gives a file of %s that can be read again", async (format) => {
    const file = await (await call(getModel, `threat-models/docker?format=${format}`, { token, params })).text();
    const read = readThreatModelFile(file);
    expect(read).toMatchObject({ ok: true, value: { model: { title: "Docker host and engine" } } });
  });

  it("takes a model, edits it under its version, and takes it out of use", async () => {
    const write = await tokenFor("write");
    const json = { "content-type": "application/json" };
    const added = await call(addModel, "threat-models", {
      method: "POST",
      token: write,
      headers: json,
      body: sample("v2-threat-model.json"),
    });
    expect(added.status).toBe(201);
    const { slug } = await added.json();
    const edit = (version: number) =>
      call(patchModel, `threat-models/${slug}`, {
        method: "PATCH",
        token: write,
        headers: json,
        params: { slug },
        body: JSON.stringify({ version, edits: [{ op: "set-facts", facts: { title: "Renamed" } }] }),
      });
    expect(await (await edit(1)).json()).toEqual({ version: 2 });
    expect((await edit(1)).status).toBe(409);
    expect((await call(deleteModel, `threat-models/${slug}`, { method: "DELETE", token: write, params: { slug } })).status).toBe(204);
    expect((await call(getModel, `threat-models/${slug}`, { token, params: { slug } })).status).toBe(404);
  });

  it("refuses a bad file with the path of the wrong field, and stores nothing", async () => {
    const write = await tokenFor("write");
    const bad = sample("v2-threat-model.json").replace('"shape": "store"', '"shape": 7').replace('"shape":"store"', '"shape":7');
    const refused = await call(addModel, "threat-models", { method: "POST", token: write, body: bad });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ path: expect.stringMatching(/^detail\.diagrams\[0\]\.cells\[0\]\.shape/) });
    const all = await (await call(listModels, "threat-models", { token })).json();
    expect(all.items).toHaveLength(2);
  });
});
