import { z } from "zod";
import { type DeepReadonly, threatModelSchema } from "../threat-model";

// What a person may do to a threat model, one act at a time. Every field is the document's own, so it has the document's own limits.

const { shape } = threatModelSchema;
const element = shape.elements.element;
const boundary = shape.boundaries.element;
const flow = shape.flows.element;
const note = shape.notes.element;
const diagram = shape.diagrams.element;
const threat = shape.threats.element;
const mitigation = threat.shape.mitigations.element;
const link = threat.shape.controls.element;

const id = element.shape.id;
const slug = threat.shape.slug;
const { x, y, width, height } = element.shape.box.shape;

const facts = shape;
const factFields = z
  .strictObject({
    title: facts.title,
    prefix: facts.prefix,
    description: facts.description,
    owner: facts.owner,
    reviewer: facts.reviewer,
    contributors: facts.contributors,
    evidence: facts.evidence,
  })
  .partial();

/** What a person writes of a threat; slug, number and origin are given to it. */
const threatFields = threat.pick({
  title: true,
  stride: true,
  description: true,
  attackPath: true,
  elements: true,
  likelihood: true,
  impact: true,
  references: true,
  uncovered: true,
});

/** `changes` holds only the fields that change. */
const change = <Op extends string, Fields extends z.ZodType>(op: Op, fields: Fields) =>
  z.strictObject({ op: z.literal(op), id, changes: fields });
const remove = <Op extends string>(op: Op) => z.strictObject({ op: z.literal(op), id });

const diagramEdits = [
  z.strictObject({ op: z.literal("add-diagram"), diagram: diagram.omit({ foreign: true }).strict() }),
  change("change-diagram", diagram.omit({ id: true, foreign: true }).partial().strict()),
  remove("remove-diagram"),
  z.strictObject({ op: z.literal("add-element"), element: element.omit({ foreign: true }).strict() }),
  change(
    "change-element",
    element.pick({ kind: true, name: true, description: true, boundary: true, outOfScope: true }).partial().strict(),
  ),
  remove("remove-element"),
  z.strictObject({ op: z.literal("add-boundary"), boundary: boundary.omit({ foreign: true }).strict() }),
  change("change-boundary", boundary.omit({ id: true, diagram: true, foreign: true }).partial().strict()),
  remove("remove-boundary"),
  z.strictObject({ op: z.literal("add-flow"), flow: flow.omit({ foreign: true }).strict() }),
  change("change-flow", flow.omit({ id: true, diagram: true, from: true, to: true, foreign: true }).partial().strict()),
  /** Takes an end of a flow, or both, to another element or place. */
  change("connect-flow", flow.pick({ from: true, to: true }).partial().strict()),
  remove("remove-flow"),
  z.strictObject({ op: z.literal("add-note"), note: note.omit({ foreign: true }).strict() }),
  change("change-note", note.pick({ text: true }).partial().strict()),
  remove("remove-note"),
  /** Moves and resizes elements, boundaries and notes. `carry`: a boundary takes along what stands in it. */
  z.strictObject({
    op: z.literal("place"),
    boxes: z
      .array(z.strictObject({ id, x, y, width: width.optional(), height: height.optional(), carry: z.boolean().optional() }))
      .min(1)
      .max(2_000),
  }),
] as const;

const threatEdits = [
  z.strictObject({
    op: z.literal("add-threat"),
    threat: threatFields.partial().required({ title: true, stride: true }).strict(),
  }),
  z.strictObject({ op: z.literal("change-threat"), threat: slug, changes: threatFields.partial().strict() }),
  z.strictObject({ op: z.literal("remove-threat"), threat: slug }),
  z.strictObject({ op: z.literal("add-mitigation"), threat: slug, mitigation: mitigation.omit({ foreign: true }).strict() }),
  z.strictObject({
    op: z.literal("change-mitigation"),
    threat: slug,
    id,
    changes: mitigation.pick({ text: true }).partial().strict(),
  }),
  z.strictObject({ op: z.literal("remove-mitigation"), threat: slug, id }),
  z.strictObject({ op: z.literal("add-link"), threat: slug, link: link.strict() }),
  z.strictObject({
    op: z.literal("change-link"),
    threat: slug,
    control: link.shape.control,
    changes: link.omit({ control: true }).partial().strict(),
  }),
  z.strictObject({ op: z.literal("remove-link"), threat: slug, control: link.shape.control }),
] as const;

/** One change to a threat model. Ids of new things are given by whoever makes them. */
export const modelEditSchema = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("set-facts"), facts: factFields }),
  ...diagramEdits,
  ...threatEdits,
]);

/** Told apart by `op`: "set-facts"; "add-", "change-" and "remove-" of each noun; "connect-flow"; "place". */
export type ModelEdit = DeepReadonly<z.infer<typeof modelEditSchema>>;

/** The edit with this `op`. */
export type EditOf<Op extends ModelEdit["op"]> = Extract<ModelEdit, { op: Op }>;
