import { STRIDE_CATEGORIES } from "@/lib/stride/categories";
import type { Mitigation, Threat, ThreatModel } from "../threat-model";
import { canonical, isObject, type JsonObject, objectAt, without } from "./json";
import { keep, worthKeeping } from "./kept-object";
import { NamesTaken } from "./names";
import { nativeOtm, OTM_MEMBERS } from "./otm-file";
import { joinText, numberOf, splitText } from "./otm-values";
import { isKeptInstance, nativeThreatOf } from "./read-otm-threats";
import { strideOfName } from "./stride-names";
import type { InstancesByOwner } from "./write-otm-picture";

interface WrittenThreats {
  readonly threats: readonly JsonObject[];
  readonly mitigations: readonly JsonObject[];
  readonly instances: InstancesByOwner;
}

/** The model's threats and mitigations as lists of the format, and which threats go to which component or data flow. */
export function writeOtmThreats(model: ThreatModel): WrittenThreats {
  const bearers = [...model.elements, ...model.flows].map(({ id }) => id);
  const mitigations = new WrittenMitigations();
  const names = new NamesTaken();
  const instances = new Map<string, JsonObject[]>();
  const threats = model.threats.map((threat) => {
    const before = threat.foreign?.otm?.id;
    const id = names.take(typeof before === "string" ? before : threat.slug);
    const mitigationIds = threat.mitigations.map((mitigation) => mitigations.idFor(mitigation));
    const placed = bearers
      .filter((bearer) => threat.elements.includes(bearer))
      .flatMap((bearer) => instancesOn(threat, id, bearer, mitigationIds));
    for (const [owner, instance] of placed) instances.set(owner, [...(instances.get(owner) ?? []), instance]);
    return writeThreat(threat, id, placed, mitigationIds, new Set(bearers));
  });
  return { threats, mitigations: mitigations.all, instances };
}

type Placed = readonly [owner: string, instance: JsonObject];

/** The threat on one component or flow: with the states it had there in a file, otherwise as exposed, its mitigations as required. */
function instancesOn(threat: Threat, id: string, bearer: string, mitigationIds: readonly string[]): Placed[] {
  const all = keptInstances(threat);
  const named = new Set(all.flatMap((each) => mitigationsOf(each).map((entry) => entry?.mitigation)));
  const added = mitigationIds.filter((mitigation) => !named.has(mitigation)).map((mitigation) => ({ mitigation, state: "required" }));
  const before = all.filter(({ on }) => on === bearer);
  if (before.length === 0) {
    const mitigations = all.length === 0 ? added : mitigationIds.map((mitigation) => ({ mitigation, state: "required" }));
    return [[bearer, { threat: id, state: threat.stated?.status || "exposed", mitigations }]];
  }
  return before.map((instance) => {
    const mitigations = [...mitigationsOf(instance).filter((entry) => isStillThere(entry, mitigationIds, threat)), ...added];
    const hasList = Array.isArray(instance.mitigations) || mitigations.length > 0;
    return [bearer, { ...without(instance, ["on", "mitigations"]), threat: id, ...(hasList ? { mitigations } : {}) }];
  });
}

const keptInstances = ({ foreign }: Threat) => (Array.isArray(foreign?.otm?.instances) ? foreign.otm.instances.filter(isKeptInstance) : []);

const mitigationsOf = ({ mitigations }: JsonObject): (JsonObject | null)[] =>
  Array.isArray(mitigations) ? mitigations.map((each: unknown) => (isObject(each) ? each : null)) : [];

/** A mitigation that was taken from the threat leaves its instances too; one that the file never defined stays. */
function isStillThere(entry: JsonObject | null, ids: readonly string[], { foreign }: Threat): boolean {
  const stray: unknown[] = Array.isArray(foreign?.otm?.strayMitigations) ? foreign.otm.strayMitigations : [];
  return entry === null || ids.includes(String(entry.mitigation)) || stray.includes(entry.mitigation);
}

function writeThreat(
  threat: Threat,
  id: string,
  placed: readonly Placed[],
  mitigationIds: readonly string[],
  bearers: ReadonlySet<string>,
): JsonObject {
  const foreign = threat.foreign?.otm ?? {};
  const risk = objectAt(foreign, "risk");
  const native = {
    ...without(foreign, ["instances", "strayMitigations"]),
    id,
    name: threat.title,
    description: threat.description,
    categories: categoriesOf(threat),
    cwes: cwesOf(threat),
    risk: {
      ...risk,
      likelihood: numberOf(threat.likelihood, risk.likelihood),
      impact: numberOf(threat.impact, risk.impact) ?? 0,
    },
  };
  const was = {
    ...worthKeeping(threat, OTM_MEMBERS.threat),
    mitigations: mitigationIds,
    silentElements: threat.elements.filter((element) => !bearers.has(element)),
  };
  return { ...native, attributes: { ...objectAt(foreign, "attributes"), ...keep(nativeThreatOf(native, placed), was) } };
}

/** The file's categories while they still mean our letter, otherwise the English name of the letter. */
function categoriesOf({ stride, foreign }: Threat): unknown[] {
  const before: unknown[] = Array.isArray(foreign?.otm?.categories) ? foreign.otm.categories : [];
  const letter = before.map((name) => (typeof name === "string" ? strideOfName(name) : null)).find((each) => each !== null) ?? null;
  if (letter === stride) return before;
  return stride === null
    ? before.filter((name) => typeof name === "string" && strideOfName(name) === null)
    : [STRIDE_CATEGORIES[stride].name];
}

/** The file's list while it still names the same weaknesses. */
function cwesOf({ references, foreign }: Threat): unknown {
  const ids = references.filter(({ source }) => source === "cwe").map(({ id }) => id);
  const before = foreign?.otm?.cwes;
  return Array.isArray(before) && canonical(before.filter((id) => typeof id === "string")) === canonical(ids) ? before : ids;
}

/** Mitigations are shared in the format: the same one under several threats is written once, different ones never share an id. */
class WrittenMitigations {
  readonly all: JsonObject[] = [];
  readonly #ids = new NamesTaken();
  readonly #known = new Map<string, string>();

  idFor(mitigation: Mitigation): string {
    const content = canonical(mitigation);
    const known = this.#known.get(content);
    if (known !== undefined) return known;
    const id = this.#ids.take(mitigation.id);
    this.#known.set(content, id);
    this.all.push(writeMitigation(mitigation, id));
    return id;
  }
}

function writeMitigation(mitigation: Mitigation, id: string): JsonObject {
  const { name, description, ...foreign } = mitigation.foreign?.otm ?? {};
  const halves = splitText(mitigation.text);
  const native = { riskReduction: 0, ...foreign, id, ...halves, ...spelledBefore(mitigation.text, name, description) };
  return {
    ...native,
    attributes: { ...objectAt(foreign, "attributes"), ...keep(nativeOtm(native), worthKeeping(mitigation, OTM_MEMBERS.mitigation)) },
  };
}

/** The name and the description of the file while together they still are our text. */
function spelledBefore(text: string, name: unknown, description: unknown): JsonObject {
  if (typeof name !== "string" || joinText(name, typeof description === "string" ? description : "") !== text) return {};
  return { name, description };
}
