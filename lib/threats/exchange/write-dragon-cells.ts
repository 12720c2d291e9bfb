import type { Boundary, Box, DiagramNote, Flow, FlowEnd, ModelElement, Point } from "../threat-model";
import { uuidFrom } from "./fingerprint";
import { isObject, type JsonObject, objectAt } from "./json";
import { keep, worthKeeping } from "./kept-object";
import { CELL_MEMBERS, nativeCell, type ReadCell } from "./read-dragon-cells";

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
  const foreign = object.foreign?.threatDragon ?? {};
  const open = threats.some(({ status }) => String(status).toLowerCase() === "open");
  const body = bodyOf(source, foreign);
  const data = { ...body.data, threats, hasOpenThreats: open };
  const { compatibility } = foreign;
  const cell = {
    ...drawn({ ...foreign, ...body, data: { ...objectAt(foreign, "data"), ...data } }, foreign, open),
    id: uuidFrom(object.id),
  };
  return sealed(cell, compatibility, list, object);
}

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

const TYPES = { actor: "tm.Actor", process: "tm.Process", store: "tm.Store" } as const;

const placed = ({ x, y, width, height }: Box) => ({
  position: { x, y },
  // Their schema wants ten pixels at least.
  size: { width: Math.max(10, width), height: Math.max(10, height) },
});

const scope = (outOfScope: string | null) =>
  outOfScope === null ? { outOfScope: false } : { outOfScope: true, reasonOutOfScope: outOfScope };

function elementBody({ kind, name, description, outOfScope, box }: ModelElement): Body {
  const data = { type: TYPES[kind], name, description, isTrustBoundary: false, ...scope(outOfScope) };
  return { shape: kind, zIndex: 1, ...placed(box), data };
}

function noteBody({ text, box }: DiagramNote): Body {
  return { shape: "td-text-block", zIndex: 1, ...placed(box), data: { type: "tm.Text", name: text } };
}

function boundaryBody({ name, description, shape }: Boundary, foreign: Readonly<JsonObject>): Body {
  const data = { name, description, isTrustBoundary: true };
  if (shape.kind === "box") {
    return { shape: "trust-boundary-box", zIndex: -1, ...placed(shape.box), data: { type: "tm.BoundaryBox", ...data } };
  }
  const line = { connector: "smooth", width: 200, height: 100, vertices: shape.points.slice(1, -1) };
  const source = curveEnd(objectAt(foreign, "source"), shape.points[0]);
  const target = curveEnd(objectAt(foreign, "target"), shape.points.at(-1));
  return { shape: "trust-boundary-curve", zIndex: 10, ...line, source, target, data: { type: "tm.Boundary", ...data } };
}

function flowBody(flow: Flow, foreign: Readonly<JsonObject>): Body {
  const { name, description, bidirectional, protocol, encrypted, publicNetwork, outOfScope, via } = flow;
  const facts = {
    isBidirectional: bidirectional,
    protocol,
    ...(encrypted === null ? {} : { isEncrypted: encrypted }),
    ...(publicNetwork === null ? {} : { isPublicNetwork: publicNetwork }),
  };
  const data = { type: "tm.Flow", name, description, isTrustBoundary: false, ...scope(outOfScope), ...facts };
  const ends = { source: flowEnd(objectAt(foreign, "source"), flow.from), target: flowEnd(objectAt(foreign, "target"), flow.to) };
  return { shape: "flow", zIndex: 10, connector: "smooth", width: 200, height: 100, vertices: via, ...ends, data };
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
function drawn(cell: Body, foreign: Readonly<JsonObject>, open: boolean): JsonObject {
  const before = objectAt(foreign, "data");
  const { shape, zIndex } = { shape: foreign.shape ?? cell.shape, zIndex: foreign.zIndex ?? cell.zIndex };
  const fixed = { ...cell, shape, zIndex, ...("connector" in foreign ? { connector: foreign.connector } : {}) };
  const attrs = isObject(foreign.attrs) ? foreign.attrs : firstAttrs(cell);
  const coloured = isObject(foreign.attrs) && before.hasOpenThreats === open ? attrs : recoloured(attrs, open);
  if (before.name === cell.data.name) return { ...fixed, attrs: coloured };
  return { ...fixed, ...renamed(cell, coloured) };
}

function recoloured(attrs: JsonObject, open: boolean): JsonObject {
  const strokes = STROKED.filter((key) => isObject(attrs[key])).map((key) => [key, { ...objectAt(attrs, key), ...(open ? OPEN : QUIET) }]);
  return { ...attrs, ...Object.fromEntries(strokes) };
}

const isLine = ({ shape }: JsonObject): boolean => shape === "flow" || shape === "trust-boundary-curve";

function renamed(cell: Body, attrs: JsonObject): JsonObject {
  const text = String(cell.data.name);
  if (isLine(cell)) return { attrs, labels: [{ attrs: { label: { text } }, position: 0.5 }] };
  const key = cell.shape === "trust-boundary-box" ? "label" : "text";
  return { attrs: { ...attrs, [key]: { ...objectAt(attrs, key), text } } };
}

function firstAttrs({ shape, data }: Body): JsonObject {
  const strokeDasharray = data.outOfScope === true ? "4 3" : null;
  const stroke = { ...QUIET, strokeDasharray };
  if (shape === "store") return { topLine: stroke, bottomLine: stroke };
  if (shape === "actor" || shape === "process") return { body: stroke };
  if (shape === "flow") {
    const end = { name: "block" };
    return { line: { ...stroke, targetMarker: end, sourceMarker: data.isBidirectional === true ? end : "" } };
  }
  return shape === "trust-boundary-curve" ? { line: { targetMarker: "", sourceMarker: "" } } : {};
}
