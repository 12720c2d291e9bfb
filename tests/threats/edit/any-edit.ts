import fc from "fast-check";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";

// Few ids and slugs, so that edits meet what earlier ones made, changed and took away.
const id = fc.constantFrom("operator", "dockerd", "web", "log", "host", "containers", "edge", "asks", "starts", "hint", "n1", "n2", "n3");
const diagram = fc.constantFrom("main", "second", "third");
const boundary = fc.option(fc.constantFrom("host", "containers", "edge", "n1", "n2"));
const name = fc.constantFrom("a", "Audit log", "", "dockerd");
const where = fc.integer({ min: -100_000, max: 100_000 });
const size = fc.integer({ min: 1, max: 2_000 });
const box = fc.record({ x: where, y: where, width: size, height: size });
const point = fc.record({ x: where, y: where });
const end = fc.oneof(fc.record({ element: fc.constantFrom("operator", "dockerd", "web", "log", "n1", "n2") }), fc.record({ point }));
const outOfScope = fc.option(fc.constant("elsewhere"));
const slug = fc.constantFrom("resource-exhaustion", "container-breakout", "noisy-neighbour", "new", "new-2");
const mitigationId = fc.constantFrom("quota", "watch", "m1");
const control = fc.constantFrom("memory-limit", "cpu-shares", "auditd", "magic");
const stride = fc.constantFrom("S", "T", "R", "I", "D", "E", null);
const op = <Op extends ModelEdit["op"]>(value: Op) => fc.constant(value);
const some = <T>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) => fc.record(fields, { requiredKeys: [] });

const diagramEdit = fc.oneof(
  fc.record({ op: op("add-diagram"), diagram: fc.record({ id: diagram, title: name, description: name, method: name }) }),
  fc.record({ op: op("change-diagram"), id: diagram, changes: some({ title: name }) }),
  fc.record({ op: op("remove-diagram"), id: diagram }),
  fc.record({
    op: op("add-element"),
    element: fc.record({
      id,
      kind: fc.constantFrom("actor", "process", "store"),
      name,
      description: name,
      diagram,
      boundary,
      outOfScope,
      box,
    }),
  }),
  fc.record({ op: op("change-element"), id, changes: some({ name, boundary, outOfScope, kind: fc.constantFrom("actor", "store") }) }),
  fc.record({ op: op("remove-element"), id }),
  fc.record({
    op: op("add-boundary"),
    boundary: fc.record({
      id,
      name,
      description: name,
      diagram,
      parent: boundary,
      trust: fc.option(fc.integer({ min: 0, max: 100 })),
      shape: fc.oneof(
        fc.record({ kind: fc.constant("box"), box }),
        fc.record({ kind: fc.constant("curve"), points: fc.array(point, { minLength: 2, maxLength: 4 }) }),
      ),
    }),
  }),
  fc.record({ op: op("change-boundary"), id, changes: some({ name, parent: boundary }) }),
  fc.record({ op: op("remove-boundary"), id }),
  fc.record({
    op: op("add-flow"),
    flow: fc.record({
      id,
      name,
      description: name,
      diagram,
      from: end,
      to: end,
      via: fc.array(point, { maxLength: 2 }),
      bidirectional: fc.boolean(),
      protocol: name,
      encrypted: fc.option(fc.boolean()),
      publicNetwork: fc.option(fc.boolean()),
      outOfScope,
    }),
  }),
  fc.record({ op: op("change-flow"), id, changes: some({ name, encrypted: fc.option(fc.boolean()) }) }),
  fc.record({ op: op("connect-flow"), id, changes: some({ from: end, to: end }) }),
  fc.record({ op: op("remove-flow"), id }),
  fc.record({ op: op("add-note"), note: fc.record({ id, text: name, diagram, box }) }),
  fc.record({ op: op("change-note"), id, changes: some({ text: name }) }),
  fc.record({ op: op("remove-note"), id }),
  fc.record({
    op: op("place"),
    boxes: fc.array(
      fc.record({ id, x: where, y: where, width: size, height: size, carry: fc.boolean() }, { requiredKeys: ["id", "x", "y"] }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

const link = { kind: fc.constantFrom("mitigates", "detects"), role: fc.constantFrom("required", "supporting") } as const;
const threatEdit = fc.oneof(
  fc.record({ op: op("set-facts"), facts: some({ owner: name, prefix: fc.constantFrom("D", "d") }) }),
  fc.record({
    op: op("add-threat"),
    threat: fc.record(
      { title: fc.constantFrom("new", "New!", ""), stride, elements: fc.array(id, { maxLength: 2 }) },
      { requiredKeys: ["title", "stride"] },
    ),
  }),
  fc.record({
    op: op("change-threat"),
    threat: slug,
    changes: some({ title: fc.constant("New"), stride, elements: fc.array(id, { maxLength: 2 }) }),
  }),
  fc.record({ op: op("remove-threat"), threat: slug }),
  fc.record({ op: op("add-mitigation"), threat: slug, mitigation: fc.record({ id: mitigationId, text: name }) }),
  fc.record({ op: op("change-mitigation"), threat: slug, id: mitigationId, changes: some({ text: name }) }),
  fc.record({ op: op("remove-mitigation"), threat: slug, id: mitigationId }),
  fc.record({
    op: op("add-link"),
    threat: slug,
    link: fc.record({
      control,
      ...link,
      reason: name,
      confidence: fc.constantFrom("high", "low"),
      mitigation: fc.option(mitigationId),
    }),
  }),
  fc.record({ op: op("change-link"), threat: slug, control, changes: some({ ...link, mitigation: fc.option(mitigationId) }) }),
  fc.record({ op: op("remove-link"), threat: slug, control }),
);

/** Any edit of the small model; many fit, many do not. */
export const anyEdit: fc.Arbitrary<ModelEdit> = fc.oneof(diagramEdit, threatEdit) as fc.Arbitrary<ModelEdit>;
