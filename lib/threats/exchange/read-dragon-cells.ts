import type { Box, Point } from "../threat-model";
import { type JsonObject, objectAt, without } from "./json";
import { besideKept, keptIn, type Members, reunite } from "./kept-object";
import { type CellKind, cellKind, type DragonCell } from "./threat-dragon-file";

/** A cell with where it stands in the file, and what we call it and its diagram. */
export interface PlacedCell {
  readonly cell: DragonCell;
  readonly kind: CellKind;
  /** "detail.diagrams[0].cells[3]" */
  readonly path: string;
  readonly id: string;
  readonly diagram: string;
}

/** What a cell became: an object for one of the model's lists. */
export interface ReadCell {
  readonly list: "elements" | "boundaries" | "flows" | "notes";
  readonly object: JsonObject;
}

/** Answers how a flow's end is called here; null when no element of its diagram has this id. */
export type ElementOf = (rawId: string) => string | null;

// What Threat Dragon says of each of our objects in so many words, and what it has no field for.
export const CELL_MEMBERS: Readonly<Record<ReadCell["list"], Members>> = {
  elements: { verbatim: ["name", "description"], unsayable: ["boundary"] },
  boundaries: { verbatim: ["name", "description"], unsayable: ["parent", "trust"] },
  flows: { verbatim: ["name", "description"], unsayable: [] },
  notes: { verbatim: ["text"], unsayable: [] },
};

const HELD_BY_CELL = ["id", "threats", "compatibility"];
const HELD_BY_BOX = ["position", "size"];
/** A line's place is its ends; should a file give it a position too, that is kept. */
const LINES: ReadonlySet<CellKind | null> = new Set(["flow", "curve"]);
const HELD_BY_DATA = ["description", "threats"];
const HELD_BY_FLOW = ["isBidirectional", "isEncrypted", "isPublicNetwork", "protocol"];

/** The cell as the file has it, without its threats and what we kept: what the fingerprint is taken of. */
export function nativeCell(cell: JsonObject): JsonObject {
  return { ...without(cell, ["threats", "compatibility"]), data: without(objectAt(cell, "data"), ["threats"]) };
}

/** Makes of a cell what it is in our model, given back by our own exports whole unless somebody edited it. */
export function readCell(placed: PlacedCell, elementOf: ElementOf, remark: (text: string) => void): ReadCell {
  const { list, read } = plainCell(placed, elementOf, remark);
  const { cell, id, diagram } = placed;
  const object = reunite(read, nativeCell(cell), keptIn(cell.compatibility), CELL_MEMBERS[list], "threatDragon");
  return { list, object: { ...object, id, diagram } };
}

function plainCell({ cell, kind, path, id, diagram }: PlacedCell, elementOf: ElementOf, remark: (text: string) => void) {
  const data = cell.data ?? {};
  const named = { id, diagram, name: nameOf(cell), description: data.description ?? "" };
  const ends = () => ({ from: flowEnd("source"), to: flowEnd("target") });
  const flowEnd = (side: "source" | "target") => readEnd(cell, side, elementOf, `${path}.${side}`, remark);
  switch (kind) {
    case "flow":
      return { list: "flows" as const, read: { ...named, ...flowFacts(cell), ...ends(), foreign: foreignOf(cell, HELD_BY_FLOW) } };
    case "note":
      return { list: "notes" as const, read: { id, diagram, text: nameOf(cell), box: boxOf(cell), foreign: foreignOf(cell, []) } };
    case "box":
    case "curve": {
      const shape = kind === "box" ? { kind, box: boxOf(cell) } : { kind, points: curveOf(cell) };
      return { list: "boundaries" as const, read: { ...named, trust: null, shape, foreign: foreignOf(cell, []) } };
    }
    default: {
      const read = { ...named, kind, outOfScope: outOfScope(cell), box: boxOf(cell), foreign: foreignOf(cell, []) };
      return { list: "elements" as const, read };
    }
  }
}

const nameOf = ({ data, attrs }: DragonCell): string => {
  if (typeof data?.name === "string") return data.name;
  const drawn = objectAt({ attrs }, "attrs");
  const text = objectAt(drawn, "text").text ?? objectAt(drawn, "label").text;
  return typeof text === "string" ? text : "";
};

const outOfScope = ({ data }: DragonCell): string | null => (data?.outOfScope === true ? (data.reasonOutOfScope ?? "") : null);

function flowFacts(cell: DragonCell) {
  const { data, vertices } = cell;
  return {
    via: (vertices ?? []).map(pointOf),
    bidirectional: data?.isBidirectional ?? false,
    protocol: data?.protocol ?? "",
    encrypted: data?.isEncrypted ?? null,
    publicNetwork: data?.isPublicNetwork ?? null,
    outOfScope: outOfScope(cell),
  };
}

const pointOf = ({ x, y }: Point): Point => ({ x, y });

/** What Threat Dragon draws where a file has no size. */
const DEFAULT_SIZE = { width: 160, height: 80 };

function boxOf({ position, size }: DragonCell): Box {
  return {
    x: position?.x ?? 0,
    y: position?.y ?? 0,
    width: size?.width ?? DEFAULT_SIZE.width,
    height: size?.height ?? DEFAULT_SIZE.height,
  };
}

function curveOf({ source, target, vertices }: DragonCell): Point[] {
  const middle = (vertices ?? []).map(pointOf);
  return [looseEnd(source, middle[0]), ...middle, looseEnd(target, middle.at(-1))];
}

function looseEnd(end: DragonCell["source"], nearest: Point | undefined): Point {
  return { x: end?.x ?? nearest?.x ?? 0, y: end?.y ?? nearest?.y ?? 0 };
}

function readEnd(cell: DragonCell, side: "source" | "target", elementOf: ElementOf, path: string, remark: (text: string) => void) {
  const end = cell[side];
  if (typeof end?.cell === "string") {
    const element = elementOf(end.cell);
    if (element !== null) return { element };
    remark(`${path}.cell names "${end.cell}", which is no element of the diagram; the flow has a loose end there.`);
  }
  const vertices = cell.vertices ?? [];
  return { point: looseEnd(end, side === "source" ? vertices[0] : vertices.at(-1)) };
}

/** All of the cell that we hold in no field of our own. The name stays, so that an export knows whether somebody changed it. */
function foreignOf(cell: DragonCell, heldByKind: readonly string[]) {
  const data = without(cell.data ?? {}, [...HELD_BY_DATA, ...heldByKind]);
  const compatibility = besideKept(cell.compatibility);
  const held = [...HELD_BY_CELL, ...(LINES.has(cellKind(cell)) ? [] : HELD_BY_BOX)];
  return { threatDragon: { ...without(cell, held), data, ...(compatibility === undefined ? {} : { compatibility }) } };
}
