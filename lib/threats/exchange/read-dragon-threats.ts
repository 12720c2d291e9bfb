import type { StrideLetter } from "@/lib/stride/categories";
import type { Mitigation } from "../threat-model";
import { isObject, type JsonObject, objectAt, without } from "./json";
import { besideKept, keptIn, type Members, reunite } from "./kept-object";
import type { NamelessThreat } from "./names";
import { strideOfName } from "./stride-names";
import type { DragonCell, DragonThreat } from "./threat-dragon-file";

export const THREAT_MEMBERS: Members = {
  verbatim: ["title", "description"],
  unsayable: ["origin", "attackPath", "elements", "likelihood", "impact", "controls", "references", "uncovered"],
};

/** The threats of a cell, each with its path. Their schema puts them on the cell, their code into its data: both are read. */
export function threatsOf(cell: DragonCell, path: string): { threat: DragonThreat; path: string }[] {
  const inData = (cell.data?.threats ?? []).map((threat, index) => ({ threat, path: `${path}.data.threats[${index}]` }));
  const known: ReadonlySet<string | null> = new Set(inData.map(({ threat }) => threatId(threat)).filter((id) => id !== null));
  const onCell = (cell.threats ?? []).map((threat, index) => ({ threat, path: `${path}.threats[${index}]` }));
  return [...inData, ...onCell.filter(({ threat }) => !known.has(threatId(threat)))];
}

const threatId = ({ id, threatId }: DragonThreat): string | null => id ?? threatId ?? null;

interface ThreatPlace {
  readonly path: string;
  /** Our id of what the threat is drawn on; null for words on a diagram and for the cell of unplaced threats. */
  readonly element: string | null;
  /** The diagram's method, for threats that name none. */
  readonly method: string;
}

/** The threat as the file has it, without what we kept. */
export const nativeThreat = (threat: JsonObject): JsonObject => without(threat, ["compatibility"]);

/** Makes a threat of ours of one in the file. Its names are given later, when all are known. */
export function readThreat(threat: DragonThreat, place: ThreatPlace, remark: (text: string) => void): NamelessThreat {
  const kept = keptIn(threat.compatibility);
  const title = threat.title?.trim() ? threat.title : "Untitled threat";
  if (title !== threat.title) remark(`${place.path} has no title; it is called "${title}".`);
  const stride = strideOf(threat, place.method);
  const read = { ...plainThreat(threat, place.path), title, elements: place.element === null ? [] : [place.element] };
  const object = reunite({ ...read, stride }, nativeThreat(threat), kept, THREAT_MEMBERS, "threatDragon");
  const was = kept?.was ?? {};
  const number = typeof was.number === "number" && was.stride === object.stride ? was.number : null;
  return {
    threat: { ...object, title, stride, elements: elementsOf(was.elements, place.element) },
    slug: typeof was.slug === "string" ? was.slug : null,
    number,
    path: place.path,
  };
}

/** Methods whose types may be STRIDE names. "Generic" offers those of every method. */
const MAY_BE_STRIDE = new Set(["STRIDE", "GENERIC", "OTM", "EOP", ""]);

function strideOf({ type, modelType }: DragonThreat, method: string): StrideLetter | null {
  return MAY_BE_STRIDE.has((modelType ?? method).toUpperCase()) ? strideOfName(type ?? "") : null;
}

function plainThreat(threat: DragonThreat, path: string) {
  const foreign = without(threat, ["title", "description", "mitigation", "status", "severity", "type", "compatibility"]);
  const compatibility = besideKept(threat.compatibility);
  return {
    origin: "import",
    description: threat.description ?? "",
    attackPath: [],
    likelihood: null,
    impact: null,
    mitigations: mitigationsOf(threat, path),
    controls: [],
    references: [],
    uncovered: null,
    stated: { status: threat.status ?? "", severity: threat.severity ?? "", type: threat.type ?? "" },
    foreign: { threatDragon: { ...foreign, ...(compatibility === undefined ? {} : { compatibility }) } },
  };
}

/** Where a threat of ours is drawn comes first, whatever it was; the others it concerned stay. */
function elementsOf(was: unknown, drawnOn: string | null): unknown[] {
  const before: unknown[] = Array.isArray(was) ? was : [];
  if (drawnOn === null) return before;
  return before[0] === drawnOn ? before : [drawnOn, ...before.slice(1).filter((id) => id !== drawnOn)];
}

/** Several mitigations in the one text that the format has. */
export const bulleted = (texts: readonly string[]): string =>
  texts.length < 2 ? (texts[0] ?? "") : texts.map((text) => `- ${text}`).join("\n");

/** One text is one mitigation, unless it is a list that we wrote: then each line keeps the id of the mitigation with its words. */
function mitigationsOf(threat: DragonThreat, path: string): Mitigation[] {
  const text = threat.mitigation ?? "";
  const was = keptMitigations(threat.compatibility);
  const id = `${threatId(threat) ?? path}-mitigation`;
  if (was.length < 2 && text.trim() !== "") return [{ ...was[0], id: was[0]?.id ?? id, text }];
  if (text === bulleted(was.map(({ text }) => text))) return was;
  const byText = new Map(was.map((mitigation) => [mitigation.text, mitigation]));
  return splitBullets(text).map((line, index) => byText.get(line) ?? { id: `${id}-${index + 1}`, text: line });
}

const splitBullets = (text: string): string[] =>
  text
    .split(/^- /m)
    .map((line) => line.trim())
    .filter((line) => line !== "");

function keptMitigations(compatibility: unknown): Mitigation[] {
  const was = keptIn(compatibility)?.was.mitigations;
  const list: unknown[] = Array.isArray(was) ? was : [];
  return list
    .filter(isObject)
    .flatMap((each) =>
      typeof each.id === "string" && typeof each.text === "string" ? [{ ...objectAt({ each }, "each"), id: each.id, text: each.text }] : [],
    );
}
