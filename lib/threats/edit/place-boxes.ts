import { err, ok, type Result } from "@/lib/shared/result";
import type { Boundary, Box, Point, ThreatModel } from "../threat-model";
import { isTakenId } from "./diagram-checks";
import { type EditRefusal, refusal } from "./edit-refusal";
import type { EditOf } from "./edit-schema";

type Placed = EditOf<"place">["boxes"][number];
interface Step {
  readonly dx: number;
  readonly dy: number;
}

/**
 * Moves and resizes. A boundary that carries takes along by the same step the elements and boundaries in it, the notes that lie
 * wholly in it, and the bends of flows between its elements; but nothing that the edit places itself.
 */
export function placeBoxes(model: ThreatModel, { boxes }: EditOf<"place">): Result<ThreatModel, EditRefusal> {
  const wrong = boxes.map((placed, index) => wrongPlace(model, placed, index)).find((each) => each !== null);
  if (wrong) return err(wrong);
  const named = new Map(boxes.map((placed) => [placed.id, placed]));
  const steps = carriedSteps(model, named);
  const place = (id: string, box: Box): Box => {
    const placed = named.get(id);
    return placed === undefined ? stepped(box, steps.get(id)) : withBox(box, placed);
  };
  return ok({
    ...model,
    elements: model.elements.map((element) => keep(element, { ...element, box: place(element.id, element.box) })),
    notes: model.notes.map((note) => keep(note, { ...note, box: place(note.id, note.box) })),
    boundaries: model.boundaries.map((boundary) => placeBoundary(boundary, named.get(boundary.id), steps.get(boundary.id))),
    flows: model.flows.map((flow) => {
      const [from, to] = [flow.from, flow.to].map((end) => ("element" in end ? steps.get(end.element) : undefined));
      return from !== undefined && from === to ? { ...flow, via: flow.via.map((point) => stepped(point, from)) } : flow;
    }),
  });
}

/** The same object where the box is the same, so that untouched things are seen to be untouched. */
const keep = <T extends { readonly box: Box }>(before: T, after: T): T => (before.box === after.box ? before : after);

function wrongPlace(model: ThreatModel, placed: Placed, index: number): EditRefusal | null {
  const boundary = model.boundaries.find(({ id }) => id === placed.id);
  if (boundary?.shape.kind === "curve" && (placed.width !== undefined || placed.height !== undefined)) {
    return refusal(`boxes.${index}.width`, "nothing, for a curve", `“${boundary.name}” is a curve: it can be moved, but has no size.`);
  }
  const hasPlace = isTakenId(model, placed.id) && !model.flows.some(({ id }) => id === placed.id);
  return hasPlace
    ? null
    : refusal(`boxes.${index}.id`, "the id of an element, boundary or note", `There is nothing “${placed.id}” to be placed on this model.`);
}

/** How far each thing is carried, by its id. What is carried by one boundary shares one step object. */
function carriedSteps(model: ThreatModel, named: ReadonlyMap<string, Placed>): ReadonlyMap<string, Step> {
  const parents = new Map(model.boundaries.map(({ id, parent }) => [id, parent]));
  const carriers = new Map<string, Step>();
  for (const boundary of model.boundaries) {
    const placed = named.get(boundary.id);
    if (placed?.carry) carriers.set(boundary.id, stepOf(cornerOf(boundary.shape), placed));
  }
  // The nearest boundary that the edit places decides: one that is placed without carrying leaves its content where it is.
  const stepIn = (inside: string | null): Step | undefined => {
    const seen = new Set<string>();
    for (let id = inside; id !== null && !seen.has(id); id = parents.get(id) ?? null) {
      if (named.has(id)) return carriers.get(id);
      seen.add(id);
    }
    return undefined;
  };
  const steps = new Map<string, Step>();
  const carry = (id: string, step: Step | undefined): void => {
    if (step !== undefined && !named.has(id)) steps.set(id, step);
  };
  for (const element of model.elements) carry(element.id, stepIn(element.boundary));
  for (const boundary of model.boundaries) carry(boundary.id, stepIn(boundary.parent));
  for (const note of model.notes) {
    const around = model.boundaries.find(
      (boundary) => carriers.has(boundary.id) && boundary.diagram === note.diagram && holds(boundary, note.box),
    );
    carry(note.id, around && carriers.get(around.id));
  }
  return steps;
}

function placeBoundary(boundary: Boundary, placed: Placed | undefined, step: Step | undefined): Boundary {
  const { shape } = boundary;
  if (shape.kind === "box") {
    const box = placed === undefined ? stepped(shape.box, step) : withBox(shape.box, placed);
    return box === shape.box ? boundary : { ...boundary, shape: { ...shape, box } };
  }
  const by = placed === undefined ? step : stepOf(cornerOf(shape), placed);
  return by === undefined ? boundary : { ...boundary, shape: { ...shape, points: shape.points.map((point) => stepped(point, by)) } };
}

const stepped = <T extends Point>(at: T, step: Step | undefined): T =>
  step === undefined ? at : { ...at, x: at.x + step.dx, y: at.y + step.dy };

const stepOf = (from: Point, to: Point): Step => ({ dx: to.x - from.x, dy: to.y - from.y });

const withBox = (box: Box, { x, y, width, height }: Placed): Box => ({ x, y, width: width ?? box.width, height: height ?? box.height });

/** The upper left corner; of a curve, that of the box around it. */
const cornerOf = (shape: Boundary["shape"]): Point =>
  shape.kind === "box" ? shape.box : { x: Math.min(...shape.points.map(({ x }) => x)), y: Math.min(...shape.points.map(({ y }) => y)) };

const holds = ({ shape }: Boundary, inner: Box): boolean =>
  shape.kind === "box" &&
  inner.x >= shape.box.x &&
  inner.y >= shape.box.y &&
  inner.x + inner.width <= shape.box.x + shape.box.width &&
  inner.y + inner.height <= shape.box.y + shape.box.height;
