import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { readOtm } from "@/lib/threats/exchange/read-otm";
import { writeOtm } from "@/lib/threats/exchange/write-otm";
import { SHIPPED_MODELS } from "@/lib/threats/shipped-models";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { leavesLost } from "./leaves-lost";
import { sample } from "./samples";

const validate = new Ajv({ strict: false, allErrors: true }).compile(sample("otm_schema-0.2.0.json") as object);

function imported(value: unknown) {
  const read = readOtm(value);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("the example of the format", () => {
  const original = sample("example-open-threat-model.json");

  it("comes back from import and export with nothing lost", () => {
    const { model, remarks } = imported(original);
    const written = asJson(writeOtm(model));
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
    // Where the file says null for "none", the export leaves the member out or fills it.
    expect(leavesLost(original, written).filter((leaf) => !/\.(?:attributes|threats): null$/.test(leaf))).toEqual([]);
    expect(remarks).toEqual(["Trust zones and components that no diagram shows were laid out in rows: 1."]);
  });

  it("is the same model after our export", () => {
    const { model } = imported(original);
    expect(imported(asJson(writeOtm(model))).model).toEqual(model);
  });
});

type File = Record<"components" | "dataflows" | "threats" | "mitigations" | "trustZones", Record<string, unknown>[]>;

const exported = (model: ThreatModel) => {
  const written = asJson(writeOtm(model)) as File;
  expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
  return written;
};

describe("reading", () => {
  const { model } = imported(sample("example-open-threat-model.json"));

  it("makes boundaries of zones, elements of components, with places counted from the diagram's corner", () => {
    expect(model.boundaries.map(({ name, trust, shape }) => ({ name, trust, shape }))).toEqual([
      { name: "Internet", trust: 20, shape: { kind: "box", box: { x: 600, y: 100, width: 100, height: 100 } } },
      { name: "Private", trust: 100, shape: { kind: "box", box: { x: 0, y: 0, width: 100, height: 100 } } },
    ]);
    const [internet, inside] = model.boundaries.map(({ id }) => id);
    expect(model.elements.map(({ name, kind, boundary, box: { x, y } }) => ({ name, kind, boundary, x, y }))).toEqual([
      { name: "Web Client", kind: "actor", boundary: internet, x: 700, y: 200 },
      { name: "Web Service", kind: "process", boundary: inside, x: 100, y: 100 },
      { name: "Customer Database", kind: "store", boundary: inside, x: 200, y: 100 },
      { name: "Class CustomerDatabase", kind: "process", boundary: inside, x: 40, y: 40 },
    ]);
    expect(model.diagrams.map(({ id, method }) => [id, method])).toEqual([
      ["architecture-diagram", "STRIDE"],
      ["578b5170-74f1-401d-a72f-c06ccc966ca0", "LINDDUN"],
    ]);
  });

  it("makes a threat with letter, ratings, weaknesses and shared mitigations", () => {
    expect(model.threats).toEqual([
      {
        slug: "threat-1",
        number: 1,
        title: "Threat 1",
        stride: "S",
        origin: "import",
        description: "Description for the threat number 1",
        attackPath: [],
        elements: ["web-service", "cc-store-in-db"],
        likelihood: "medium",
        impact: "very_high",
        mitigations: [
          {
            id: "fd6136f4-e2ff-11eb-ba80-0242ac130004",
            text: "This is the name of mitigation 1\n\nDescription for mitigation 1",
            foreign: { otm: { riskReduction: 50 } },
          },
        ],
        controls: [],
        references: [
          { source: "cwe", id: "CWE-79", title: "", url: "" },
          { source: "cwe", id: "CWE-787", title: "", url: "" },
        ],
        uncovered: null,
        stated: { status: "exposed", severity: "", type: "Spoofing, Tampering" },
        foreign: expect.anything(),
      },
    ]);
    expect(model.foreign?.otm).toMatchObject({
      mitigations: [{ name: "Mitigation 2" }],
      assets: [{ id: "cc-data" }, { id: "public-info" }],
    });
  });

  it("keeps what is edited here and gives back the rest", () => {
    const [threat] = model.threats;
    if (threat === undefined) throw new Error("no threat");
    const edited = { ...threat, title: "Edited", likelihood: "high" as const, mitigations: [{ id: "new", text: "Another" }] };
    const file = exported({ ...model, threats: [edited] });
    expect(file.threats[0]).toMatchObject({ name: "Edited", risk: { likelihood: 70, impact: 100 }, tags: ["sql", "cwe-123"] });
    expect(file.components[1]?.threats).toEqual([
      { threat: threat.foreign?.otm?.id, state: "exposed", mitigations: [{ mitigation: "new", state: "required" }] },
    ]);
    expect(file.mitigations.map(({ id }) => id)).toEqual(["new", "3b837730-e300-11eb-ba80-0242ac130ab4"]);
    expect(imported(file).model.threats[0]).toMatchObject({
      title: "Edited",
      likelihood: "high",
      mitigations: [{ id: "new", text: "Another" }],
    });
  });

  it("takes what another program edited in our export and keeps what the format cannot say", () => {
    const [docker] = SHIPPED_MODELS;
    if (docker === undefined) throw new Error("no shipped model");
    const file = exported(docker);
    Object.assign(file.threats[0] ?? {}, { name: "Edited there" });
    Object.assign(file.components[0] ?? {}, { name: "Renamed there" });
    const { model, remarks } = imported(file);
    expect(model.threats[0]).toEqual({
      ...docker.threats[0],
      title: "Edited there",
      stated: expect.anything(),
      references: expect.anything(),
      foreign: expect.anything(),
    });
    expect(model.elements[0]).toMatchObject({ ...docker.elements[0], name: "Renamed there" });
    expect(model.threats.slice(1)).toEqual(docker.threats.slice(1));
    expect(remarks).toEqual([]);
  });

  it("names what is missing, and keeps it for the export", () => {
    const file = sample("example-open-threat-model.json") as File;
    Object.assign(file.dataflows[0] ?? {}, { destination: "nowhere" });
    Object.assign(file.components[0] ?? {}, { parent: { trustZone: "no-zone" }, threats: [{ threat: "no-threat", state: "exposed" }] });
    Object.assign(file.components[1] ?? {}, {
      threats: [{ threat: file.threats[0]?.id, state: "exposed", mitigations: [{ mitigation: "no-mitigation", state: "required" }, null] }],
    });
    Object.assign(file.components[3] ?? {}, { id: "web-client" });
    const { model, remarks } = imported(file);
    expect(remarks).toEqual([
      'components[3].id is "web-client" as another one\'s; this one is called "web-client-2".',
      "Trust zones and components that no diagram shows were laid out in rows: 1.",
      'components[0].parent names "no-zone", which is not in the file; it stands in no trust zone.',
      'dataflows[0].destination names "nowhere", which is no component of the file; the flow has a loose end there.',
      'components[0].threats[0].threat names "no-threat", which is not in the file; it is kept for an export.',
      'components[1].threats[0].mitigations[0].mitigation names "no-mitigation", which is not in the file; it is kept for an export.',
    ]);
    const again = exported(model);
    expect(again.dataflows[0]?.destination).toBe("nowhere");
    expect(again.components[0]?.threats).toEqual([{ threat: "no-threat", state: "exposed" }]);
    expect(again.components[1]?.threats).toEqual(file.components[1]?.threats);
    expect(imported(again).model).toEqual(model);
  });

  it("puts components that stand in components into the zone around, and back", () => {
    const file = sample("example-open-threat-model.json") as File;
    Object.assign(file.components[2] ?? {}, { parent: { component: "web-service" } });
    const { model } = imported(file);
    expect(model.elements[2]).toMatchObject({ boundary: "2ab4effa-40b7-4cd2-ba81-8247d29a6f2d", box: { x: 300, y: 200 } });
    expect(exported(model).components[2]).toMatchObject({
      parent: { component: "web-service" },
      representations: [{ position: { x: 200, y: 100 } }],
    });
  });

  it("bears parents that go round in a circle", () => {
    const file = sample("example-open-threat-model.json") as File;
    Object.assign(file.components[1] ?? {}, { parent: { component: "customer-database" } });
    Object.assign(file.components[2] ?? {}, { parent: { component: "web-service" } });
    const { model } = imported(file);
    expect(model.elements.slice(1, 3).map(({ boundary }) => boundary)).toEqual([null, null]);
    expect(imported(exported(model)).model).toEqual(model);
  });

  it.each([
    ["redis-cache", "store"],
    ["S3 Storage", "store"],
    ["external-system", "actor"],
    ["mobile-client", "actor"],
    ["", "process"],
    ["web-service", "process"],
  ])("guesses the kind of a component from its type: %s", (type, kind) => {
    const file = sample("example-open-threat-model.json") as File;
    Object.assign(file.components[0] ?? {}, { type });
    const { model } = imported(file);
    expect(model.elements[0]?.kind).toBe(kind);
    expect(exported(model).components[0]?.type).toBe(type);
  });
});

describe("writing", () => {
  it("shares a mitigation that is the same and parts those that only share an id", () => {
    const [docker] = SHIPPED_MODELS;
    if (docker === undefined) throw new Error("no shipped model");
    const texts = ["same", "same", "other"];
    const threats = docker.threats
      .slice(0, 3)
      .map((threat, index) => ({ ...threat, mitigations: [{ id: "m", text: texts[index] ?? "" }] }));
    const model = { ...docker, threats };
    const file = exported(model);
    expect(file.mitigations.map(({ id, name }) => [id, name])).toEqual([
      ["m", "same"],
      ["m-2", "other"],
    ]);
    expect(imported(file).model).toEqual(model);
  });
});
