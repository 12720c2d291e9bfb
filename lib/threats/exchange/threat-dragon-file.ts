import { z } from "zod";
import type { FieldNames } from "./source-paths";

// The outside of Threat Dragon files, as far as we understand it. Loose throughout: what is not named here is kept. Their code is the
// measure where their schema says otherwise. Version 1 had cells in `diagramJson`, with all data on the cell itself.

const point = z.looseObject({ x: z.number(), y: z.number() });
const size = z.looseObject({ width: z.number(), height: z.number() });
const end = z.looseObject({ cell: z.string().optional(), id: z.string().optional(), x: z.number().optional(), y: z.number().optional() });
const words = z.string().nullish();
const flag = z.boolean().nullish();

const threat = z.looseObject({
  id: words,
  threatId: words,
  title: words,
  status: words,
  severity: words,
  type: words,
  description: words,
  mitigation: words,
  modelType: words,
  number: z.number().nullish(),
  compatibility: z.unknown().optional(),
});
export type DragonThreat = z.infer<typeof threat>;

const said = {
  description: words,
  outOfScope: flag,
  reasonOutOfScope: words,
  protocol: words,
  isBidirectional: flag,
  isEncrypted: flag,
  isPublicNetwork: flag,
};

const place = {
  id: z.string().min(1).max(200),
  position: point.nullish(),
  size: size.nullish(),
  source: end.nullish(),
  target: end.nullish(),
  vertices: z.array(point).nullish(),
  threats: z.array(threat).nullish(),
};

const cell = z.looseObject({
  ...place,
  shape: words,
  data: z.looseObject({ ...said, type: words, name: words, threats: z.array(threat).nullish() }).nullish(),
  compatibility: z.unknown().optional(),
});
export type DragonCell = z.infer<typeof cell>;

const oldCell = z.looseObject({ ...place, ...said, type: z.string() });
export type OldDragonCell = z.infer<typeof oldCell>;

const diagram = z.looseObject({
  id: z.union([z.number(), z.string()]).nullish(),
  title: words,
  description: words,
  diagramType: words,
  cells: z.array(cell).nullish(),
  diagramJson: z.looseObject({ cells: z.array(oldCell).nullish() }).nullish(),
  compatibility: z.unknown().optional(),
});
export type DragonDiagram = z.infer<typeof diagram>;

/** A whole file, version 1 or 2. */
export const threatDragonFile = z.looseObject({
  version: words,
  summary: z.looseObject({ title: z.string(), owner: words, description: words }),
  detail: z.looseObject({
    contributors: z.array(z.looseObject({ name: words })).nullish(),
    diagrams: z.array(diagram),
    reviewer: words,
    diagramTop: z.number().nullish(),
    threatTop: z.number().nullish(),
  }),
  compatibility: z.unknown().optional(),
});
export type ThreatDragonFile = z.infer<typeof threatDragonFile>;

/** What a cell is. */
export type CellKind = "actor" | "process" | "store" | "flow" | "box" | "curve" | "note";

const KIND_OF_TYPE: Readonly<Record<string, CellKind>> = {
  "tm.Actor": "actor",
  "tm.Process": "process",
  "tm.Store": "store",
  "tm.Flow": "flow",
  "tm.BoundaryBox": "box",
  "tm.Boundary": "curve",
  "tm.Text": "note",
};

const KIND_OF_SHAPE: Readonly<Record<string, CellKind>> = {
  actor: "actor",
  process: "process",
  store: "store",
  flow: "flow",
  "trust-boundary-box": "box",
  "trust-boundary-curve": "curve",
  // Their typing error, in files of version 2.0.
  "trust-broundary-curve": "curve",
  "td-text-block": "note",
};

/** The kind that the cell's type names, else its shape; null when neither is known. A box is a box even where the type says "tm.Boundary". */
export function cellKind({ shape, data }: Pick<DragonCell, "shape" | "data">): CellKind | null {
  const byShape = KIND_OF_SHAPE[shape ?? ""] ?? null;
  const byType = KIND_OF_TYPE[data?.type ?? ""] ?? null;
  return byType === "curve" && byShape === "box" ? "box" : (byType ?? byShape);
}

const CELL_FIELDS = {
  name: "data.name",
  text: "data.name",
  description: "data.description",
  outOfScope: "data.reasonOutOfScope",
  protocol: "data.protocol",
  via: "vertices",
  "from.point": "source",
  "to.point": "target",
  "box.x": "position.x",
  "box.y": "position.y",
  "box.width": "size.width",
  "box.height": "size.height",
  "shape.box.x": "position.x",
  "shape.box.y": "position.y",
  "shape.box.width": "size.width",
  "shape.box.height": "size.height",
  "shape.points": "vertices",
};

/** What our fields are called in a file of version 2. */
export const DRAGON_FIELDS: FieldNames = {
  elements: CELL_FIELDS,
  boundaries: CELL_FIELDS,
  flows: CELL_FIELDS,
  notes: CELL_FIELDS,
  diagrams: { method: "diagramType" },
  threats: {
    "stated.status": "status",
    "stated.severity": "severity",
    "stated.type": "type",
    "mitigations[0].text": "mitigation",
  },
  "": {
    title: "summary.title",
    description: "summary.description",
    owner: "summary.owner",
    reviewer: "detail.reviewer",
    contributors: "detail.contributors",
    diagrams: "detail.diagrams",
    elements: "detail.diagrams",
    boundaries: "detail.diagrams",
    flows: "detail.diagrams",
    notes: "detail.diagrams",
    threats: "detail.diagrams",
  },
};
