import { beforeAll, describe, expect, it, vi } from "vitest";
import { submitReset } from "@/app/(dashboard)/threats/[model]/compare/actions";
import { submitDeleteModel, submitElement, submitFacts } from "@/app/(dashboard)/threats/[model]/edit/actions";
import { submitRestore } from "@/app/(dashboard)/threats/[model]/history/actions";
import { submitNewModel } from "@/app/(dashboard)/threats/new/actions";
import { submitLink, submitNewThreat, submitThreat } from "@/app/(dashboard)/threats/threat-actions";
import { addThreatModel, deleteThreatModel } from "@/lib/data/change-threat-model";
import { pool } from "@/lib/data/client";
import { loadThreatModels } from "@/lib/data/load-threat-models";
import { countSavesSinceShipped } from "@/lib/data/model-saves";
import { getThreatModel, listModelRevisions, type StoredModel } from "@/lib/data/threat-models";
import { EMPTY_FORM, type FormAction, type FormState } from "@/lib/shared/form-state";
import { SHIPPED_MODELS } from "@/lib/threats/shipped-models";
import { browserOf, person } from "../auth/people";
import { useDatabase } from "../support/database";
import { system } from "../support/viewers";
import { link, modelOf, threat } from "./model-fixture";

const current = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => current.headers }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

useDatabase();

const OWN = { host: "bulkhead.lan:3000", origin: "http://bulkhead.lan:3000" };
let ada = "";

beforeAll(async () => {
  await loadThreatModels();
  await addThreatModel(system, modelOf("Build farm", [threat("breakout", { controls: [link("memory-limit")] })]), "Made for a test");
  const lead = await person("lead");
  ada = lead.name;
  current.headers = new Headers({ ...OWN, cookie: (await browserOf(lead.email)).get("cookie") ?? "" });
});

/** What a form is answered; "to /path" where it led on. */
async function send(action: FormAction, fields: Record<string, string | number | readonly string[]>): Promise<FormState | string> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const entry of [value].flat()) data.append(name, String(entry));
  try {
    return await action(EMPTY_FORM, data);
  } catch (error) {
    const [, , path] = String((error as { digest?: unknown }).digest).split(";");
    return `to ${path}`;
  }
}

async function stored(slug: string): Promise<StoredModel> {
  const model = await getThreatModel(system, slug);
  if (model === null) throw new Error(`${slug} is gone`);
  return model;
}

const LINK = {
  model: "build-farm",
  threat: "breakout",
  control: "memory-limit",
  ...{ kind: "mitigates", role: "supporting", reason: "It caps it.", confidence: "low", mitigation: "" },
};

const THREAT = { title: "Breakout", stride: "I", description: "", attackPath: "", likelihood: "", impact: "", uncovered: "" };

describe("forms that edit a threat model", () => {
  it("refuse to overwrite what somebody else saved, say who and which version, and keep what was typed", async () => {
    const { version } = await stored("build-farm");
    expect(await send(submitLink, { ...LINK, version })).toBe(`to /threats/build-farm/breakout/edit?saved=${version + 1}#controls`);
    const late = await send(submitThreat, { ...THREAT, model: "build-farm", threat: "breakout", version, title: "Mine" });
    expect(late).toMatchObject({
      ok: false,
      message: `${ada} saved version ${version + 1} of this model in the meantime; yours began from version ${version}. Nothing was stored.`,
      fieldErrors: {},
      values: { title: "Mine", stride: "I" },
      result: { newVersion: String(version + 1) },
    });
    expect((await stored("build-farm")).model.threats[0]).toMatchObject({ title: "breakout", controls: [{ role: "supporting" }] });
  });

  it("save on top of the other version when that is asked for, by the version of the second button", async () => {
    const { version } = await stored("build-farm");
    const sent = { ...THREAT, model: "build-farm", threat: "breakout", version: [String(version - 1), String(version)], title: "Mine" };
    expect(await send(submitThreat, sent)).toMatchObject({ ok: true, message: `Saved as version ${version + 1}.` });
    const [revision] = await listModelRevisions(system, (await stored("build-farm")).id, { before: null, limit: 1 });
    expect(revision).toMatchObject({ version: version + 1, actor: ada, summary: "Renamed breakout to Mine" });
  });

  it("store nothing when nothing was changed", async () => {
    const { version, model } = await stored("build-farm");
    const { slug: threatSlug, title, stride, description } = model.threats[0] ?? threat("none");
    const same = { ...THREAT, model: "build-farm", threat: threatSlug, version, title, stride: stride ?? "", description };
    expect(await send(submitThreat, same)).toMatchObject({ ok: true, message: "Nothing was changed." });
    expect((await stored("build-farm")).version).toBe(version);
  });

  it("say at its field what an edit refuses", async () => {
    const { version } = await stored("build-farm");
    expect(await send(submitLink, { ...LINK, version, kind: "detects", role: "required" })).toMatchObject({
      ok: false,
      fieldErrors: { role: "Only a control that mitigates can be required; one that detects supports." },
    });
    expect(await send(submitFacts, { model: "build-farm", version, prefix: "d", ...FACTS })).toMatchObject({
      fieldErrors: { prefix: "One to five capital letters or digits, a letter first." },
    });
    expect(await send(submitElement, { ...ELEMENT, version, boundary: "nowhere" })).toMatchObject({
      fieldErrors: { boundary: "There is no boundary “nowhere” on this diagram." },
    });
  });

  it("add models, elements and threats, and lead on to them", async () => {
    const made = { title: "Import", description: "A\r\nB", evidence: ["docker"] };
    expect(await send(submitNewModel, made)).toBe("to /threats/import-2");
    expect((await stored("import-2")).model).toMatchObject({ description: "A\nB", evidence: ["docker"] });
    expect(await send(submitElement, { ...ELEMENT, model: "import-2", version: 1 })).toBe("to /threats/import-2/edit?saved=2#elements");
    const added = { ...THREAT, title: "History", model: "import-2", version: 2, elements: ["store-1"], attackPath: "one\r\n\r\n two" };
    expect(await send(submitNewThreat, added)).toBe("to /threats/import-2/history-2/edit?saved=3");
    expect((await stored("import-2")).model.threats).toMatchObject([{ elements: ["store-1"], attackPath: ["one", "two"], origin: "user" }]);
    expect(await send(submitDeleteModel, { model: "import-2", typedTitle: "import" })).toMatchObject({ ok: false });
    expect(await send(submitDeleteModel, { model: "import-2", typedTitle: "Import" })).toBe("to /threats");
  });

  it("are for leads", async () => {
    const { version } = await stored("build-farm");
    const lead = current.headers;
    const engineer = await person("engineer");
    current.headers = new Headers({ ...OWN, cookie: (await browserOf(engineer.email)).get("cookie") ?? "" });
    expect(await send(submitFacts, { model: "build-farm", version, prefix: "BF", ...FACTS })).toMatchObject({ ok: false, fieldErrors: {} });
    current.headers = lead;
    expect((await stored("build-farm")).version).toBe(version);
  });
});

const FACTS = { title: "Build farm", description: "", owner: "Platform", reviewer: "", contributors: "Ada\r\nGrace" };
const ELEMENT = { model: "build-farm", id: "", kind: "store", name: "Cache", description: "", boundary: "", outOfScope: "" };

describe("versions", () => {
  it("are restored as a new version with the old document", async () => {
    const before = await stored("build-farm");
    await send(submitFacts, { model: "build-farm", version: before.version, prefix: "BF", ...FACTS });
    const edited = await stored("build-farm");
    expect(edited.model).toMatchObject({ owner: "Platform", contributors: ["Ada", "Grace"], prefix: "BF" });
    const restore = { model: "build-farm", version: edited.version, restore: before.version };
    expect(await send(submitRestore, restore)).toBe(`to /threats/build-farm/history?version=${edited.version + 1}`);
    const restored = await stored("build-farm");
    expect(restored.model).toEqual(before.model);
    const [revision] = await listModelRevisions(system, restored.id, { before: null, limit: 1 });
    expect(revision).toMatchObject({ version: edited.version + 1, summary: `Restored version ${before.version}`, actor: ada });
    expect(await send(submitRestore, restore)).toMatchObject({ ok: false, result: { newVersion: String(edited.version + 1) } });
    expect(await send(submitRestore, { ...restore, version: restored.version, restore: 99 })).toMatchObject({
      message: "There is no version 99 of this model.",
    });
  });
});

describe("a shipped model", () => {
  const shipped = SHIPPED_MODELS.find(({ slug }) => slug === "docker");
  const facts = () => ({
    ...{
      model: "docker",
      title: "Our Docker",
      prefix: "D",
      description: "",
      owner: "",
      reviewer: "",
      contributors: "",
      evidence: "docker",
    },
  });

  it("keeps its edits when the program starts again, and is the shipped one after a reset", async () => {
    await send(submitFacts, { ...facts(), version: 1 });
    await send(submitFacts, { ...facts(), version: 2, owner: "Ada" });
    await loadThreatModels();
    const edited = await stored("docker");
    expect(edited).toMatchObject({ version: 3, edited: true, model: { title: "Our Docker", owner: "Ada" } });
    expect(await countSavesSinceShipped(system, edited.id)).toEqual({ versions: 2, people: 1 });
    expect(await send(submitReset, { model: "docker", version: 2 })).toMatchObject({ ok: false, result: { newVersion: "3" } });
    expect(await send(submitReset, { model: "docker", version: 3 })).toBe("to /threats/docker/history?version=4");
    expect(await stored("docker")).toMatchObject({ version: 4, edited: false, model: { title: shipped?.title, owner: shipped?.owner } });
    expect((await stored("docker")).model).toEqual(shipped);
  });

  it("that nobody edited follows the program", async () => {
    await pool().query(`update threat_model set document = jsonb_set(document, '{title}', '"An older release"') where slug = 'docker'`);
    await loadThreatModels();
    const updated = await stored("docker");
    expect(updated).toMatchObject({ version: 5, edited: false, updatedBy: "Bulkhead" });
    expect(updated.model).toEqual(shipped);
    await loadThreatModels();
    expect((await stored("docker")).version).toBe(5);
  });

  it("that was deleted stays deleted", async () => {
    await deleteThreatModel(system, "docker");
    await loadThreatModels();
    expect(await getThreatModel(system, "docker")).toBeNull();
  });

  it("is the only kind that can be reset", async () => {
    const { version } = await stored("build-farm");
    expect(await send(submitReset, { model: "build-farm", version })).toMatchObject({
      message: "Only a model that comes with the program can be reset to it.",
    });
  });
});
