import { STRIDE_CATEGORIES } from "@/lib/stride/categories";
import type { Diagram, Threat, ThreatModel } from "../threat-model";
import { uuidFrom } from "./fingerprint";
import { isObject, type JsonObject, objectAt, without } from "./json";
import { keep, worthKeeping } from "./kept-object";
import { orderOf } from "./model-order";
import { bulleted, nativeThreat, THREAT_MEMBERS } from "./read-dragon-threats";
import { DIAGRAM_MEMBERS, MODEL_MEMBERS, nativeDiagram, nativeHead } from "./read-threat-dragon";
import { strideOfName } from "./stride-names";
import { type CellObject, writeCell } from "./write-dragon-cells";

/** What Threat Dragon may be told of a threat by whoever knows; null leaves what the model states, or "Open". */
export type DragonStatus = "Open" | "Mitigated" | "Accepted" | "NotApplicable" | null;

/** The version of Threat Dragon whose files we write. */
const VERSION = "2.6.2";

/**
 * The model as JSON of OWASP Threat Dragon version 2. What the format has no field for stands in extra `compatibility` objects, which
 * Threat Dragon leaves alone, so that `readThreatDragon` gives the same model back. A threat on several elements is drawn on the first;
 * threats on none are drawn on a process called "Unplaced threats".
 */
export function writeThreatDragon(model: ThreatModel, status: (threat: Threat) => DragonStatus): JsonObject {
  return new Writing(model, status).file();
}

class Writing {
  readonly #model: ThreatModel;
  readonly #status: (threat: Threat) => DragonStatus;
  readonly #foreign: Readonly<JsonObject>;
  readonly #diagrams: readonly Diagram[];
  readonly #madeUp: string | null;
  /** Every object with the diagram that shows it: for an object whose own diagram is missing, one that is made up. */
  readonly #cells: readonly { readonly diagram: string; readonly source: CellObject }[];
  #threatTop = 0;
  #diagramTop = 0;

  constructor(model: ThreatModel, status: (threat: Threat) => DragonStatus) {
    this.#model = model;
    this.#status = status;
    this.#foreign = model.foreign?.threatDragon ?? {};
    const known = new Set(model.diagrams.map(({ id }) => id));
    const objects = objectsOf(model);
    const strays = objects.some(({ object }) => !known.has(object.diagram)) || (known.size === 0 && model.threats.length > 0);
    this.#madeUp = strays ? freeId("other", known) : null;
    this.#diagrams = this.#madeUp === null ? model.diagrams : [...model.diagrams, madeUpDiagram(this.#madeUp)];
    this.#cells = objects.map((source) => ({
      diagram: known.has(source.object.diagram) ? source.object.diagram : String(this.#madeUp),
      source,
    }));
  }

  file(): JsonObject {
    const { title, description, owner, reviewer, contributors } = this.#model;
    const detail = objectAt(this.#foreign, "detail");
    const numbers = this.#model.threats.map(({ foreign }) => foreign?.threatDragon?.number).filter((number) => typeof number === "number");
    this.#threatTop = Math.max(whole(detail.threatTop), ...numbers);
    this.#diagramTop = Math.max(whole(detail.diagramTop), ...this.#model.diagrams.map(({ id }) => (WHOLE.test(id) ? Number(id) + 1 : 0)));
    const diagrams = this.#writeDiagrams();
    const file = {
      ...without(this.#foreign, ["compatibility"]),
      version: typeof this.#foreign.version === "string" ? this.#foreign.version.slice(0, 10) : VERSION,
      summary: { ...objectAt(this.#foreign, "summary"), title, description, owner },
      detail: {
        ...detail,
        contributors: namedAgain(detail.contributors, contributors),
        diagrams,
        diagramTop: this.#diagramTop,
        reviewer,
        threatTop: this.#threatTop,
      },
    };
    const was = { ...worthKeeping(this.#head(), MODEL_MEMBERS), order: orderOf(this.#model) };
    return { ...file, compatibility: { ...objectAt(this.#foreign, "compatibility"), ...keep(nativeHead(file), was) } };
  }

  #head(): JsonObject {
    return without({ ...this.#model }, ["diagrams", "elements", "boundaries", "flows", "notes", "threats"]);
  }

  #writeDiagrams(): JsonObject[] {
    const places = new Map<string, Threat[]>();
    const unplaced: Threat[] = [];
    const drawn = new Set(this.#cells.filter(({ source }) => source.list !== "notes").map(({ source }) => source.object.id));
    for (const threat of this.#model.threats) {
      const [first] = threat.elements;
      if (first === undefined || !drawn.has(first)) unplaced.push(threat);
      else places.set(first, [...(places.get(first) ?? []), threat]);
    }
    const holder = this.#diagrams.find(({ method }) => method.toUpperCase() === "STRIDE") ?? this.#diagrams[0];
    return this.#diagrams.map((diagram) => {
      const cells = this.#cells
        .filter((cell) => cell.diagram === diagram.id)
        .map(({ source }) => this.#cell(source, places, diagram.method));
      const extra = diagram === holder && unplaced.length > 0 ? [this.#unplacedCell(diagram, unplaced)] : [];
      return this.#diagram(diagram, [...cells, ...extra]);
    });
  }

  #cell(source: CellObject, places: ReadonlyMap<string, readonly Threat[]>, method: string): JsonObject {
    const threats = (source.list === "notes" ? undefined : places.get(source.object.id)) ?? [];
    return writeCell({ ...source, threats: threats.map((threat) => this.#threat(threat, method)) });
  }

  #diagram(diagram: Diagram, cells: readonly JsonObject[]): JsonObject {
    const { unknownCells, compatibility, ...foreign } = diagram.foreign?.threatDragon ?? {};
    const method = [...diagram.method].length < 3 ? "STRIDE" : diagram.method;
    const native = {
      version: VERSION,
      thumbnail: `./public/content/images/thumbnail.${method.toLowerCase().replace(/[^a-z0-9]/g, "")}.jpg`,
      ...foreign,
      id: WHOLE.test(diagram.id) ? Number(diagram.id) : this.#diagramTop++,
      title: diagram.title,
      description: diagram.description,
      diagramType: method,
    };
    const was = { ...worthKeeping(diagram, DIAGRAM_MEMBERS), ...(diagram.id === this.#madeUp ? { madeUp: true } : {}) };
    return {
      ...native,
      cells: [...cells, ...(Array.isArray(unknownCells) ? unknownCells : [])],
      compatibility: { ...(isObject(compatibility) ? compatibility : {}), ...keep(nativeDiagram(native), was) },
    };
  }

  #unplacedCell(diagram: Diagram, threats: readonly Threat[]): JsonObject {
    const lowest = this.#cells.flatMap(({ diagram: id, source: { object } }) =>
      id === diagram.id && "box" in object ? [object.box.y + object.box.height] : [],
    );
    const box = { x: 40, y: Math.max(0, ...lowest) + 60, width: 160, height: 100 };
    const cell = writeCell({
      list: "elements",
      object: {
        id: `${this.#model.slug} unplaced threats`,
        kind: "process",
        name: "Unplaced threats",
        description: "",
        diagram: diagram.id,
        boundary: null,
        outOfScope: null,
        box,
      },
      threats: threats.map((threat) => this.#threat(threat, diagram.method)),
    });
    return { ...cell, compatibility: keep({}, { unplaced: true }) };
  }

  #threat(threat: Threat, method: string): JsonObject {
    // A threat that came without a number from an older version goes back without one.
    const { compatibility, ...foreign } = threat.foreign?.threatDragon ?? { number: ++this.#threatTop };
    const native = {
      modelType: threat.stride === null ? method : "STRIDE",
      new: false,
      score: "",
      ...foreign,
      id: typeof foreign.id === "string" ? foreign.id : uuidFrom(`${this.#model.slug} ${threat.slug}`),
      title: threat.title,
      status: this.#status(threat) ?? (threat.stated?.status || "Open"),
      severity: threat.stated?.severity || SEVERITIES[threat.impact ?? "unknown"],
      type: typeOf(threat),
      description: threat.description,
      mitigation: bulleted(threat.mitigations.map(({ text }) => text)),
    };
    const kept = keep(nativeThreat(native), worthKeeping(threat, THREAT_MEMBERS));
    return { ...native, compatibility: { ...(isObject(compatibility) ? compatibility : {}), ...kept } };
  }
}

const WHOLE = /^(?:0|[1-9]\d{0,8})$/;

const whole = (value: unknown): number => (typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 0);

const SEVERITIES = { unknown: "TBD", very_low: "Low", low: "Low", medium: "Medium", high: "High", very_high: "Critical" } as const;

/** The type as the file stated it while it still names our letter, otherwise the English name of the letter. */
function typeOf({ stride, stated }: Threat): string {
  if (stride === null) return stated?.type ?? "";
  return stated !== null && strideOfName(stated.type) === stride ? stated.type : STRIDE_CATEGORIES[stride].name;
}

const objectsOf = (model: ThreatModel): CellObject[] => [
  ...model.boundaries.map((object) => ({ list: "boundaries" as const, object })),
  ...model.elements.map((object) => ({ list: "elements" as const, object })),
  ...model.flows.map((object) => ({ list: "flows" as const, object })),
  ...model.notes.map((object) => ({ list: "notes" as const, object })),
];

const madeUpDiagram = (id: string): Diagram => ({ id, title: "Other", description: "", method: "STRIDE" });

const freeId = (wanted: string, taken: ReadonlySet<string>): string => (taken.has(wanted) ? freeId(`${wanted}-2`, taken) : wanted);

/** Contributors of a file may carry more than a name; those whose name is still there keep it. */
function namedAgain(before: unknown, names: readonly string[]): JsonObject[] {
  const known = Array.isArray(before) ? before.filter(isObject) : [];
  return names.map((name) => ({ ...known.find((each) => each.name === name), name }));
}
