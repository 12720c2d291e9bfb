import type { Boundary, Box, Flow, FlowEnd, ModelElement, ThreatModel } from "../threat-model";
import { isObject, type JsonObject, objectAt, without } from "./json";
import { keep, type Members, worthKeeping } from "./kept-object";
import { nativeOtm, OTM_MEMBERS } from "./otm-file";
import { typeOfKind } from "./otm-values";

/** The threats on each element and flow, by its id, already in the format. */
export type InstancesByOwner = ReadonlyMap<string, readonly JsonObject[]>;

/** Where a component stands that is in no trust zone: the format wants a parent for each. Left out again when it is read. */
export const OUTSIDE: JsonObject = {
  id: "bulkhead-outside",
  name: "Outside of all trust zones",
  type: "outside",
  risk: { trustRating: 0 },
  attributes: keep({}, { madeUp: true }),
};

/** Where a flow begins or ends that hangs in the air: the format wants a component at both ends. Left out again when it is read. */
export const LOOSE_END: JsonObject = {
  id: "bulkhead-loose-end",
  name: "Loose end",
  type: "loose-end",
  parent: { trustZone: "bulkhead-outside" },
  attributes: keep({}, { madeUp: true }),
};

interface OtmPicture {
  readonly trustZones: readonly JsonObject[];
  readonly components: readonly JsonObject[];
  readonly dataflows: readonly JsonObject[];
}

export function writeOtmPicture(model: ThreatModel, instances: InstancesByOwner): OtmPicture {
  const zones = new Map(model.boundaries.map((boundary) => [boundary.id, boundary]));
  const elements = new Map(model.elements.map((element) => [element.id, element]));
  return {
    trustZones: model.boundaries.map((boundary) => writeZone(boundary, zones, elements)),
    components: model.elements.map((element) => writeComponent(element, zones, elements, instances)),
    dataflows: model.flows.map((flow) => writeFlow(flow, elements, instances)),
  };
}

function sealed(native: JsonObject, was: object, members: Members, threats: readonly JsonObject[]): JsonObject {
  const withThreats = threats.length === 0 ? native : { ...native, threats };
  const attributes = { ...objectAt(native, "attributes"), ...keep(nativeOtm(native), worthKeeping(was, members)) };
  return { ...withThreats, attributes };
}

type Zones = ReadonlyMap<string, Boundary>;
type Elements = ReadonlyMap<string, ModelElement>;

function writeZone(boundary: Boundary, zones: Zones, elements: Elements): JsonObject {
  const foreign = boundary.foreign?.otm ?? {};
  const parent = parentOf(boundary, boundary.parent, objectAt(foreign, "parent").component, zones, elements);
  const native = {
    type: "trust-zone",
    ...without(foreign, ["shownBy", "representations", "threats", "parent"]),
    id: boundary.id,
    name: boundary.name,
    description: boundary.description,
    risk: { ...objectAt(foreign, "risk"), ...rating(boundary.trust, objectAt(foreign, "risk").trustRating) },
    ...(parent === undefined ? {} : { parent: parentReference(parent) }),
    representations: representations(boundary, boxOf(boundary), foreign, parent),
  };
  return sealed(native, boundary, OTM_MEMBERS.boundary, []);
}

/** The format wants a number: 0 stands for a trust that nobody stated, unless the file had a number beyond 0 to 100. */
const rating = (trust: number | null, before: unknown) => ({ trustRating: trust ?? (typeof before === "number" ? before : 0) });

function writeComponent(element: ModelElement, zones: Zones, elements: Elements, instances: InstancesByOwner): JsonObject {
  const foreign = element.foreign?.otm ?? {};
  const parent = parentOf(element, element.boundary, objectAt(foreign, "parent").component, zones, elements);
  const native = {
    ...without(foreign, ["shownBy", "representations", "threats", "parent"]),
    id: element.id,
    name: element.name,
    description: element.description,
    type: typeOfKind(element.kind, foreign.type),
    parent: parent === undefined ? { trustZone: OUTSIDE.id } : parentReference(parent),
    representations: representations(element, element.box, foreign, parent),
  };
  return sealed(native, element, OTM_MEMBERS.element, [...keptThreats(foreign), ...(instances.get(element.id) ?? [])]);
}

const parentReference = (parent: Boundary | ModelElement) => ("kind" in parent ? { component: parent.id } : { trustZone: parent.id });

/** What stood in a component still does while both are in the same boundary. */
function parentOf(object: Boundary | ModelElement, boundary: string | null, component: unknown, zones: Zones, elements: Elements) {
  const outer = typeof component === "string" ? elements.get(component) : undefined;
  if (outer !== undefined && outer !== object && outer.boundary === boundary) return outer;
  return boundary === null || boundary === object.id ? undefined : zones.get(boundary);
}

const keptThreats = (foreign: Readonly<JsonObject>): JsonObject[] =>
  Array.isArray(foreign.threats) ? foreign.threats.filter(isObject) : [];

const boxOf = (placed: Boundary | ModelElement): Box => ("box" in placed ? placed.box : boxAround(placed.shape));

/** A curve as the box around it. */
function boxAround(shape: Boundary["shape"]): Box {
  if (shape.kind === "box") return shape.box;
  const xs = shape.points.map(({ x }) => x);
  const ys = shape.points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(1, Math.max(...xs) - x), height: Math.max(1, Math.max(...ys) - y) };
}

function representations(
  object: Boundary | ModelElement,
  box: Box,
  foreign: Readonly<JsonObject>,
  parent: Boundary | ModelElement | undefined,
): JsonObject[] {
  const corner = parent?.diagram === object.diagram ? boxOf(parent) : { x: 0, y: 0 };
  const place = {
    id: `${object.id}-shape`,
    ...objectAt(foreign, "shownBy"),
    representation: object.diagram,
    position: { x: box.x - corner.x, y: box.y - corner.y },
    size: { width: box.width, height: box.height },
  };
  return [place, ...(Array.isArray(foreign.representations) ? foreign.representations.filter(isObject) : [])];
}

function writeFlow(flow: Flow, elements: Elements, instances: InstancesByOwner): JsonObject {
  const foreign = flow.foreign?.otm ?? {};
  const end = (end: FlowEnd, before: unknown) => {
    if ("element" in end) return elements.has(end.element) ? end.element : LOOSE_END.id;
    return typeof before === "string" && !elements.has(before) ? before : LOOSE_END.id;
  };
  const native = {
    ...without(foreign, ["threats"]),
    id: flow.id,
    name: flow.name,
    description: flow.description,
    source: end(flow.from, foreign.source),
    destination: end(flow.to, foreign.destination),
    bidirectional: flow.bidirectional,
  };
  return sealed(native, flow, OTM_MEMBERS.flow, [...keptThreats(foreign), ...(instances.get(flow.id) ?? [])]);
}
