import type { Boundary, Diagram, DiagramNote, Flow, ModelElement, ThreatModel } from "../threat-model";
import { changedFields, unlessEmpty } from "./changed-fields";
import type { ModelEdit } from "./edit-schema";
import { findRoom, type Room, type Wanted } from "./find-room";

// What a form says of a thing on a diagram, as edits. A form has no pointer, so that new things are given a free place.

const ELEMENT_SIZE = { width: 144, height: 56 };
const BOUNDARY_SIZE = { width: 320, height: 200 };
const NOTE_SIZE = { width: 200, height: 72 };
const FIRST_DIAGRAM: Diagram = { id: "main", title: "Data flow", description: "", method: "STRIDE" };

type Edits = readonly ModelEdit[];
type Fields<T, Key extends keyof T> = Readonly<Pick<T, Key>>;

/** What the form of an element holds; the diagram counts only for a new one, and is empty for the first. */
export type ElementFields = Fields<ModelElement, "kind" | "name" | "description" | "boundary" | "outOfScope" | "diagram">;
/** What the form of a boundary holds. */
export type BoundaryFields = Fields<Boundary, "name" | "description" | "parent" | "trust" | "diagram">;
/** What the form of a flow holds. An end is an element's id; null leaves a loose end where it is. */
export type FlowFields = Fields<
  Flow,
  "name" | "description" | "bidirectional" | "protocol" | "encrypted" | "publicNetwork" | "outOfScope"
> & { readonly from: string | null; readonly to: string | null };

/** Adds an element (`id` null) or changes one. In another boundary than before it takes a free place there. */
export function elementEdits(model: ThreatModel, id: string | null, { diagram: chosen, ...fields }: ElementFields): Edits {
  const diagram = diagramFor(model, chosen);
  const before = model.elements.find((element) => element.id === id);
  const changes = before === undefined ? fields : changedFields(before, fields);
  if (id !== null && before?.boundary === fields.boundary) return unlessEmpty(changes, { op: "change-element", id, changes });
  const wanted = { ...(before?.box ?? ELEMENT_SIZE), diagram: before?.diagram ?? diagram, inside: fields.boundary, moving: id };
  const room = findRoom(model, wanted);
  if (id !== null) return [{ op: "change-element", id, changes }, moved(id, room)];
  const element = { ...fields, id: freshId(model, fields.kind), diagram, box: room.box };
  return [...firstDiagram(model), ...grown(room), { op: "add-element", element }];
}

/** Adds a boundary (`id` null) or changes one. Its place changes on the diagram. */
export function boundaryEdits(model: ThreatModel, id: string | null, { diagram: chosen, ...fields }: BoundaryFields): Edits {
  if (id !== null) {
    const before = model.boundaries.find((boundary) => boundary.id === id);
    const changes = before === undefined ? fields : changedFields(before, fields);
    return unlessEmpty(changes, { op: "change-boundary", id, changes });
  }
  const diagram = diagramFor(model, chosen);
  const room = findRoom(model, wantedNew(diagram, fields.parent, BOUNDARY_SIZE));
  const boundary = { ...fields, id: freshId(model, "boundary"), diagram, shape: { kind: "box" as const, box: room.box } };
  return [...firstDiagram(model), ...grown(room), { op: "add-boundary", boundary }];
}

/** Adds a flow (`id` null) or changes one. With other ends it loses its bends, which led elsewhere. */
export function flowEdits(model: ThreatModel, id: string | null, { from, to, ...fields }: FlowFields): Edits {
  const before = model.flows.find((flow) => flow.id === id);
  if (id === null || before === undefined) {
    const diagram = model.elements.find((element) => element.id === from)?.diagram ?? "";
    const ends = { from: { element: from ?? "" }, to: { element: to ?? "" } };
    return [{ op: "add-flow", flow: { ...fields, ...ends, id: id ?? freshId(model, "flow"), diagram, via: [] } }];
  }
  const ends = { from: from === null ? before.from : { element: from }, to: to === null ? before.to : { element: to } };
  const moved = changedFields<Partial<Pick<Flow, "from" | "to">>>(before, ends);
  const isMoved = Object.keys(moved).length > 0;
  const changes = changedFields<Partial<Flow>>(before, isMoved ? { ...fields, via: [] } : fields);
  return [...unlessEmpty(moved, { op: "connect-flow", id, changes: moved }), ...unlessEmpty(changes, { op: "change-flow", id, changes })];
}

/** Adds a note (`id` null) or changes its words. */
export function noteEdits(
  model: ThreatModel,
  id: string | null,
  { text, diagram: chosen }: Fields<DiagramNote, "text" | "diagram">,
): Edits {
  if (id !== null)
    return model.notes.some((note) => note.id === id && note.text === text) ? [] : [{ op: "change-note", id, changes: { text } }];
  const diagram = diagramFor(model, chosen);
  const { box } = findRoom(model, wantedNew(diagram, null, NOTE_SIZE));
  return [...firstDiagram(model), { op: "add-note", note: { id: freshId(model, "note"), text, diagram, box } }];
}

/** The diagram that a new thing goes to: the chosen one, else the first; a model without any is given its first. */
const diagramFor = ({ diagrams }: ThreatModel, chosen: string): string => chosen || (diagrams[0] ?? FIRST_DIAGRAM).id;

/** "mitigation-3": an id that no mitigation of the threat has yet. */
export const freshMitigationId = (taken: readonly { readonly id: string }[]): string =>
  firstFree("mitigation", new Set(taken.map(({ id }) => id)));

const firstDiagram = ({ diagrams }: ThreatModel): Edits => (diagrams.length > 0 ? [] : [{ op: "add-diagram", diagram: FIRST_DIAGRAM }]);

const wantedNew = (diagram: string, inside: string | null, size: { readonly width: number; readonly height: number }): Wanted => ({
  ...size,
  diagram,
  inside,
  moving: null,
});

const grown = (room: Room): Edits => (room.grown.length === 0 ? [] : [{ op: "place", boxes: room.grown }]);

const moved = (id: string, { box, grown: larger }: Room): ModelEdit => ({ op: "place", boxes: [{ id, x: box.x, y: box.y }, ...larger] });

const freshId = (model: ThreatModel, kind: string): string =>
  firstFree(kind, new Set([...model.elements, ...model.boundaries, ...model.flows, ...model.notes].map(({ id }) => id)));

function firstFree(kind: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) if (!taken.has(`${kind}-${count}`)) return `${kind}-${count}`;
}
