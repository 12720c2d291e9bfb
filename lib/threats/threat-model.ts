import { z } from "zod";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { CONFIDENCES, ELEMENT_KINDS, LINK_ROLES, RATINGS, REFERENCE_SOURCES, THREAT_ORIGINS } from "./scales";

// A threat model is one document. Its shape is checked wherever it comes in: from a form, a file or the database.

/** Lower-case words with hyphens: what stands in addresses. */
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Lower-case letters, digits and single hyphens.")
  .max(80);
/** Names an element, flow, boundary, diagram or mitigation inside its model. Imported files bring their own, so nearly anything goes. */
const id = z.string().min(1).max(200);
const line = z.string().max(300);
const text = z.string().max(20_000);

/** What another format says and we have no field for, kept so that an export gives it back. */
const foreign = z.object({
  threatDragon: z.record(z.string(), z.unknown()).optional(),
  otm: z.record(z.string(), z.unknown()).optional(),
});

const coordinate = z.number().min(-100_000).max(100_000);
const point = z.object({ x: coordinate, y: coordinate });
/** In the pixels of the diagram, from its upper left corner. */
const box = point.extend({ width: z.number().min(1).max(100_000), height: z.number().min(1).max(100_000) });

const diagram = z.object({
  id,
  title: line,
  description: text,
  /** As Threat Dragon names methods: "STRIDE", "LINDDUN". */
  method: z.string().max(40),
  foreign: foreign.optional(),
});

const element = z.object({
  id,
  kind: z.enum(ELEMENT_KINDS),
  name: line,
  description: text,
  diagram: id,
  /** The trust boundary it stands in; null outside of all. */
  boundary: id.nullable(),
  /** Why nobody looks at it; null while it is in scope. */
  outOfScope: text.nullable(),
  box,
  foreign: foreign.optional(),
});

/** A trust boundary: a box around elements, or a curve between them. */
const boundary = z.object({
  id,
  name: line,
  description: text,
  diagram: id,
  parent: id.nullable(),
  /** 0 (trust nothing) to 100; null where nobody said. */
  trust: z.number().min(0).max(100).nullable(),
  shape: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("box"), box }),
    z.object({ kind: z.literal("curve"), points: z.array(point).min(2).max(100) }),
  ]),
  foreign: foreign.optional(),
});

/** Either an element or, for a loose end, a place. */
const flowEnd = z.union([z.object({ element: id }), z.object({ point })]);

const flow = z.object({
  id,
  name: line,
  description: text,
  diagram: id,
  from: flowEnd,
  to: flowEnd,
  via: z.array(point).max(100),
  bidirectional: z.boolean(),
  protocol: z.string().max(100),
  /** Null where nobody said. */
  encrypted: z.boolean().nullable(),
  publicNetwork: z.boolean().nullable(),
  outOfScope: text.nullable(),
  foreign: foreign.optional(),
});

/** Words on a diagram. */
const note = z.object({ id, text, diagram: id, box, foreign: foreign.optional() });

const mitigation = z.object({ id, text: z.string().min(1).max(20_000), foreign: foreign.optional() });

/** Why a control bears on a threat. */
const controlLink = z.object({
  control: z.string().min(1).max(200),
  kind: z.enum(["mitigates", "detects"]),
  role: z.enum(LINK_ROLES),
  reason: z.string().max(1_000),
  confidence: z.enum(CONFIDENCES),
  /** The mitigation that the control shows to be in place; null where it stands for itself. */
  mitigation: id.nullable(),
});

const reference = z.object({
  source: z.enum(REFERENCE_SOURCES),
  /** "T1611", "MS-TA9013", "CWE-250"; empty for a plain address. */
  id: z.string().max(100),
  title: line,
  url: z.string().max(2_000),
});

const threat = z.object({
  slug,
  /** Counts within its letter and never changes: D-E3 stays D-E3 whatever goes before it. */
  number: z.number().int().min(1).max(100_000),
  title: z.string().min(1).max(300),
  /** Null only for what was imported under a method other than STRIDE. */
  stride: z.enum(STRIDE_LETTERS).nullable(),
  origin: z.enum(THREAT_ORIGINS),
  description: text,
  /** Steps, first to last. */
  attackPath: z.array(z.string().max(2_000)).max(30),
  /** Elements, flows and boundaries it concerns. */
  elements: z.array(id).max(200),
  likelihood: z.enum(RATINGS).nullable(),
  impact: z.enum(RATINGS).nullable(),
  mitigations: z.array(mitigation).max(100),
  controls: z.array(controlLink).max(300),
  references: z.array(reference).max(100),
  /** What no scan can tell of this threat, in one or two sentences; null where checks cover it. */
  uncovered: text.nullable(),
  /** What an imported file claims. Shown as its claim; never the exposure. */
  stated: z.object({ status: z.string().max(60), severity: z.string().max(60), type: z.string().max(100) }).nullable(),
  foreign: foreign.optional(),
});

/** The document as it is stored and sent. `parse` refuses what does not fit and names the path of the field. */
export const threatModelSchema = z.object({
  slug,
  title: z.string().min(1).max(200),
  /** Stands before the letter in a threat's short name: "D" in D-E3. */
  prefix: z.string().regex(/^[A-Z][A-Z0-9]{0,4}$/, "One to five capital letters or digits, a letter first."),
  description: text,
  owner: line,
  reviewer: line,
  contributors: z.array(line).max(200),
  /** Whose scans bring a host under this model. Empty: no host is under it unless a person puts it there. */
  evidence: z.array(z.enum(["docker", "kubernetes"])).max(2),
  diagrams: z.array(diagram).max(50),
  elements: z.array(element).max(1_000),
  boundaries: z.array(boundary).max(300),
  flows: z.array(flow).max(2_000),
  notes: z.array(note).max(300),
  threats: z.array(threat).max(1_000),
  foreign: foreign.optional(),
});

/** What was read from outside is never changed in place. */
export type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export type ThreatModel = DeepReadonly<z.infer<typeof threatModelSchema>>;
export type Threat = ThreatModel["threats"][number];
export type ControlLink = Threat["controls"][number];
export type Mitigation = Threat["mitigations"][number];
export type ThreatReference = Threat["references"][number];
export type ModelElement = ThreatModel["elements"][number];
export type Boundary = ThreatModel["boundaries"][number];
export type Flow = ThreatModel["flows"][number];
export type FlowEnd = Flow["from"];
export type DiagramNote = ThreatModel["notes"][number];
export type Diagram = ThreatModel["diagrams"][number];
export type Point = DeepReadonly<z.infer<typeof point>>;
export type Box = DeepReadonly<z.infer<typeof box>>;

/** "D-E3": how people name a threat in short. A threat without a letter has "?" in its place. */
export const threatRef = (model: Pick<ThreatModel, "prefix">, threat: Pick<Threat, "stride" | "number">): string =>
  `${model.prefix}-${threat.stride ?? "?"}${threat.number}`;
