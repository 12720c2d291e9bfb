import type { ControlLink, FlowEnd, ThreatModel } from "../threat-model";
import type { EditOf, ModelEdit } from "./edit-schema";

const LONGEST_NAME = 60;

/**
 * What an edit does, in a few words without a full stop, for the history: "Moved dockerd", "Linked memory-limit to Resource
 * Exhaustion as required". `model` is the one before the edit, where what it takes away still has a name.
 */
export function editSummary(edit: ModelEdit, model: ThreatModel): string {
  switch (edit.op) {
    case "set-facts":
      return factsSummary(edit);
    case "add-diagram":
      return `Added the diagram ${short(edit.diagram.title)}`;
    case "add-element":
      return `Added the ${edit.element.kind} ${short(edit.element.name)}`;
    case "add-boundary":
      return `Added the boundary ${short(edit.boundary.name)}`;
    case "add-flow":
      return edit.flow.name === "" ? `Added ${flowName(model, edit.flow)}` : `Added the flow ${flowName(model, edit.flow)}`;
    case "add-note":
      return `Added the note ${short(edit.note.text)}`;
    case "connect-flow":
      return connectSummary(edit, model);
    case "place":
      return placeSummary(edit, model);
    case "change-diagram":
    case "change-element":
    case "change-boundary":
    case "change-flow":
    case "change-note":
      return changeSummary(edit, model);
    case "remove-diagram":
    case "remove-element":
    case "remove-boundary":
    case "remove-flow":
    case "remove-note":
      return `Removed ${nameOf(model, edit.id)}`;
    default:
      return threatSummary(edit, model);
  }
}

type ThreatEdit = Extract<ModelEdit, { threat: unknown }>;

function threatSummary(edit: ThreatEdit, model: ThreatModel): string {
  if (edit.op === "add-threat") return `Added the threat ${short(edit.threat.title)}`;
  const title = threatTitle(model, edit.threat);
  switch (edit.op) {
    case "change-threat":
      return edit.changes.title === undefined ? `Changed ${title}` : `Renamed ${title} to ${short(edit.changes.title)}`;
    case "remove-threat":
      return `Removed the threat ${title}`;
    case "add-mitigation":
      return `Added a mitigation to ${title}`;
    case "change-mitigation":
      return `Changed a mitigation of ${title}`;
    case "remove-mitigation":
      return `Removed a mitigation of ${title}`;
    case "add-link":
      return `Linked ${edit.link.control} to ${title} as ${edit.link.role}`;
    case "change-link":
      return linkSummary(edit, title);
    case "remove-link":
      return `Unlinked ${edit.control} from ${title}`;
  }
}

function linkSummary({ control, changes }: EditOf<"change-link">, title: string): string {
  const role: ControlLink["role"] | undefined = changes.role;
  return role === undefined ? `Changed the link of ${control} to ${title}` : `Made ${control} ${role} for ${title}`;
}

const FACT_WORDS = {
  title: "the title",
  prefix: "the prefix of short names",
  description: "the description",
  owner: "the owner",
  reviewer: "the reviewer",
  contributors: "the contributors",
  evidence: "whose scans bring hosts in",
} as const;

function factsSummary({ facts }: EditOf<"set-facts">): string {
  const said = Object.keys(FACT_WORDS).filter((fact) => fact in facts) as (keyof typeof FACT_WORDS)[];
  return `Changed ${listed(said.map((fact) => FACT_WORDS[fact])) || "nothing"}`;
}

function changeSummary(
  edit: EditOf<"change-diagram" | "change-element" | "change-boundary" | "change-flow" | "change-note">,
  model: ThreatModel,
): string {
  const name = nameOf(model, edit.id);
  if (edit.op === "change-diagram" && edit.changes.title !== undefined) return `Renamed ${name} to ${short(edit.changes.title)}`;
  if (edit.op === "change-flow" && edit.changes.name && isUnnamed(model, edit.id)) return `Named ${name} “${short(edit.changes.name)}”`;
  if ("name" in edit.changes && edit.changes.name !== undefined) return `Renamed ${name} to ${short(edit.changes.name)}`;
  if ("outOfScope" in edit.changes && edit.changes.outOfScope !== undefined) {
    return edit.changes.outOfScope === null ? `Took ${name} into scope` : `Took ${name} out of scope`;
  }
  return `Changed ${name}`;
}

function connectSummary({ id, changes }: EditOf<"connect-flow">, model: ThreatModel): string {
  const name = nameOf(model, id);
  const from = changes.from && `from ${endName(model, changes.from)}`;
  const to = changes.to && `to ${endName(model, changes.to)}`;
  return ["Connected", name, from, to].filter(Boolean).join(" ");
}

function placeSummary({ boxes }: EditOf<"place">, model: ThreatModel): string {
  const verb = boxes.some(({ width, height }) => width !== undefined || height !== undefined) ? "Resized" : "Moved";
  const names = boxes.map(({ id }) => nameOf(model, id));
  return names.length > 3 ? `${verb} ${names.length} things` : `${verb} ${listed(names)}`;
}

/** What people call a thing on a diagram, or a diagram. */
function nameOf(model: ThreatModel, id: string): string {
  const flow = model.flows.find((each) => each.id === id);
  if (flow !== undefined) return flowName(model, flow);
  const named = [...model.elements, ...model.boundaries].find((each) => each.id === id);
  if (named !== undefined) return short(named.name);
  const note = model.notes.find((each) => each.id === id);
  if (note !== undefined) return short(note.text);
  return short(model.diagrams.find((each) => each.id === id)?.title ?? id);
}

const flowName = (model: ThreatModel, flow: { readonly name: string; readonly from: FlowEnd; readonly to: FlowEnd }): string =>
  flow.name === "" ? `the flow from ${endName(model, flow.from)} to ${endName(model, flow.to)}` : short(flow.name);

const isUnnamed = ({ flows }: ThreatModel, id: string): boolean => flows.some((flow) => flow.id === id && flow.name === "");

const endName = (model: ThreatModel, end: FlowEnd): string =>
  "element" in end ? short(model.elements.find(({ id }) => id === end.element)?.name ?? end.element) : "a loose end";

const threatTitle = ({ threats }: ThreatModel, slug: string): string =>
  short(threats.find((threat) => threat.slug === slug)?.title ?? slug);

function short(name: string): string {
  const line = name.replace(/\s+/g, " ").trim();
  if (line === "") return "(no name)";
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1).trimEnd()}…` : line;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
