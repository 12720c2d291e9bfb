import type { Diagram, ThreatModel } from "../threat-model";
import { isObject, type JsonObject, objectAt, without } from "./json";
import { keep, worthKeeping } from "./kept-object";
import { nativeOtm, OTM_MEMBERS } from "./otm-file";
import { nativeProject } from "./read-otm";
import { LOOSE_END, OUTSIDE, writeOtmPicture } from "./write-otm-picture";
import { writeOtmThreats } from "./write-otm-threats";

const VERSION = "0.2.0";

/**
 * The model as an Open Threat Model 0.2.0, with nothing lost: what the format has no field for stands in `attributes.bulkhead`, and
 * `readOtm` gives the same model back.
 */
export function writeOtm(model: ThreatModel): JsonObject {
  const foreign: Readonly<JsonObject> = model.foreign?.otm ?? {};
  const { threats, mitigations, instances } = writeOtmThreats(model);
  const { trustZones, components, dataflows } = writeOtmPicture(model, instances);
  const needsLooseEnd = dataflows.some(({ source, destination }) => source === LOOSE_END.id || destination === LOOSE_END.id);
  const allComponents = needsLooseEnd ? [...components, LOOSE_END] : components;
  const needsOutside = allComponents.some(({ parent }) => objectAt({ parent }, "parent").trustZone === OUTSIDE.id);
  const views = listOf(foreign.representations);
  const file = {
    otmVersion: VERSION,
    ...without(foreign, ["project", "representations", "mitigations"]),
    project: project(model, objectAt(foreign, "project")),
    representations: [...model.diagrams.map(representation), ...views],
    trustZones: needsOutside ? [...trustZones, OUTSIDE] : trustZones,
    components: allComponents,
    dataflows,
    threats,
    mitigations: [...mitigations, ...listOf(foreign.mitigations)],
  };
  return sealed(file, model);
}

const listOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

function project({ title, slug, description, owner }: ThreatModel, foreign: JsonObject): JsonObject {
  return { id: slug, ...foreign, name: title, description, owner };
}

/** Puts what the format cannot say of the model into the project's attributes. */
function sealed(file: JsonObject, model: ThreatModel): JsonObject {
  const head = without({ ...model }, ["diagrams", "elements", "boundaries", "flows", "threats"]);
  const project = objectAt(file, "project");
  const kept = keep(nativeProject(file), worthKeeping(head, OTM_MEMBERS.project));
  return { ...file, project: { ...project, attributes: { ...objectAt(project, "attributes"), ...kept } } };
}

function representation(diagram: Diagram): JsonObject {
  const foreign = diagram.foreign?.otm ?? {};
  const others = { ...objectAt(foreign, "attributes"), diagramType: diagram.method };
  const native = { ...foreign, id: diagram.id, name: diagram.title, type: "diagram", description: diagram.description, attributes: others };
  const size = isObject(foreign.size) ? foreign.size : { width: 1_000, height: 1_000 };
  const sized = { ...native, size };
  return { ...sized, attributes: { ...others, ...keep(nativeOtm(sized), worthKeeping(diagram, OTM_MEMBERS.diagram)) } };
}
