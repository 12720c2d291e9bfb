import { STRIDE_CATEGORIES } from "@/lib/stride/categories";
import {
  type Boundary,
  type Box,
  type Diagram,
  type DiagramNote,
  type Flow,
  type FlowEnd,
  type ModelElement,
  type Point,
  type Threat,
  type ThreatModel,
  threatRef,
} from "../threat-model";

/** What a change can be about. */
export type Subject = "model" | "threat" | "mitigation" | "link" | "diagram" | "element" | "boundary" | "flow" | "note";

/** A field that is told by `is` (ids) and shown by `words` (names), which may change while it still points at the same thing. */
export interface Pointing {
  readonly is: string;
  readonly words: string;
}

/** A thing of a model with all that can change of it, in words. */
export interface Described {
  readonly key: string;
  readonly name: string;
  /** The title of the threat it belongs to. */
  readonly of: string | null;
  /** By the field's name for people, in the order of a form. */
  readonly fields: Readonly<Record<string, string | Pointing>>;
}

/** Everything in a model in words, kind by kind and always in the same order of kinds. */
export function describeModel(model: ThreatModel): readonly { readonly subject: Subject; readonly things: readonly Described[] }[] {
  const names = namesOf(model);
  return [
    { subject: "model", things: [modelFacts(model)] },
    { subject: "threat", things: model.threats.map((threat) => threatFacts(model, threat, names)) },
    { subject: "mitigation", things: model.threats.flatMap(mitigationFacts) },
    { subject: "link", things: model.threats.flatMap(linkFacts) },
    ...diagramFacts(model, names),
  ];
}

type Names = (...ids: readonly (string | null)[]) => Pointing;

function modelFacts(model: ThreatModel): Described {
  const { title, prefix, description, owner, reviewer, contributors, evidence } = model;
  const fields = {
    Title: title,
    "Prefix of short names": prefix,
    Description: description,
    Owner: owner,
    Reviewer: reviewer,
    Contributors: contributors.join(", "),
    "Hosts come in by scans of": evidence.map((tool) => (tool === "docker" ? "Docker" : "Kubernetes")).join(", "),
  };
  return { key: model.slug, name: title, of: null, fields };
}

function threatFacts(model: ThreatModel, threat: Threat, names: Names): Described {
  const fields = {
    Title: threat.title,
    "Short name": { is: `${threat.stride}${threat.number}`, words: threatRef(model, threat) },
    Category: threat.stride === null ? "" : STRIDE_CATEGORIES[threat.stride].name,
    Description: threat.description,
    "Attack path": threat.attackPath.map((step, index) => `${index + 1}. ${step}`).join("\n"),
    Concerns: names(...threat.elements),
    Likelihood: rating(threat.likelihood),
    Impact: rating(threat.impact),
    References: threat.references.map(({ id, title, url }) => [id, title, url].filter((part) => part !== "").join(" ")).join("\n"),
    "Not covered by scans": threat.uncovered ?? "",
  };
  return { key: threat.slug, name: threat.title, of: null, fields };
}

const mitigationFacts = (threat: Threat): readonly Described[] =>
  threat.mitigations.map(({ id, text }) => ({ key: `${threat.slug}/${id}`, name: text, of: threat.title, fields: { Text: text } }));

const linkFacts = (threat: Threat): readonly Described[] =>
  threat.controls.map((link) => ({
    key: `${threat.slug}/${link.control}`,
    name: link.control,
    of: threat.title,
    fields: {
      Effect: link.kind === "mitigates" ? "Mitigates" : "Detects",
      Role: sentence(link.role),
      Reason: link.reason,
      Confidence: sentence(link.confidence),
      Mitigation: { is: link.mitigation ?? "", words: threat.mitigations.find(({ id }) => id === link.mitigation)?.text ?? "" },
    },
  }));

/** How the fields of things on a diagram are put in words. */
interface Pointers {
  readonly names: Names;
  readonly titleOf: (diagram: string) => Pointing;
}

function diagramFacts(model: ThreatModel, names: Names): readonly { readonly subject: Subject; readonly things: readonly Described[] }[] {
  const titles = new Map(model.diagrams.map(({ id, title }) => [id, title]));
  const pointers: Pointers = { names, titleOf: (id) => ({ is: id, words: titles.get(id) ?? id }) };
  return [
    { subject: "diagram", things: model.diagrams.map(pageFacts) },
    { subject: "element", things: model.elements.map((element) => elementFacts(element, pointers)) },
    { subject: "boundary", things: model.boundaries.map((boundary) => boundaryFacts(boundary, pointers)) },
    { subject: "flow", things: model.flows.map((flow) => flowFacts(flow, pointers)) },
    { subject: "note", things: model.notes.map((note) => noteFacts(note, pointers)) },
  ];
}

const pageFacts = ({ id, title, description, method }: Diagram): Described => ({
  key: id,
  name: title,
  of: null,
  fields: { Title: title, Description: description, Method: method },
});

const elementFacts = (element: ModelElement, { names, titleOf }: Pointers): Described => ({
  key: element.id,
  name: element.name,
  of: null,
  fields: {
    Name: element.name,
    Kind: sentence(element.kind),
    Description: element.description,
    Diagram: titleOf(element.diagram),
    Boundary: names(element.boundary),
    "Out of scope because": element.outOfScope ?? "",
    Place: boxWords(element.box),
  },
});

const boundaryFacts = (boundary: Boundary, { names, titleOf }: Pointers): Described => ({
  key: boundary.id,
  name: boundary.name,
  of: null,
  fields: {
    Name: boundary.name,
    Description: boundary.description,
    Diagram: titleOf(boundary.diagram),
    Inside: names(boundary.parent),
    Trust: boundary.trust === null ? "" : String(boundary.trust),
    Place: shapeWords(boundary),
  },
});

function flowFacts(flow: Flow, { names, titleOf }: Pointers): Described {
  const [from, to] = [endOf(flow.from, names), endOf(flow.to, names)];
  const fields = {
    Name: flow.name,
    Diagram: titleOf(flow.diagram),
    From: from,
    To: to,
    "Both ways": yesNo(flow.bidirectional),
    Protocol: flow.protocol,
    Encrypted: yesNo(flow.encrypted),
    "Over a public network": yesNo(flow.publicNetwork),
    Description: flow.description,
    "Out of scope because": flow.outOfScope ?? "",
    Bends: flow.via.map(pointWords).join("; "),
  };
  return { key: flow.id, name: flow.name || `${from.words} to ${to.words}`, of: null, fields };
}

const noteFacts = ({ id, text, diagram, box }: DiagramNote, { titleOf }: Pointers): Described => ({
  key: id,
  name: text,
  of: null,
  fields: { Text: text, Diagram: titleOf(diagram), Place: boxWords(box) },
});

function namesOf(model: ThreatModel): Names {
  const named = [...model.boundaries, ...model.flows, ...model.elements].map(({ id, name }) => [id, name || id] as const);
  const names = new Map(named);
  return (...ids) => {
    const there = ids.filter((id) => id !== null);
    return { is: JSON.stringify(there), words: there.map((id) => names.get(id) ?? id).join(", ") };
  };
}

const sentence = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).replace(/_/g, " ");
const rating = (value: string | null): string => (value === null ? "" : sentence(value));
const yesNo = (value: boolean | null): string => (value === null ? "" : value ? "Yes" : "No");
const pointed = (words: string): Pointing => ({ is: words, words });
const endOf = (end: FlowEnd, names: Names): Pointing =>
  "element" in end ? names(end.element) : pointed(`a loose end at ${pointWords(end.point)}`);
const pointWords = ({ x, y }: Point): string => `${x}, ${y}`;
const boxWords = (box: Box): string => `${pointWords(box)}, ${box.width} × ${box.height}`;
const shapeWords = ({ shape }: Boundary): string => (shape.kind === "box" ? boxWords(shape.box) : shape.points.map(pointWords).join("; "));
