import type { Boundary, Box, DiagramNote, Flow, FlowEnd, ModelElement, Point } from "../threat-model";
import { uuidFrom } from "./fingerprint";
import { isObject, type JsonObject, objectAt, without } from "./json";
import { keep, worthKeeping } from "./kept-object";
import { CELL_MEMBERS, nativeCell, type ReadCell } from "./read-dragon-cells";
import { type CellKind, cellKind } from "./threat-dragon-file";

/** One of our objects that becomes a cell. */
export type CellObject =
  | { readonly list: "elements"; readonly object: ModelElement }
  | { readonly list: "boundaries"; readonly object: Boundary }
  | { readonly list: "flows"; readonly object: Flow }
  | { readonly list: "notes"; readonly object: DiagramNote };

/** The same with the threats that are drawn on it, already in the format. */
type CellSource = CellObject & { readonly threats: readonly JsonObject[] };

/** Threat Dragon's cell for one of our objects: what it said when it was imported, with our fields over it. */
export function writeCell(source: CellSource): JsonObject {
  const { list, object, threats } = source;
  const { compatibility, ...before } = object.foreign?.threatDragon ?? {};
  const kind = kindOf(source);
  // What was made another kind of thing here is drawn anew.
  const isSame = cellKind({ shape: textOf(before.shape), data: { type: textOf(objectAt(before, "data").type) } }) === kind;
  const foreign = isSame ? before : without(before, ["shape", "attrs"]);
  const hasOpenThreats = threats.some(({ status }) => String(status).toLowerCase() === "open");
  const body = bodyOf(source, foreign);
  const data = { ...objectAt(foreign, "data"), type: TYPES[kind], ...body.data, threats, hasOpenThreats };
  const cell = drawn({ ...FIRST_LOOKS[kind], ...foreign, ...body, data }, kind, foreign, hasOpenThreats);
  return sealed({ ...cell, id: uuidFrom(object.id) }, compatibility, list, object);
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function kindOf(source: CellObject): CellKind {
  if (source.list === "elements") return source.object.kind;
  if (source.list === "boundaries") return source.object.shape.kind;
  return source.list === "flows" ? "flow" : "note";
}

const TYPES: Readonly<Record<CellKind, string>> = {
  actor: "tm.Actor",
  process: "tm.Process",
  store: "tm.Store",
  flow: "tm.Flow",
  box: "tm.BoundaryBox",
  curve: "tm.Boundary",
  note: "tm.Text",
};

const LINE = { zIndex: 10, connector: "smooth", width: 200, height: 100 };

/** What a cell is drawn with that was not drawn in Threat Dragon before. */
const FIRST_LOOKS: Readonly<Record<CellKind, JsonObject>> = {
  actor: { shape: "actor", zIndex: 1 },
  process: { shape: "process", zIndex: 1 },
  store: { shape: "store", zIndex: 1 },
  flow: { shape: "flow", ...LINE },
  box: { shape: "trust-boundary-box", zIndex: -1 },
  curve: { shape: "trust-boundary-curve", ...LINE },
  note: { shape: "td-text-block", zIndex: 1 },
};

function sealed(cell: JsonObject, foreign: unknown, list: ReadCell["list"], object: object): JsonObject {
  const kept = keep(nativeCell(cell), worthKeeping(object, CELL_MEMBERS[list]));
  return { ...cell, compatibility: { ...(isObject(foreign) ? foreign : {}), ...kept } };
}

interface Body extends JsonObject {
  readonly data: JsonObject;
}

function bodyOf(source: CellSource, foreign: Readonly<JsonObject>): Body {
  switch (source.list) {
    case "elements":
      return elementBody(source.object);
    case "boundaries":
      return boundaryBody(source.object, foreign);
    case "flows":
      return flowBody(source.object, foreign);
    case "notes":
      return noteBody(source.object);
  }
}

const placed = ({ x, y, width, height }: Box) => ({
  position: { x, y },
  // Their schema wants ten pixels at least.
  size: { width: Math.max(10, width), height: Math.max(10, height) },
});

const scope = (outOfScope: string | null) =>
  outOfScope === null ? { outOfScope: false } : { outOfScope: true, reasonOutOfScope: outOfScope };

function elementBody({ name, description, outOfScope, box }: ModelElement): Body {
  return { ...placed(box), data: { name, description, isTrustBoundary: false, ...scope(outOfScope) } };
}

function noteBody({ text, box }: DiagramNote): Body {
  return { ...placed(box), data: { name: text } };
}

function boundaryBody({ name, description, shape }: Boundary, foreign: Readonly<JsonObject>): Body {
  const data = { name, description, isTrustBoundary: true };
  if (shape.kind === "box") return { ...placed(shape.box), data };
  const source = curveEnd(objectAt(foreign, "source"), shape.points[0]);
  const target = curveEnd(objectAt(foreign, "target"), shape.points.at(-1));
  return { vertices: shape.points.slice(1, -1), source, target, data };
}

function flowBody(flow: Flow, foreign: Readonly<JsonObject>): Body {
  const { name, description, bidirectional, protocol, encrypted, publicNetwork, outOfScope, via } = flow;
  const facts = {
    isBidirectional: bidirectional,
    protocol,
    ...(encrypted === null ? {} : { isEncrypted: encrypted }),
    ...(publicNetwork === null ? {} : { isPublicNetwork: publicNetwork }),
  };
  const data = { name, description, isTrustBoundary: false, ...scope(outOfScope), ...facts };
  const ends = { source: flowEnd(objectAt(foreign, "source"), flow.from), target: flowEnd(objectAt(foreign, "target"), flow.to) };
  return { vertices: via, ...ends, data };
}

/** Their schema wants whole numbers at the ends of lines. */
const rounded = ({ x, y }: Point) => ({ x: Math.round(x), y: Math.round(y) });

function flowEnd(foreign: JsonObject, end: FlowEnd): JsonObject {
  const { cell, x, y, ...rest } = foreign;
  if ("element" in end) return { ...rest, cell: uuidFrom(end.element) };
  return cell === undefined ? { ...rest, ...rounded(end.point) } : { ...rest, cell, ...rounded(end.point) };
}

const curveEnd = (foreign: JsonObject, point: Point = { x: 0, y: 0 }): JsonObject =>
  "cell" in foreign ? foreign : { ...foreign, ...rounded(point) };

const OPEN = { stroke: "red", strokeWidth: 3 };
const QUIET = { stroke: "#333333", strokeWidth: 1 };
const STROKED = ["body", "topLine", "bottomLine", "line"];

/** The cell with names and colours that fit: those of the file where nothing changed, our own where it did or there were none. */
function drawn(cell: Body, kind: CellKind, foreign: Readonly<JsonObject>, open: boolean): JsonObject {
  const before = objectAt(foreign, "data");
  const attrs = isObject(foreign.attrs) ? foreign.attrs : firstAttrs(kind, cell.data);
  const coloured = isObject(foreign.attrs) && before.hasOpenThreats === open ? attrs : recoloured(attrs, open);
  if (before.name === cell.data.name && isObject(foreign.attrs)) return { ...cell, attrs: coloured };
  return { ...cell, ...renamed(kind, String(cell.data.name), coloured) };
}

function recoloured(attrs: JsonObject, open: boolean): JsonObject {
  const strokes = STROKED.filter((key) => isObject(attrs[key])).map((key) => [key, { ...objectAt(attrs, key), ...(open ? OPEN : QUIET) }]);
  return { ...attrs, ...Object.fromEntries(strokes) };
}

function renamed(kind: CellKind, text: string, attrs: JsonObject): JsonObject {
  if (kind === "flow" || kind === "curve") return { attrs, labels: [{ attrs: { label: { text } }, position: 0.5 }] };
  const key = kind === "box" ? "label" : "text";
  return { attrs: { ...attrs, [key]: { ...objectAt(attrs, key), text } } };
}

function firstAttrs(kind: CellKind, { outOfScope, isBidirectional }: JsonObject): JsonObject {
  const stroke = { ...QUIET, strokeDasharray: outOfScope === true ? "4 3" : null };
  if (kind === "store") return { topLine: stroke, bottomLine: stroke };
  if (kind === "actor" || kind === "process") return { body: stroke };
  if (kind === "curve") return { line: { targetMarker: "", sourceMarker: "" } };
  const end = { name: "block" };
  return kind === "flow" ? { line: { ...stroke, targetMarker: end, sourceMarker: isBidirectional === true ? end : "" } } : {};
}
