import { err } from "@/lib/shared/result";
import { uuidFrom } from "./fingerprint";
import { checkModel, type ImportedModel, type ImportRefusal, type Outcome, readShape, tooMany } from "./imported-model";
import { isObject, type JsonObject, objectAt, without } from "./json";
import { besideKept, keptIn, type Members, reunite } from "./kept-object";
import { inOrder } from "./model-order";
import { type NamelessThreat, NamesTaken, nameThreats, prefixFrom, slugFrom } from "./names";
import { type PlacedCell, readCell } from "./read-dragon-cells";
import { readThreat, threatsOf } from "./read-dragon-threats";
import { SourcePaths } from "./source-paths";
import {
  cellKind,
  DRAGON_FIELDS,
  type DragonCell,
  type DragonDiagram,
  type ThreatDragonFile,
  threatDragonFile,
} from "./threat-dragon-file";
import { upgradeCell } from "./threat-dragon-v1";
import { nestByPicture } from "./trust-nesting";

export const MODEL_MEMBERS: Members = {
  verbatim: ["title", "description", "owner", "reviewer", "contributors"],
  unsayable: ["slug", "prefix", "evidence"],
};
export const DIAGRAM_MEMBERS: Members = { verbatim: ["title", "description"], unsayable: [] };

/**
 * Reads the JSON of OWASP Threat Dragon, version 2 or the older version 1, in any of its languages. What we have no field for is kept
 * in `foreign.threatDragon`. An export of ours gives the same model back, save for what somebody edited.
 */
export function readThreatDragon(value: unknown): Outcome<ImportedModel> {
  const shape = readShape(threatDragonFile, value);
  if (!shape.ok) return shape;
  const tooMuch = tooMuchIn(shape.value);
  return tooMuch === null ? new Reading(shape.value).result() : err(tooMuch);
}

// What our document has room for in all its lists of things that are drawn, and for threats.
const MOST_CELLS = 3_600;
const MOST_THREATS = 1_000;

/** Looked at first, so that a hostile file costs no more than reading it. */
function tooMuchIn({ detail }: ThreatDragonFile): ImportRefusal | null {
  const cells = detail.diagrams.flatMap((diagram) => [...(diagram.cells ?? []), ...(diagram.diagramJson?.cells ?? [])]);
  if (cells.length > MOST_CELLS) return tooMany("cells in all diagrams", MOST_CELLS, cells.length);
  const threats = cells.reduce((sum, { data, threats }) => sum + (threats?.length ?? 0) + threatCount(data), 0);
  return threats > MOST_THREATS ? tooMany("threats in all diagrams", MOST_THREATS, threats) : null;
}

const threatCount = (data: unknown): number => {
  const threats = objectAt({ data }, "data").threats;
  return Array.isArray(threats) ? threats.length : 0;
};

class Reading {
  readonly #file: ThreatDragonFile;
  readonly #remarks: string[] = [];
  readonly #ids = new NamesTaken();
  readonly #paths = new SourcePaths(DRAGON_FIELDS);
  readonly #methods = new Map<string, string>();
  /** Cells of diagrams that an export of ours made up to hold what had no diagram. */
  readonly #madeUp = new Set<string>();

  constructor(file: ThreatDragonFile) {
    this.#file = file;
  }

  result(): Outcome<ImportedModel> {
    const diagrams: JsonObject[] = [];
    const cells: (PlacedCell | UnplacedCell)[] = [];
    this.#file.detail.diagrams.forEach((diagram, index) => {
      const read = this.#diagram(diagram, index);
      diagrams.push(read.diagram);
      cells.push(...read.cells);
    });
    const lists = this.#lists(cells.filter((cell) => "kind" in cell));
    const nameless = cells.flatMap((cell) => this.#threats(cell));
    const threats = nameThreats(nameless);
    threats.forEach(({ slug }, index) => {
      this.#paths.add("threats", slug, nameless[index]?.path ?? "");
    });
    const used = new Set([...lists.elements, ...lists.boundaries, ...lists.flows, ...lists.notes].map(({ diagram }) => diagram));
    const needed = diagrams.filter(({ id }) => !this.#madeUp.has(String(id)) || used.has(id));
    const model = inOrder({ ...this.#head(), ...lists, diagrams: needed, threats }, keptIn(this.#file.compatibility)?.was.order);
    return checkModel(model, this.#remarks, (path) => this.#paths.inFile(path, model));
  }

  readonly #remark = (text: string): void => {
    this.#remarks.push(text);
  };

  #head(): JsonObject {
    const { summary, detail, compatibility, ...rest } = this.#file;
    const names = (detail.contributors ?? []).map(({ name }) => name ?? "");
    const { title } = summary;
    const other = besideKept(compatibility);
    const foreign = {
      ...rest,
      summary: without(summary, ["title", "owner", "description"]),
      detail: without(detail, ["diagrams", "reviewer", ...(hasMore(detail.contributors) ? [] : ["contributors"])]),
      ...(other === undefined ? {} : { compatibility: other }),
    };
    const read = {
      slug: slugFrom(title, "threat-model"),
      title: title.trim() === "" ? "Untitled threat model" : title,
      prefix: prefixFrom(title),
      description: summary.description ?? "",
      owner: summary.owner ?? "",
      reviewer: detail.reviewer ?? "",
      contributors: names,
      evidence: [],
      foreign: { threatDragon: foreign },
    };
    const head = reunite(read, nativeHead(this.#file), keptIn(compatibility), MODEL_MEMBERS, "threatDragon");
    return without(head, ["order"]);
  }

  #diagram(diagram: DragonDiagram, index: number) {
    const path = `detail.diagrams[${index}]`;
    const kept = keptIn(diagram.compatibility);
    const wanted = typeof kept?.was.id === "string" ? kept.was.id : String(diagram.id ?? index);
    const id = this.#ids.take(`diagram ${wanted}`).slice("diagram ".length);
    if (id !== wanted) this.#remark(`${path}.id is "${wanted}" as another diagram's; this one is called "${id}".`);
    if (kept?.was.madeUp === true) this.#madeUp.add(id);
    const cells = this.#cells(diagram, id, path);
    const other = besideKept(diagram.compatibility);
    const foreign = {
      ...without(diagram, ["id", "title", "description", "diagramType", "cells", "diagramJson", "compatibility"]),
      ...(isObject(diagram.diagramJson) ? leftOfOldDiagram(diagram.diagramJson) : {}),
      ...(other === undefined ? {} : { compatibility: other }),
      ...(cells.unknown.length === 0 ? {} : { unknownCells: cells.unknown }),
    };
    const method = diagram.diagramType ?? "STRIDE";
    const read = { id, title: diagram.title ?? "", description: diagram.description ?? "", method, foreign: { threatDragon: foreign } };
    const object = reunite(read, nativeDiagram(diagram), kept, DIAGRAM_MEMBERS, "threatDragon");
    this.#methods.set(id, method);
    this.#paths.add("diagrams", id, path);
    return { diagram: { ...object, id }, cells: cells.placed };
  }

  #cells(diagram: DragonDiagram, diagramId: string, path: string) {
    const placed: (PlacedCell | UnplacedCell)[] = [];
    const unknown: DragonCell[] = [];
    const old = diagram.diagramJson?.cells ?? [];
    const all = [
      ...(diagram.cells ?? []).map((cell, index) => ({ cell, path: `${path}.cells[${index}]` })),
      ...old.map((cell, index) => ({ cell: upgradeCell(cell), path: `${path}.diagramJson.cells[${index}]` })),
    ];
    for (const { cell, path } of all) {
      const kind = cellKind(cell);
      if (keptIn(cell.compatibility)?.was.unplaced === true) placed.push({ cell, path, unplaced: true });
      else if (kind === null) {
        unknown.push(cell);
        this.#remark(`${path} is of a kind that we do not know ("${cell.data?.type ?? cell.shape ?? ""}"); it is kept for an export.`);
      } else placed.push({ cell, kind, path, id: this.#cellId(cell, path), diagram: diagramId });
    }
    return { placed, unknown };
  }

  /** What a cell is called here: as before an export of ours, unless it is a copy of that cell. */
  #cellId(cell: DragonCell, path: string): string {
    const before = keptIn(cell.compatibility)?.was.id;
    const wanted = typeof before === "string" && uuidFrom(before) === cell.id ? before : cell.id;
    const id = this.#ids.take(wanted, LONGEST_ID);
    if (id !== wanted) this.#remark(`${path}.id is "${wanted}" as another cell's; this one is called "${id}".`);
    return id;
  }

  #lists(cells: readonly PlacedCell[]) {
    const lists = { elements: [] as JsonObject[], boundaries: [] as JsonObject[], flows: [] as JsonObject[], notes: [] as JsonObject[] };
    // By diagram and cell, as copies of diagrams repeat their cells; by cell alone for a flow that leaves its diagram.
    const elements = new Map<string, string>();
    for (const { cell, kind, id, diagram } of cells) {
      if (!ELEMENTS.has(kind)) continue;
      for (const key of [`${diagram} ${cell.id}`, cell.id]) if (!elements.has(key)) elements.set(key, id);
    }
    for (const placed of cells) {
      const { list, object } = readCell(
        placed,
        (raw) => elements.get(`${placed.diagram} ${raw}`) ?? elements.get(raw) ?? null,
        this.#remark,
      );
      lists[list].push(object);
      this.#paths.add(list, placed.id, placed.path);
    }
    return { ...lists, ...nestByPicture(lists.elements, lists.boundaries) };
  }

  #threats(placed: PlacedCell | UnplacedCell): NamelessThreat[] {
    const isNote = "kind" in placed && placed.kind === "note";
    const element = "kind" in placed && !isNote ? placed.id : null;
    const method = "kind" in placed ? (this.#methods.get(placed.diagram) ?? "") : "STRIDE";
    return threatsOf(placed.cell, placed.path).map(({ threat, path }) => {
      if (isNote) this.#remark(`${path} is on a text; it is kept without an element.`);
      return readThreat(threat, { path, element, method }, this.#remark);
    });
  }
}

/** The cell in which an export of ours puts threats that concern no element. */
interface UnplacedCell {
  readonly cell: DragonCell;
  readonly path: string;
  readonly unplaced: true;
}

const ELEMENTS: ReadonlySet<string> = new Set(["actor", "process", "store"]);
const LONGEST_ID = 200;

const hasMore = (contributors: ThreatDragonFile["detail"]["contributors"]): boolean =>
  (contributors ?? []).some((each) => Object.keys(each).some((key) => key !== "name"));

const leftOfOldDiagram = (old: JsonObject): JsonObject => {
  const rest = without(old, ["cells"]);
  return Object.keys(rest).length === 0 ? {} : { diagramJson: rest };
};

/** The file without its diagrams' content and what we kept: what the head's fingerprint is taken of. */
export function nativeHead(file: JsonObject): JsonObject {
  return { ...without(file, ["compatibility"]), detail: without(objectAt(file, "detail"), ["diagrams"]) };
}

/** The diagram without its cells and what we kept. */
export const nativeDiagram = (diagram: JsonObject): JsonObject => without(diagram, ["cells", "compatibility"]);
