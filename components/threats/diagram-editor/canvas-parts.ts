import type { Edge, Node } from "@xyflow/react";
import { routeFlows } from "@/lib/threats/diagram/flow-route";
import { placeLabels } from "@/lib/threats/diagram/place-labels";
import { textWidth } from "@/lib/threats/diagram/wrap-text";
import type { Boundary, Box, DiagramNote, Flow, ModelElement, Point, ThreatModel } from "@/lib/threats/threat-model";
import { shapeBox } from "./move-edits";

export type ElementNode = Node<{ readonly element: ModelElement }, "element">;
export type BoundaryNode = Node<{ readonly boundary: Boundary }, "boundary">;
export type NoteNode = Node<{ readonly note: DiagramNote }, "note">;
/** A loose end of a flow: a dot that can be taken elsewhere. */
export type LooseEndNode = Node<{ readonly flow: string; readonly side: "from" | "to" }, "looseEnd">;
export type PartNode = ElementNode | BoundaryNode | NoteNode | LooseEndNode;
export type FlowEdge = Edge<{ readonly flow: Flow; readonly points: readonly Point[]; readonly label: Box | null }, "flow">;

const LABEL_SIZE = 12;
const LABEL_HEIGHT = 18;
/** Pixels across the dot of a loose end. */
export const LOOSE_END = 12;

export interface CanvasParts {
  readonly nodes: PartNode[];
  readonly edges: FlowEdge[];
}

/** One diagram of a model as React Flow wants it: boundaries below, larger ones first, then elements and notes, and flows between. */
export function canvasParts(model: ThreatModel, diagram: string, selected: ReadonlySet<string>): CanvasParts {
  const isHere = (part: { readonly diagram: string }): boolean => part.diagram === diagram;
  const elements = model.elements.filter(isHere);
  const flows = model.flows.filter(isHere);
  const boundaries = model.boundaries
    .filter(isHere)
    .map((boundary) => ({ boundary, box: shapeBox(boundary) }))
    .toSorted((one, other) => other.box.width * other.box.height - one.box.width * one.box.height);
  const names = new Map([...model.elements, ...model.boundaries].map(({ id, name }) => [id, name || "without a name"]));
  const nodes: PartNode[] = [
    ...boundaries.map(
      ({ boundary, box }, index): BoundaryNode => ({
        ...frame(boundary.id, box, index, selected),
        type: "boundary",
        data: { boundary },
        ariaLabel: `${boundary.name || "Without a name"}, trust boundary`,
      }),
    ),
    ...elements.map(
      (element): ElementNode => ({
        ...frame(element.id, element.box, 1_000, selected),
        type: "element",
        data: { element },
        ariaLabel: elementLabel(element, names),
      }),
    ),
    ...model.notes.filter(isHere).map(
      (note): NoteNode => ({
        ...frame(note.id, note.box, 1_000, selected),
        type: "note",
        data: { note },
        ariaLabel: `Note: ${note.text}`,
      }),
    ),
    ...flows.flatMap(looseEnds),
  ];
  return { nodes, edges: flowEdges(flows, elements, names, selected) };
}

function frame(id: string, { x, y, width, height }: Box, zIndex: number, selected: ReadonlySet<string>) {
  // Sizes are the document's, so nothing needs to be measured before it can be seen.
  return { id, position: { x, y }, width, height, measured: { width, height }, zIndex, selected: selected.has(id) };
}

function elementLabel({ name, kind, boundary, outOfScope }: ModelElement, names: ReadonlyMap<string, string>): string {
  const inside = boundary === null ? "" : `, in ${names.get(boundary) ?? boundary}`;
  return `${name || "Without a name"}, ${kind}${inside}${outOfScope === null ? "" : ", out of scope"}`;
}

const looseEndId = (flow: string, side: "from" | "to"): string => JSON.stringify([flow, side]);

const looseEnds = (flow: Flow): readonly LooseEndNode[] =>
  (["from", "to"] as const).flatMap((side): readonly LooseEndNode[] => {
    const end = flow[side];
    if ("element" in end) return [];
    const box = { x: end.point.x - LOOSE_END / 2, y: end.point.y - LOOSE_END / 2, width: LOOSE_END, height: LOOSE_END };
    const data = { flow: flow.id, side };
    return [{ ...frame(looseEndId(flow.id, side), box, 1_001, new Set()), type: "looseEnd", data, selectable: false, focusable: false }];
  });

function flowEdges(
  flows: readonly Flow[],
  elements: readonly ModelElement[],
  names: ReadonlyMap<string, string>,
  selected: ReadonlySet<string>,
): FlowEdge[] {
  const routes = routeFlows(flows, elements);
  const labels = flows.map((flow) => ({
    id: flow.id,
    points: routes.get(flow.id) ?? [],
    width: flow.name === "" ? 0 : textWidth(flow.name, LABEL_SIZE),
    height: LABEL_HEIGHT,
  }));
  const places = placeLabels(
    labels,
    elements.map(({ box }) => box),
  );
  const nodeOf = (flow: Flow, side: "from" | "to"): string => {
    const end = flow[side];
    return "element" in end ? end.element : looseEndId(flow.id, side);
  };
  const nameOf = (end: Flow["from"]): string => ("element" in end ? (names.get(end.element) ?? end.element) : "a loose end");
  return flows.map((flow) => ({
    id: flow.id,
    type: "flow",
    source: nodeOf(flow, "from"),
    target: nodeOf(flow, "to"),
    selected: selected.has(flow.id),
    // The ends of the selected one can be taken hold of, also where they touch an element.
    zIndex: selected.has(flow.id) ? 1_002 : 999,
    data: { flow, points: routes.get(flow.id) ?? [], label: places.get(flow.id) ?? null },
    ariaLabel: `${flow.name || "Flow without a name"}, flow from ${nameOf(flow.from)} to ${nameOf(flow.to)}`,
  }));
}
