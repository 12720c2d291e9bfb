import { z } from "zod";
import { canonical, isObject, type JsonObject, without } from "./json";
import { besideKept, type Members } from "./kept-object";
import type { FieldNames } from "./source-paths";

// The outside of Open Threat Model files, version 0.2.0, as far as we understand it. Loose throughout: what is not named here is kept.
// Source: iriusrisk/OpenThreatModel, otm_schema.json (Apache-2.0).

const id = z.string().min(1).max(200);
const words = z.string().nullish();
const attributes = z.looseObject({}).nullish();

const representationElement = z.looseObject({
  representation: z.string(),
  id: words,
  position: z.looseObject({ x: z.number(), y: z.number() }).nullish(),
  size: z.looseObject({ width: z.number(), height: z.number() }).nullish(),
});
export type OtmPlace = z.infer<typeof representationElement>;

const instance = z.looseObject({
  threat: z.string(),
  state: words,
  mitigations: z.array(z.looseObject({ mitigation: words, state: words }).nullable()).nullish(),
});
export type OtmInstance = z.infer<typeof instance>;

const parent = z.looseObject({ trustZone: z.string().optional(), component: z.string().optional() }).nullish();

const common = { id, name: words, description: words, attributes };

const trustZone = z.looseObject({
  ...common,
  risk: z.looseObject({ trustRating: z.number().nullish() }).nullish(),
  parent,
  representations: z.array(representationElement).nullish(),
});
export type OtmZone = z.infer<typeof trustZone>;

const component = z.looseObject({
  ...common,
  type: words,
  parent,
  representations: z.array(representationElement).nullish(),
  threats: z.array(instance).nullish(),
});
export type OtmComponent = z.infer<typeof component>;

const dataflow = z.looseObject({
  ...common,
  source: z.string(),
  destination: z.string(),
  bidirectional: z.boolean().nullish(),
  threats: z.array(instance).nullish(),
});
export type OtmFlow = z.infer<typeof dataflow>;

const threat = z.looseObject({
  ...common,
  categories: z.array(words).nullish(),
  cwes: z.array(words).nullish(),
  risk: z.looseObject({ likelihood: z.number().nullish(), impact: z.number().nullish() }).nullish(),
});
export type OtmThreat = z.infer<typeof threat>;

const mitigation = z.looseObject({ ...common, riskReduction: z.number().nullish() });
export type OtmMitigation = z.infer<typeof mitigation>;

const representation = z.looseObject({ ...common, type: words });
export type OtmRepresentation = z.infer<typeof representation>;

/** A whole file. */
export const otmFile = z.looseObject({
  otmVersion: z.string(),
  project: z.looseObject({ name: z.string(), id: z.string(), description: words, owner: words, attributes }),
  // The bounds of our own document, and one for what an export of ours makes up: they keep the work small on hostile files.
  representations: z.array(representation).max(1_000).nullish(),
  trustZones: z.array(trustZone).max(301).nullish(),
  components: z.array(component).max(1_001).nullish(),
  dataflows: z.array(dataflow).max(2_000).nullish(),
  threats: z.array(threat).max(1_000).nullish(),
  mitigations: z.array(mitigation).nullish(),
});
export type OtmFile = z.infer<typeof otmFile>;

/** An object as the file has it, without the threats on it and without what we kept: what the fingerprint is taken of. */
export function nativeOtm(object: JsonObject): JsonObject {
  const { attributes, ...rest } = without(object, ["threats"]);
  const others = attributesOfOthers(attributes);
  return others === null ? rest : { ...rest, attributes: others };
}

/** The attributes that are not ours; null when there are none. */
export function attributesOfOthers(attributes: unknown): JsonObject | null {
  const others = besideKept(attributes);
  return isObject(others) && canonical(others) !== "{}" ? others : null;
}

// What the format says of each of our objects in so many words, and what it has no field for.
export const OTM_MEMBERS = {
  project: { verbatim: ["title", "description", "owner"], unsayable: ["slug", "prefix", "reviewer", "contributors", "evidence", "notes"] },
  diagram: { verbatim: ["title", "description"], unsayable: [] },
  boundary: { verbatim: ["name", "description"], unsayable: [] },
  element: { verbatim: ["name", "description"], unsayable: ["outOfScope"] },
  flow: { verbatim: ["name", "description"], unsayable: ["via", "protocol", "encrypted", "publicNetwork", "outOfScope", "diagram"] },
  threat: { verbatim: ["title", "description"], unsayable: ["origin", "attackPath", "controls", "uncovered"] },
  mitigation: { verbatim: ["text"], unsayable: [] },
} as const satisfies Record<string, Members>;

const PLACE_FIELDS = {
  "box.x": "representations[0].position.x",
  "box.y": "representations[0].position.y",
  "box.width": "representations[0].size.width",
  "box.height": "representations[0].size.height",
  "shape.box.x": "representations[0].position.x",
  "shape.box.y": "representations[0].position.y",
  "shape.box.width": "representations[0].size.width",
  "shape.box.height": "representations[0].size.height",
};

/** What our fields are called in a file. */
export const OTM_FIELDS: FieldNames = {
  elements: PLACE_FIELDS,
  boundaries: PLACE_FIELDS,
  diagrams: { title: "name", method: "attributes.diagramType" },
  threats: { title: "name", "stated.type": "categories", references: "cwes" },
  "": {
    title: "project.name",
    description: "project.description",
    owner: "project.owner",
    diagrams: "representations",
    boundaries: "trustZones",
    elements: "components",
    flows: "dataflows",
  },
};
