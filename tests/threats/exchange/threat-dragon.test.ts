import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { readThreatDragon } from "@/lib/threats/exchange/read-threat-dragon";
import { writeThreatDragon } from "@/lib/threats/exchange/write-threat-dragon";
import { SHIPPED_MODELS } from "@/lib/threats/shipped-models";
import type { Threat, ThreatModel } from "@/lib/threats/threat-model";
import { leavesLost } from "./leaves-lost";
import { sample } from "./samples";

const validate = new Ajv({ strict: false, allErrors: true }).compile(sample("td-threat-dragon-v2.schema.json") as object);

function imported(value: unknown) {
  const read = readThreatDragon(value);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const exported = (model: ThreatModel, status: Parameters<typeof writeThreatDragon>[1] = () => null) => {
  const written = asJson(writeThreatDragon(model, status));
  expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
  return written as DragonFile;
};

interface DragonFile {
  detail: {
    contributors: { name: string }[];
    diagrams: { id: number; title: string; diagramType: string; cells: Cell[] }[];
    diagramTop: number;
    threatTop: number;
  };
}
interface Cell {
  [key: string]: unknown;
  id: string;
  data: { [key: string]: unknown; threats: Record<string, unknown>[] };
}

describe.each(["v2-threat-model.json", "v2-new-model.json", "test-reports.json"])("%s", (name) => {
  it("comes back from import and export with nothing lost", () => {
    const { model, remarks } = imported(sample(name));
    expect(leavesLost(sample(name), exported(model))).toEqual([]);
    expect(remarks).toEqual([]);
  });

  it("is the same model after our export", () => {
    const { model } = imported(sample(name));
    expect(imported(exported(model)).model).toEqual(model);
  });

  it("keeps the rest when a title is edited here", () => {
    const { model } = imported(sample(name));
    const [first, ...others] = model.threats;
    if (first === undefined) return;
    const lost = leavesLost(sample(name), exported({ ...model, threats: [{ ...first, title: "Edited" }, ...others] }));
    expect(lost).toEqual([expect.stringMatching(/^detail\.diagrams\[0]\.cells\[\d+]\.data\.threats\[0]\.title: /)]);
  });
});

describe("a file of version 1", () => {
  const original = sample("demo-threat-model.json") as {
    detail: { diagrams: { [key: string]: unknown; diagramJson: { cells: Record<string, unknown>[] } }[] };
  };

  /** Where version 2 has what a cell of version 1 says, written down independently of the reader. */
  function inVersion2(cell: Record<string, unknown>) {
    const { id, type, z, threats, attrs, labels, angle, smooth, size, position, source, target, vertices, ...data } = cell;
    const end = (value: unknown) => {
      const { id, ...rest } = (value ?? {}) as Record<string, unknown>;
      return id === undefined ? rest : { ...rest, cell: id };
    };
    const drawn = { attrs, labels, angle, smooth };
    const isLine = type === "tm.Flow" || type === "tm.Boundary";
    const place = isLine ? { ...(size as object), source: end(source), target: end(target), vertices } : { size, position };
    return {
      id,
      zIndex: z,
      ...place,
      data: { ...data, type, threats: threats ?? [] },
      compatibility: { v1: JSON.parse(JSON.stringify(drawn)) },
    };
  }

  it("comes back as version 2 with nothing lost", () => {
    const { model, remarks } = imported(original);
    const diagrams = original.detail.diagrams.map(({ diagramJson, ...rest }) => ({ ...rest, cells: diagramJson.cells.map(inVersion2) }));
    const inTwo = JSON.parse(JSON.stringify({ ...original, detail: { ...original.detail, diagrams } }));
    expect(leavesLost(inTwo, exported(model))).toEqual([]);
    expect(remarks).toEqual([]);
    expect(imported(exported(model)).model).toEqual(model);
  });

  it("has its names and threats", () => {
    const { model } = imported(original);
    expect(model.elements.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
      "store: Worker Config",
      "store: Database",
      "store: Web Application Config",
      "store: Message Queue",
      "process: Background\nWorker Process",
      "process: Web\nApplication",
      "actor: Browser",
    ]);
    expect(model.flows.map(({ name }) => name)).toContain("Web App Query\nResults");
    expect(model.boundaries.map(({ shape }) => shape.kind)).toEqual(["curve", "curve", "curve", "curve"]);
    expect(model.threats.map(({ stride, number, slug, origin }) => `${origin} ${stride}${number} ${slug}`)).toEqual([
      "import I1 accessing-db-credentials",
      "import I2 unauthorised-access",
      "import I3 credential-theft",
      "import I4 credentials-should-be-encrypted",
      "import I5 message-secrecy",
      "import T1 message-tampering",
      "import S1 fake-messages-could-be-placed-on-the-queue",
      "import D1 poison-messages-1",
      "import D2 poison-messages-2",
      "import I6 data-flow-should-use-http-s",
      "import I7 data-flow-should-use-http-s-2",
      "import I8 data-flow-should-use-http-s-3",
      "import I9 man-in-the-middle-attack",
      "import I10 data-flow-should-use-http-s-4",
    ]);
  });
});

describe("reading", () => {
  it("makes of the demo's first threat what the document says of a threat", () => {
    const { model } = imported(sample("v2-threat-model.json"));
    expect({
      slug: model.slug,
      prefix: model.prefix,
      title: model.title,
      reviewer: model.reviewer,
      contributors: model.contributors,
    }).toEqual({
      slug: "demo-threat-model",
      prefix: "DTM",
      title: "Demo Threat Model",
      reviewer: "Jane Smith",
      contributors: ["Tom Brown", "Albert Moneypenny"],
    });
    const { description, mitigations, ...rest } = model.threats[0] ?? { description: "", mitigations: [] };
    expect(description).toMatch(/^The Background Worker configuration stores the credentials/);
    expect(mitigations).toEqual([
      {
        id: "7df716cd-a982-48a5-b4ed-800ccb670734-mitigation",
        text: "Encrypt the DB credentials in the configuration file.\n\nExpire and replace the DB credentials regularly.",
      },
    ]);
    expect(rest).toEqual({
      slug: "accessing-db-credentials",
      number: 1,
      title: "Accessing DB credentials",
      stride: "I",
      origin: "import",
      attackPath: [],
      elements: ["a25bbb4e-093f-4238-a620-31efdee452dc"],
      likelihood: null,
      impact: null,
      controls: [],
      references: [],
      uncovered: null,
      stated: { status: "Open", severity: "High", type: "Information disclosure" },
      foreign: { threatDragon: { id: "7df716cd-a982-48a5-b4ed-800ccb670734", modelType: "STRIDE" } },
    });
  });

  it("knows every kind of cell, their typing error too, and which boundary holds what", () => {
    const { model } = imported(sample("test-reports.json"));
    expect(model.diagrams.map(({ id, method }) => `${id} ${method}`)).toEqual([
      "0 STRIDE",
      "1 CIA",
      "2 LINDDUN",
      "4 DIE",
      "5 PLOT4ai",
      "6 Generic",
      "8 STRIDE",
    ]);
    const count = (list: readonly unknown[]) => list.length;
    expect([model.elements, model.flows, model.boundaries, model.notes].map(count)).toEqual([24, 9, 4, 2]);
    expect(model.boundaries.map(({ shape }) => shape.kind).toSorted()).toEqual(["box", "box", "curve", "curve"]);
    expect(model.notes.map(({ text }) => text)).toEqual(["Arbitrary Text", "Arbitrary Text"]);
    expect(model.threats.find(({ stated }) => stated?.type === "Distributed")).toMatchObject({ stride: null, number: 1 });
  });

  it("reads threats on the cell as well, once each", () => {
    const threat = (id: string) => ({ id, title: id, status: "Open", severity: "High", type: "Spoofing", description: "", mitigation: "" });
    const cell = {
      id: "a25bbb4e-093f-4238-a620-31efdee452dc",
      shape: "actor",
      zIndex: 1,
      data: { type: "tm.Actor", hasOpenThreats: true, threats: [threat("one")] },
      threats: [threat("one"), { ...threat("two"), id: undefined, threatId: "two" }],
    };
    const { model } = imported(fileWith(cell));
    expect(model.threats.map(({ slug }) => slug)).toEqual(["one", "two"]);
  });

  it("puts an element into the smallest box around its middle", () => {
    const box = (id: string, x: number, width: number) => ({
      id,
      shape: "trust-boundary-box",
      zIndex: -1,
      position: { x, y: 0 },
      size: { width, height: 500 },
      data: { type: "tm.BoundaryBox" },
    });
    const actor = { id: "actor", shape: "actor", zIndex: 1, position: { x: 150, y: 50 }, size: { width: 60, height: 60 } };
    const { model } = imported(fileWith(box("outer", 0, 900), box("inner", 100, 300), box("aside", 600, 200), actor));
    expect(model.elements.map(({ boundary }) => boundary)).toEqual(["inner"]);
    expect(model.boundaries.map(({ id, parent }) => [id, parent])).toEqual([
      ["outer", null],
      ["inner", "outer"],
      ["aside", "outer"],
    ]);
  });

  it("renames what has another's id and says so, and gives flows to nowhere a loose end", () => {
    const cell = { id: "same", shape: "actor", zIndex: 1 };
    const flow = { id: "flow", shape: "flow", zIndex: 1, source: { cell: "same" }, target: { cell: "gone" }, vertices: [{ x: 3, y: 4 }] };
    const { model, remarks } = imported(fileWith(cell, cell, flow));
    expect(model.elements.map(({ id }) => id)).toEqual(["same", "same-2"]);
    expect(model.flows.map(({ from, to }) => [from, to])).toEqual([[{ element: "same" }, { point: { x: 3, y: 4 } }]]);
    expect(remarks).toEqual([
      'detail.diagrams[0].cells[1].id is "same" as another cell\'s; this one is called "same-2".',
      'detail.diagrams[0].cells[2].target.cell names "gone", which is no element of the diagram; the flow has a loose end there.',
    ]);
    expect(exported(model).detail.diagrams[0]?.cells.find(({ shape }) => shape === "flow")?.target).toMatchObject({ cell: "gone" });
  });

  it("keeps cells of unknown kinds for the export", () => {
    const cell = { id: "strange", shape: "cloud", zIndex: 1, data: { type: "tm.Cloud", hasOpenThreats: false, rain: true } };
    const { model, remarks } = imported(fileWith(cell));
    expect(remarks).toEqual(['detail.diagrams[0].cells[0] is of a kind that we do not know ("tm.Cloud"); it is kept for an export.']);
    expect(leavesLost(fileWith(cell), exported(model))).toEqual([]);
  });
});

function fileWith(...cells: unknown[]) {
  const diagram = { id: 0, title: "Main", diagramType: "STRIDE", thumbnail: "", version: "2.0", cells };
  const detail = { contributors: [], diagrams: [diagram], diagramTop: 1, reviewer: "", threatTop: 0 };
  return { version: "2.0", summary: { title: "a" }, detail };
}

describe("a threat's type", () => {
  const read = (type: string, modelType?: string) => {
    const threat = {
      id: "1",
      title: "t",
      status: "Open",
      severity: "High",
      type,
      description: "",
      mitigation: "",
      ...(modelType ? { modelType } : {}),
    };
    const data = { type: "tm.Actor", hasOpenThreats: true, threats: [threat] };
    const { model } = imported(fileWith({ id: "actor", shape: "actor", zIndex: 1, data }));
    return { stride: model.threats[0]?.stride, type: model.threats[0]?.stated?.type };
  };

  it.each([
    ["Spoofing", "S"],
    ["Tampering التلاعب", "T"],
    ["Nichtanerkennung", "R"],
    ["Veröffentlichung von Informationen", "I"],
    ["Άρνηση εκτέλεσης υπηρεσίας (Denial of service)", "D"],
    ["Elevation of privilege / Elevación de privilegios", "E"],
    ["Usurpation d'identité", "S"],
    ["छेड़छाड़", "T"],
    ["否認", "R"],
    ["Pendedahan maklumat", "I"],
    ["Negação de serviço", "D"],
    ["权限提升", "E"],
    ["Penafian", "R"],
    ["Penafian Perkhidmatan", "D"],
    ["ELEVATION OF PRIVILEGE", "E"],
    ["E\u0301le\u0301vation de privile\u0300ge", "E"],
  ])("is understood in the language of the author: %s", (type, stride) => {
    expect(read(type, "STRIDE")).toEqual({ stride, type });
  });

  it("is no STRIDE letter under another method, even where the name is the same", () => {
    expect(read("Divulgation d'information", "LINDDUN")).toEqual({ stride: null, type: "Divulgation d'information" });
    expect(read("Linkability")).toEqual({ stride: null, type: "Linkability" });
  });
});

describe("writing our own models", () => {
  const [docker] = SHIPPED_MODELS;
  if (docker === undefined) throw new Error("no shipped model");

  it("states the statuses it is told, colours what has open threats, and imports as the same model", () => {
    const status = (threat: Threat) => (threat.number === 1 ? "Open" : "Mitigated");
    const file = exported(docker, status);
    const threats = file.detail.diagrams.flatMap(({ cells }) => cells.flatMap(({ data }) => data.threats));
    expect(new Set(threats.map((threat) => threat.status))).toEqual(new Set(["Open", "Mitigated"]));
    expect(threats).toHaveLength(docker.threats.length);
    for (const { shape, data, attrs } of file.detail.diagrams.flatMap(({ cells }) => cells)) {
      const isOpen = data.threats.some((threat) => threat.status === "Open");
      expect(data.hasOpenThreats).toBe(isOpen);
      if (shape === "process") expect(attrs).toMatchObject({ body: { stroke: isOpen ? "red" : "#333333", strokeWidth: isOpen ? 3 : 1 } });
    }
    expect(imported(file)).toEqual({ model: docker, remarks: [] });
  });

  it("puts threats on no element onto a cell of their own, and takes them off it again", () => {
    const model = { ...docker, threats: docker.threats.map((threat) => ({ ...threat, elements: [] })) };
    const file = exported(model);
    const holder = file.detail.diagrams.flatMap(({ cells }) => cells).filter(({ data }) => data.threats.length > 0);
    expect(holder.map(({ data }) => data.name)).toEqual(["Unplaced threats"]);
    expect(imported(file)).toEqual({ model, remarks: [] });
  });

  it("makes up a diagram where there is none, and leaves it out again", () => {
    const model = {
      ...docker,
      diagrams: [],
      elements: [],
      boundaries: [],
      flows: [],
      notes: [],
      threats: docker.threats.map((threat) => ({ ...threat, elements: [] })),
    };
    expect(exported(model).detail.diagrams.map(({ title }) => title)).toEqual(["Other"]);
    expect(imported(exported(model))).toEqual({ model, remarks: [] });
  });

  it("takes what somebody edited in Threat Dragon and keeps what it cannot say", () => {
    const file = exported(docker);
    const cell = file.detail.diagrams[0]?.cells.find(({ data }) => data.threats.length > 0);
    const edited = cell?.data.threats[0];
    if (cell === undefined || edited === undefined) throw new Error("no threat");
    const before = docker.threats.find(({ title }) => title === edited.title);
    Object.assign(edited, { title: "Edited there", status: "Mitigated", mitigation: `${edited.mitigation}\n- One more` });
    cell.data.name = "Renamed there";
    const { model, remarks } = imported(file);
    const after = model.threats.find(({ slug }) => slug === before?.slug);
    expect(after).toEqual({
      ...before,
      title: "Edited there",
      stated: { status: "Mitigated", severity: edited.severity, type: edited.type },
      mitigations: [
        ...(before?.mitigations ?? []),
        { id: `${edited.id}-mitigation-${(before?.mitigations.length ?? 0) + 1}`, text: "One more" },
      ],
      foreign: after?.foreign,
    });
    expect(model.elements.find(({ name }) => name === "Renamed there")).toBeDefined();
    expect(model.threats.filter(({ slug }) => slug !== before?.slug)).toEqual(docker.threats.filter(({ slug }) => slug !== before?.slug));
    expect(remarks).toEqual([]);
  });

  it("names a threat anew that was copied in Threat Dragon", () => {
    const file = exported(docker);
    const threats = file.detail.diagrams[0]?.cells.find(({ data }) => data.threats.length > 0)?.data.threats;
    if (threats?.[0] === undefined) throw new Error("no threat");
    threats.push({ ...threats[0], id: "00000000-0000-4000-8000-000000000000" });
    const { model } = imported(file);
    expect(model.threats).toHaveLength(docker.threats.length + 1);
    expect(new Set(model.threats.map(({ slug }) => slug)).size).toBe(model.threats.length);
    expect(new Set(model.threats.map(({ stride, number }) => `${stride}${number}`)).size).toBe(model.threats.length);
  });
});
