import type { Box } from "../threat-model";
import { isObject, type JsonObject, objectAt, without } from "./json";
import { keptIn, type Members, reunite } from "./kept-object";
import type { NamesTaken } from "./names";
import { attributesOfOthers, nativeOtm, OTM_MEMBERS, type OtmComponent, type OtmFile, type OtmFlow, type OtmZone } from "./otm-file";
import { OtmPlaces, type PlacedOtm } from "./otm-places";
import { kindOfType } from "./otm-values";
import type { SourcePaths } from "./source-paths";

/** The zones, components and data flows of a file as our boundaries, elements and flows. */
export interface OtmPicture {
  readonly boundaries: readonly JsonObject[];
  readonly elements: readonly JsonObject[];
  readonly flows: readonly JsonObject[];
  /** Our id of what a component or data flow of the file is called there; null when there is none. */
  readonly idOf: (list: "components" | "dataflows", raw: string) => string | null;
}

interface Tools {
  readonly ids: NamesTaken;
  readonly paths: SourcePaths;
  readonly remark: (text: string) => void;
}

export function readOtmPicture(file: OtmFile, diagrams: ReadonlyMap<string, JsonObject>, tools: Tools): OtmPicture {
  const { ids, paths, remark } = tools;
  const places = new OtmPlaces(file, diagrams, ids, remark);
  const known = new Set((file.threats ?? []).map(({ id }) => id));
  for (const { id, path } of places.zones) paths.add("boundaries", id, path);
  for (const { id, path } of places.components) paths.add("elements", id, path);
  const flowIds = new Map<string, string>();
  const flows = (file.dataflows ?? []).map((raw, index) => {
    const path = `dataflows[${index}]`;
    const id = ids.take(raw.id, 200);
    if (id !== raw.id) remark(`${path}.id is "${raw.id}" as another one's; this one is called "${id}".`);
    if (!flowIds.has(raw.id)) flowIds.set(raw.id, id);
    paths.add("flows", id, path);
    const diagram = (places.component(raw.source) ?? places.component(raw.destination))?.diagram ?? firstOf(diagrams);
    return readFlow(raw, { id, path, diagram }, places, known, remark);
  });
  return {
    boundaries: places.zones.map((zone) => readZone(zone, places)),
    elements: places.components.map((component) => readComponent(component, places, known)),
    flows,
    idOf: (list, raw) => (list === "components" ? places.component(raw)?.id : flowIds.get(raw)) ?? null,
  };
}

const firstOf = (diagrams: ReadonlyMap<string, JsonObject>): string => String([...diagrams.values()][0]?.id);

function readZone(placed: PlacedOtm<OtmZone>, places: OtmPlaces): JsonObject {
  const { raw } = placed;
  const rating = raw.risk?.trustRating ?? null;
  const trust = rating !== null && rating >= 0 && rating <= 100 ? rating : null;
  const shape = curveKept(raw.attributes) ?? { kind: "box", box: places.box(placed) };
  const read = { ...saidOf(placed), parent: places.zoneAround(placed), trust, shape, foreign: foreignOfPlaced(placed, new Set()) };
  return whole(read, raw, placed.id, OTM_MEMBERS.boundary);
}

/** A curve has no likeness in the format: its zone is drawn as a box, and the curve is what we kept. */
function curveKept(attributes: unknown): JsonObject | null {
  const shape = objectAt(keptIn(attributes)?.was, "shape");
  return shape.kind === "curve" ? shape : null;
}

function readComponent(placed: PlacedOtm<OtmComponent>, places: OtmPlaces, known: ReadonlySet<string>): JsonObject {
  const { raw } = placed;
  const box: Box = places.box(placed);
  const kind = kindOfType(raw.type ?? "");
  const read = {
    ...saidOf(placed),
    kind,
    boundary: places.zoneAround(placed),
    outOfScope: null,
    box,
    foreign: foreignOfPlaced(placed, known),
  };
  return whole(read, raw, placed.id, OTM_MEMBERS.element);
}

const saidOf = ({ id, diagram, raw }: PlacedOtm) => ({ id, diagram, name: raw.name ?? "", description: raw.description ?? "" });

const whole = (read: object, raw: JsonObject, id: string, members: Members): JsonObject => ({
  ...reunite(read, nativeOtm(raw), keptIn(raw.attributes), members, "otm"),
  id,
});

const SAID = ["id", "name", "description", "attributes", "threats"];

function foreignOfPlaced({ raw, place }: PlacedOtm, known: ReadonlySet<string>) {
  const views = raw.representations?.filter((each) => each !== place) ?? [];
  return {
    otm: {
      ...leftOf(raw, ["representations"], known),
      ...(views.length === 0 ? {} : { representations: views }),
      ...(place === undefined ? {} : { shownBy: without(place, ["position", "size"]) }),
    },
  };
}

/** What we hold in no field, with the threats that the file does not define. */
function leftOf(raw: JsonObject, held: readonly string[], known: ReadonlySet<string>): JsonObject {
  const others = attributesOfOthers(raw.attributes);
  const threats = Array.isArray(raw.threats) ? raw.threats.filter((each) => isObject(each) && !known.has(String(each.threat))) : [];
  return {
    ...without(raw, [...SAID, ...held]),
    ...(others === null ? {} : { attributes: others }),
    ...(threats.length === 0 ? {} : { threats }),
  };
}

interface PlacedFlow {
  readonly id: string;
  readonly path: string;
  readonly diagram: string;
}

function readFlow(
  raw: OtmFlow,
  placed: PlacedFlow,
  places: OtmPlaces,
  known: ReadonlySet<string>,
  remark: (text: string) => void,
): JsonObject {
  const { id, path, diagram } = placed;
  const end = (name: string, side: string) => {
    const element = places.component(name)?.id;
    if (element !== undefined) return { element };
    if (!places.isMadeUp(name))
      remark(`${path}.${side} names "${name}", which is no component of the file; the flow has a loose end there.`);
    return { point: { x: 0, y: 0 } };
  };
  const read = {
    id,
    diagram,
    name: raw.name ?? "",
    description: raw.description ?? "",
    from: end(raw.source, "source"),
    to: end(raw.destination, "destination"),
    via: [],
    bidirectional: raw.bidirectional ?? false,
    protocol: "",
    encrypted: null,
    publicNetwork: null,
    outOfScope: null,
    foreign: { otm: leftOf(raw, ["bidirectional"], known) },
  };
  return whole(read, raw, id, OTM_MEMBERS.flow);
}
