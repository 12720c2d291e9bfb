import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { insideEdits } from "@/lib/threats/edit/inside-edits";
import type { ElementKind } from "@/lib/threats/scales";
import type { FlowEnd, Point, ThreatModel } from "@/lib/threats/threat-model";
import { tryEdits } from "./working-copy";

/** Pixels between the points that things snap to. */
export const GRID = 8;

const ELEMENT_SIZE = { width: 144, height: 56 };
const BOUNDARY_SIZE = { width: 320, height: 200 };
const NAMES: Readonly<Record<ElementKind | "boundary", string>> = {
  actor: "New actor",
  process: "New process",
  store: "New store",
  boundary: "New boundary",
};

/** A new thing and the edits that bring it in. */
export interface NewPart {
  readonly id: string;
  readonly edits: readonly ModelEdit[];
}

/** An actor, process, store or boundary around `at`, or a little off where something stands there already. */
export function newBox(model: ThreatModel, diagram: string, kind: ElementKind | "boundary", at: Point): NewPart {
  const id = freshId(model, kind);
  const size = kind === "boundary" ? BOUNDARY_SIZE : ELEMENT_SIZE;
  const box = { ...freePlace(model, diagram, { x: snap(at.x - size.width / 2), y: snap(at.y - size.height / 2) }), ...size };
  const common = { id, name: NAMES[kind], description: "", diagram };
  const add: ModelEdit =
    kind === "boundary"
      ? { op: "add-boundary", boundary: { ...common, parent: null, trust: null, shape: { kind: "box", box } } }
      : { op: "add-element", element: { ...common, kind, boundary: null, outOfScope: null, box } };
  return { id, edits: withInside(model, [add], [id]) };
}

/** A flow between two ends. */
export function newFlow(model: ThreatModel, diagram: string, from: FlowEnd, to: FlowEnd): NewPart {
  const id = freshId(model, "flow");
  const flow = { id, name: "", description: "", diagram, from, to, via: [], bidirectional: false, protocol: "" };
  return { id, edits: [{ op: "add-flow", flow: { ...flow, encrypted: null, publicNetwork: null, outOfScope: null } }] };
}

/** The edits, and those that say in which boundaries the things they touched now stand. */
export function withInside(model: ThreatModel, edits: readonly ModelEdit[], ids: readonly string[]): readonly ModelEdit[] {
  const after = tryEdits(model, edits);
  if (!after.ok) return edits;
  const all = [...edits, ...insideEdits(after.value, new Set(ids))];
  // Boundaries that came from elsewhere may say what no picture shows; then they are left as they are.
  return tryEdits(model, all).ok ? all : edits;
}

/** To the next point of the grid. */
const snap = (pixels: number): number => Math.round(pixels / GRID) * GRID;

function freshId(model: ThreatModel, kind: string): string {
  const taken = new Set([...model.elements, ...model.boundaries, ...model.flows, ...model.notes].map(({ id }) => id));
  for (let count = 1; ; count++) if (!taken.has(`${kind}-${count}`)) return `${kind}-${count}`;
}

function freePlace(model: ThreatModel, diagram: string, wanted: Point): Point {
  const corners = model.elements.filter((element) => element.diagram === diagram).map(({ box }) => box);
  let { x, y } = wanted;
  while (corners.some((corner) => Math.abs(corner.x - x) < 3 * GRID && Math.abs(corner.y - y) < 3 * GRID)) {
    x += 3 * GRID;
    y += 3 * GRID;
  }
  return { x, y };
}
