import fc from "fast-check";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { CONFIDENCES, ELEMENT_KINDS, LINK_ROLES, RATINGS, REFERENCE_SOURCES, THREAT_ORIGINS } from "@/lib/threats/scales";
import { type Threat, type ThreatModel, threatModelSchema } from "@/lib/threats/threat-model";

// -0 is left out because JSON cannot tell it from 0.
const coordinate = fc.oneof(
  fc.integer({ min: -5_000, max: 5_000 }),
  fc.double({ min: -5_000, max: 5_000, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
);
const point = fc.record({ x: coordinate, y: coordinate });
const length = fc.double({ min: 1, max: 2_000, noNaN: true });
const box = fc.record({ x: coordinate, y: coordinate, width: length, height: length });
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom("- a\n- b", "a\n\nb", "\n\n", " "),
);
const words = text.filter((value) => value !== "");
const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.stringify(value))
  // Members called so are left out on purpose.
  .filter((value) => !value.includes("__proto__"))
  .map((value) => JSON.parse(value) as unknown);
const foreign = fc.record(
  {
    threatDragon: fc.dictionary(fc.string({ maxLength: 5 }), json, { maxKeys: 3, noNullPrototype: true }),
    otm: fc.dictionary(fc.string({ maxLength: 5 }), json, { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: [] },
);
const perhapsForeign = { foreign: fc.option(foreign, { nil: undefined }) };

const pick = <T>(ids: readonly T[]): fc.Arbitrary<T | null> => (ids.length === 0 ? fc.constant(null) : fc.constantFrom(...ids));

const shape = fc.oneof(
  fc.record({ kind: fc.constant("box" as const), box }),
  fc.record({ kind: fc.constant("curve" as const), points: fc.array(point, { minLength: 2, maxLength: 5 }) }),
);

const names = (prefix: string, max: number) =>
  fc
    .uniqueArray(fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 8 })), { maxLength: max })
    .map((all) => all.map((each) => `${prefix}${each}`));

const controlLink = fc.record({
  control: words,
  kind: fc.constantFrom("mitigates" as const, "detects" as const),
  role: fc.constantFrom(...LINK_ROLES),
  reason: text,
  confidence: fc.constantFrom(...CONFIDENCES),
  mitigation: fc.option(words),
});

const reference = fc.record({ source: fc.constantFrom(...REFERENCE_SOURCES), id: text, title: text, url: text });

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/);

const threats = (places: readonly string[]) =>
  fc
    .array(
      fc.record({
        title: words.filter((title) => title.trim() !== ""),
        stride: fc.constantFrom(...STRIDE_LETTERS, null),
        origin: fc.constantFrom(...THREAT_ORIGINS),
        description: text,
        attackPath: fc.array(text, { maxLength: 3 }),
        elements: fc.subarray([...places]),
        likelihood: fc.option(fc.constantFrom(...RATINGS)),
        impact: fc.option(fc.constantFrom(...RATINGS)),
        mitigations: fc.uniqueArray(fc.record({ id: fc.constantFrom("m1", "m2", "a b", "é"), text: words, ...perhapsForeign }), {
          maxLength: 3,
          selector: ({ id }) => id,
        }),
        controls: fc.array(controlLink, { maxLength: 2 }),
        references: fc.array(reference, { maxLength: 2 }),
        uncovered: fc.option(text),
        stated: fc.option(fc.record({ status: text, severity: text, type: text })),
        ...perhapsForeign,
      }),
      { maxLength: 5 },
    )
    .chain((all) => fc.tuple(fc.constant(all), fc.uniqueArray(slug, { minLength: all.length, maxLength: all.length })))
    .map(([all, slugs]) => all.map((threat, index) => ({ ...threat, slug: slugs[index], number: index * 2 + 1 }) as Threat));

/** Any model whose references hold, with names that no format was made for. */
export const anyModel: fc.Arbitrary<ThreatModel> = fc
  .record({ diagrams: names("d", 3), elements: names("", 5), boundaries: names("z", 3), flows: names("f", 4), notes: names("n", 2) })
  .filter(({ diagrams, elements, boundaries, flows, notes }) => {
    const ids = [...elements, ...boundaries, ...flows, ...notes];
    return new Set(ids).size === ids.length && (diagrams.length > 0 || ids.length === 0);
  })
  .chain((ids) => {
    const diagram = ids.diagrams.length === 0 ? fc.constant("none") : fc.constantFrom(...ids.diagrams);
    const list = <T>(all: readonly string[], each: (id: string, index: number) => fc.Arbitrary<T>) => fc.tuple(...all.map(each));
    const end = fc.oneof(
      fc.record({ point }),
      ...(ids.elements.length === 0 ? [] : [fc.record({ element: fc.constantFrom(...ids.elements) })]),
    );
    return fc.record({
      slug,
      title: words.filter((title) => title.trim() !== ""),
      prefix: fc.stringMatching(/^[A-Z][A-Z0-9]{0,4}$/),
      description: text,
      owner: text,
      reviewer: text,
      contributors: fc.array(text, { maxLength: 3 }),
      evidence: fc.subarray(["docker" as const, "kubernetes" as const]),
      diagrams: list(ids.diagrams, (id) =>
        fc.record({ id: fc.constant(id), title: text, description: text, method: text, ...perhapsForeign }),
      ),
      elements: list(ids.elements, (id) =>
        fc.record({
          id: fc.constant(id),
          kind: fc.constantFrom(...ELEMENT_KINDS),
          name: text,
          description: text,
          diagram,
          boundary: pick(ids.boundaries),
          outOfScope: fc.option(text),
          box,
          ...perhapsForeign,
        }),
      ),
      // Each lies in one before it, so that they do not go round in a circle.
      boundaries: list(ids.boundaries, (id, index) =>
        fc.record({
          id: fc.constant(id),
          name: text,
          description: text,
          diagram,
          parent: pick(ids.boundaries.slice(0, index)),
          trust: fc.option(fc.integer({ min: 0, max: 100 })),
          shape,
          ...perhapsForeign,
        }),
      ),
      flows: list(ids.flows, (id) =>
        fc.record({
          id: fc.constant(id),
          name: text,
          description: text,
          diagram,
          from: end,
          to: end,
          via: fc.array(point, { maxLength: 3 }),
          bidirectional: fc.boolean(),
          protocol: text,
          encrypted: fc.option(fc.boolean()),
          publicNetwork: fc.option(fc.boolean()),
          outOfScope: fc.option(text),
          ...perhapsForeign,
        }),
      ),
      notes: list(ids.notes, (id) => fc.record({ id: fc.constant(id), text, diagram, box, ...perhapsForeign })),
      threats: threats([...ids.elements, ...ids.flows, ...ids.boundaries]),
      ...perhapsForeign,
    });
  })
  .map((model) => threatModelSchema.parse(JSON.parse(JSON.stringify(model))));
