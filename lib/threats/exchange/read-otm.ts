import { checkModel, type ImportedModel, type Outcome, readShape } from "./imported-model";
import { type JsonObject, objectAt, without } from "./json";
import { keptIn, reunite } from "./kept-object";
import { NamesTaken, nameThreats, prefixFrom, slugFrom } from "./names";
import { attributesOfOthers, nativeOtm, OTM_FIELDS, OTM_MEMBERS, type OtmFile, type OtmRepresentation, otmFile } from "./otm-file";
import { readOtmPicture } from "./read-otm-picture";
import { readOtmThreats } from "./read-otm-threats";
import { SourcePaths } from "./source-paths";

/**
 * Reads an Open Threat Model 0.2.0. What we have no field for (assets, tags, further representations, states of mitigations) is kept in
 * `foreign.otm`. An export of ours gives the same model back, save for what somebody edited.
 */
export function readOtm(value: unknown): Outcome<ImportedModel> {
  const shape = readShape(otmFile, value);
  if (!shape.ok) return shape;
  const file = shape.value;
  const remarks: string[] = [];
  const remark = (text: string) => {
    remarks.push(text);
  };
  const paths = new SourcePaths(OTM_FIELDS);
  const ids = new NamesTaken();
  const diagrams = readDiagrams(file, ids, paths, remark);
  const picture = readOtmPicture(file, diagrams, { ids, paths, remark });
  const { threats, unusedMitigations } = readOtmThreats(file, picture, remark);
  const named = nameThreats(threats);
  named.forEach(({ slug }, index) => {
    paths.add("threats", slug, threats[index]?.path ?? "");
  });
  const { boundaries, elements, flows } = picture;
  const model = {
    ...readProject(file, unusedMitigations),
    diagrams: [...diagrams.values()],
    boundaries,
    elements,
    flows,
    threats: named,
  };
  return checkModel(model, remarks, (path) => paths.inFile(path, model));
}

const HELD = ["project", "representations", "trustZones", "components", "dataflows", "threats", "mitigations"];

function readProject(file: OtmFile, unusedMitigations: readonly JsonObject[]): JsonObject {
  const { project } = file;
  const others = attributesOfOthers(project.attributes);
  const views = (file.representations ?? []).filter((each) => !isDiagram(each));
  const foreign = {
    ...without(file, HELD),
    project: { ...without(project, ["name", "description", "owner", "attributes"]), ...(others === null ? {} : { attributes: others }) },
    ...(views.length === 0 ? {} : { representations: views }),
    ...(unusedMitigations.length === 0 ? {} : { mitigations: unusedMitigations }),
  };
  const read = {
    slug: slugFrom(project.name, "threat-model"),
    title: project.name.trim() === "" ? "Untitled threat model" : project.name,
    prefix: prefixFrom(project.name),
    description: project.description ?? "",
    owner: project.owner ?? "",
    reviewer: "",
    contributors: [],
    evidence: [],
    notes: [],
    foreign: { otm: foreign },
  };
  return reunite(read, nativeProject(file), keptIn(project.attributes), OTM_MEMBERS.project, "otm");
}

/** The file without what its lists of our objects say, and without what we kept. */
export function nativeProject(file: JsonObject): JsonObject {
  const views = Array.isArray(file.representations) ? file.representations.filter((each) => !isDiagram(each)) : [];
  return { ...without(file, HELD), project: nativeOtm(objectAt(file, "project")), views };
}

const isDiagram = ({ type }: { readonly type?: unknown }): boolean => type === "diagram";

/** Our diagrams by the ids of their representations. A file that shows things in no diagram gets one, since ours stand in diagrams. */
function readDiagrams(file: OtmFile, ids: NamesTaken, paths: SourcePaths, remark: (text: string) => void): Map<string, JsonObject> {
  const diagrams = new Map<string, JsonObject>();
  (file.representations ?? []).forEach((representation, index) => {
    if (!isDiagram(representation)) return;
    const path = `representations[${index}]`;
    const id = ids.take(`diagram ${representation.id}`).slice("diagram ".length);
    if (id !== representation.id) remark(`${path}.id is "${representation.id}" as another one's; this one is called "${id}".`);
    paths.add("diagrams", id, path);
    diagrams.set(id, readDiagram(representation, id));
  });
  const shown = [file.trustZones, file.components, file.dataflows].some((list) => (list ?? []).length > 0);
  if (diagrams.size === 0 && shown) diagrams.set("diagram", { id: "diagram", title: file.project.name, description: "", method: "STRIDE" });
  return diagrams;
}

function readDiagram(representation: OtmRepresentation, id: string): JsonObject {
  const { name, description, attributes } = representation;
  const others = attributesOfOthers(attributes);
  const method = typeof others?.diagramType === "string" ? others.diagramType : "STRIDE";
  const foreign = {
    ...without(representation, ["id", "name", "description", "type", "attributes"]),
    ...(others === null ? {} : { attributes: others }),
  };
  const read = { id, title: name ?? "", description: description ?? "", method, foreign: { otm: foreign } };
  return { ...reunite(read, nativeOtm(representation), keptIn(attributes), OTM_MEMBERS.diagram, "otm"), id };
}
