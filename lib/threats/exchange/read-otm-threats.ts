import type { StrideLetter } from "@/lib/stride/categories";
import { isObject, type JsonObject, without } from "./json";
import { keptIn, reunite } from "./kept-object";
import type { NamelessThreat } from "./names";
import { attributesOfOthers, nativeOtm, OTM_MEMBERS, type OtmFile, type OtmInstance, type OtmMitigation, type OtmThreat } from "./otm-file";
import { joinText, ratingOf, splitText } from "./otm-values";
import type { OtmPicture } from "./read-otm-picture";
import { strideOfName } from "./stride-names";

/** A threat on a component or data flow, with what it is on: as the file calls it, and as we do. */
interface PlacedInstance {
  readonly owner: string;
  readonly element: string;
  readonly path: string;
  readonly instance: OtmInstance;
}

/** The threats of a file, and those of its mitigations that no threat uses. */
export interface OtmThreats {
  readonly threats: readonly NamelessThreat[];
  readonly unusedMitigations: readonly JsonObject[];
}

export function readOtmThreats(file: OtmFile, picture: OtmPicture, remark: (text: string) => void): OtmThreats {
  const mitigations = new Map((file.mitigations ?? []).map((mitigation) => [mitigation.id, readMitigation(mitigation)]));
  const instances = instancesByThreat(file, picture);
  const used = new Set<string>();
  const seen = new Set<string>();
  const known = new Set((file.threats ?? []).map(({ id }) => id));
  for (const [threat, placed] of instances) remarkMissing(known.has(threat), placed, mitigations, remark);
  const threats = (file.threats ?? []).map((threat, index) => {
    const path = `threats[${index}]`;
    const isRepeated = seen.has(threat.id);
    seen.add(threat.id);
    if (isRepeated) remark(`${path}.id is "${threat.id}" as another threat's; what is said of that id counts for the first one.`);
    return readThreat(threat, path, isRepeated ? [] : (instances.get(threat.id) ?? []), mitigations, used);
  });
  const unused = (file.mitigations ?? []).filter(({ id }) => !used.has(id));
  return { threats, unusedMitigations: unused };
}

function instancesByThreat(file: OtmFile, picture: OtmPicture): Map<string, PlacedInstance[]> {
  const byThreat = new Map<string, PlacedInstance[]>();
  for (const list of ["components", "dataflows"] as const) {
    (file[list] ?? []).forEach((owner, at) => {
      const element = picture.idOf(list, owner.id);
      if (element === null) return;
      (owner.threats ?? []).forEach((instance, index) => {
        const all = byThreat.get(instance.threat) ?? [];
        all.push({ owner: owner.id, element, path: `${list}[${at}].threats[${index}]`, instance });
        byThreat.set(instance.threat, all);
      });
    });
  }
  return byThreat;
}

type Mitigations = ReadonlyMap<string, JsonObject>;

function remarkMissing(isKnown: boolean, placed: readonly PlacedInstance[], mitigations: Mitigations, remark: (text: string) => void) {
  for (const { path, instance } of placed) {
    if (!isKnown) remark(`${path}.threat names "${instance.threat}", which is not in the file; it is kept for an export.`);
    (instance.mitigations ?? []).forEach((each, index) => {
      const id = each?.mitigation;
      if (typeof id !== "string" || mitigations.has(id)) return;
      remark(`${path}.mitigations[${index}].mitigation names "${id}", which is not in the file; it is kept for an export.`);
    });
  }
}

/** What the fingerprint of a threat is taken of: the threat, and where it is with which states. */
export const nativeThreatOf = (threat: JsonObject, instances: readonly (readonly [owner: string, instance: JsonObject])[]): JsonObject => ({
  threat: nativeOtm(threat),
  instances,
});

function readThreat(
  threat: OtmThreat,
  path: string,
  placed: readonly PlacedInstance[],
  mitigations: Mitigations,
  used: Set<string>,
): NamelessThreat {
  const kept = keptIn(threat.attributes);
  const was = kept?.was ?? {};
  const title = threat.name?.trim() ? threat.name : "Untitled threat";
  const native = nativeThreatOf(
    threat,
    placed.map(({ owner, instance }) => [owner, instance]),
  );
  const object = reunite({ ...plainThreat(threat, placed, mitigations), title }, native, kept, OTM_MEMBERS.threat, "otm");
  const named = namesOf(placed);
  const ids = [...new Set([...stringsOf(was.mitigations), ...named])].filter((id) => mitigations.has(id));
  for (const id of ids) used.add(id);
  const stride = strideOf(threat);
  return {
    threat: {
      ...object,
      title,
      stride,
      elements: elementsOf(was, placed),
      mitigations: ids.map((id) => mitigations.get(id)),
    },
    slug: typeof was.slug === "string" ? was.slug : null,
    number: typeof was.number === "number" && was.stride === stride ? was.number : null,
    path,
  };
}

const namesOf = (placed: readonly PlacedInstance[]): string[] =>
  placed.flatMap(({ instance }) =>
    (instance.mitigations ?? []).flatMap((each) => (typeof each?.mitigation === "string" ? [each.mitigation] : [])),
  );

const stringsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);

const namesIn = (list: OtmThreat["categories"]): string[] => (list ?? []).filter((each) => typeof each === "string");

function strideOf(threat: OtmThreat): StrideLetter | null {
  for (const category of namesIn(threat.categories)) {
    const letter = strideOfName(category);
    if (letter !== null) return letter;
  }
  return null;
}

/** The elements before, without those that the threat was taken from, with those that it was put on. What can carry no threat in the format stays. */
function elementsOf(was: JsonObject, placed: readonly PlacedInstance[]): string[] {
  const now = new Set(placed.map(({ element }) => element));
  const silent = new Set(stringsOf(was.silentElements));
  return [...new Set([...stringsOf(was.elements).filter((id) => silent.has(id) || now.has(id)), ...now])];
}

function plainThreat(threat: OtmThreat, placed: readonly PlacedInstance[], mitigations: Mitigations) {
  const stray = namesOf(placed).filter((id) => !mitigations.has(id));
  const others = attributesOfOthers(threat.attributes);
  const instances = placed.map(({ element, instance }) => ({ ...without(instance, ["threat"]), on: element }));
  const foreign = {
    ...without(threat, ["name", "description", "attributes"]),
    ...(others === null ? {} : { attributes: others }),
    ...(instances.length === 0 ? {} : { instances }),
    ...(stray.length === 0 ? {} : { strayMitigations: stray }),
  };
  return {
    origin: "import",
    description: threat.description ?? "",
    attackPath: [],
    likelihood: ratingOf(threat.risk?.likelihood),
    impact: ratingOf(threat.risk?.impact),
    controls: [],
    references: namesIn(threat.cwes).map((id) => ({ source: "cwe", id, title: "", url: "" })),
    uncovered: null,
    stated: { status: placed[0]?.instance.state ?? "", severity: "", type: namesIn(threat.categories).join(", ") },
    foreign: { otm: foreign },
  };
}

function readMitigation(mitigation: OtmMitigation): JsonObject {
  const { id, name, description, attributes } = mitigation;
  const kept = keptIn(attributes);
  const others = attributesOfOthers(attributes);
  const text = joinText(name ?? "", description ?? "") || "Mitigation without a name";
  const halves = splitText(text);
  const isPlain = halves.name === name && halves.description === description;
  const foreign = {
    ...without(mitigation, ["id", "attributes", ...(isPlain ? ["name", "description"] : [])]),
    ...(others === null ? {} : { attributes: others }),
  };
  const read = { id, text, foreign: { otm: foreign } };
  const object = reunite(read, nativeOtm(mitigation), kept, OTM_MEMBERS.mitigation, "otm");
  return { ...object, id: typeof kept?.was.id === "string" ? kept.was.id : id };
}

/** Whether a value is an instance that came from a file and was kept in `foreign.otm.instances`. */
export const isKeptInstance = (value: unknown): value is JsonObject & { readonly on: string } =>
  isObject(value) && typeof value.on === "string";
