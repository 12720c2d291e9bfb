import fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdit } from "@/lib/threats/edit/apply-edit";
import { compareModels } from "@/lib/threats/edit/compare";
import { type ModelEdit, modelEditSchema } from "@/lib/threats/edit/edit-schema";
import { editSummary } from "@/lib/threats/edit/edit-summary";
import { suggestThreats } from "@/lib/threats/edit/suggest";
import { type ThreatModel, threatModelSchema } from "@/lib/threats/threat-model";
import { anyEdit } from "./any-edit";
import { isKnown, SMALL } from "./small-model";

const histories = fc.array(anyEdit, { minLength: 5, maxLength: 60 });

/** Every model that the accepted edits lead through, with the edit that led to it. Frozen: nothing may write into a document. */
function* walk(edits: readonly ModelEdit[]): Generator<{ before: ThreatModel; edit: ModelEdit; after: ThreatModel }> {
  let before = deepFreeze(structuredClone(SMALL)) as ThreatModel;
  for (const edit of edits) {
    const result = applyEdit(before, edit, isKnown);
    if (!result.ok) {
      expect(result.error).toEqual({ field: expect.any(String), expected: expect.any(String), message: expect.any(String) });
      continue;
    }
    const after = deepFreeze(result.value);
    yield { before, edit, after };
    before = after;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

function expectResolvable(model: ThreatModel): void {
  const diagrams = new Set(model.diagrams.map(({ id }) => id));
  const cells = [...model.elements, ...model.boundaries, ...model.flows, ...model.notes];
  const ids = cells.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(model.threats.map(({ slug }) => slug)).size).toBe(model.threats.length);
  expect(new Set(model.threats.map(({ stride, number }) => `${stride}${number}`)).size).toBe(model.threats.length);
  for (const { diagram } of cells) expect(diagrams).toContain(diagram);
  const boundaries = new Map(model.boundaries.map((each) => [each.id, each]));
  const inside = [
    ...model.elements.map((each) => [each, each.boundary] as const),
    ...model.boundaries.map((each) => [each, each.parent] as const),
  ];
  for (const [cell, around] of inside) if (around !== null) expect(boundaries.get(around)?.diagram).toBe(cell.diagram);
  for (const { id } of model.boundaries) expect(above(boundaries, id)).not.toContain(id);
  const elements = new Map(model.elements.map((each) => [each.id, each]));
  for (const { from, to, diagram } of model.flows) {
    for (const end of [from, to]) if ("element" in end) expect(elements.get(end.element)?.diagram).toBe(diagram);
  }
  for (const threat of model.threats) {
    for (const id of threat.elements) expect(ids).toContain(id);
    const mitigations = threat.mitigations.map(({ id }) => id);
    expect(new Set(mitigations).size).toBe(mitigations.length);
    for (const link of threat.controls) {
      expect(isKnown(link.control)).toBe(true);
      if (link.mitigation !== null) expect(mitigations).toContain(link.mitigation);
      if (link.role === "required") expect(link.kind).toBe("mitigates");
    }
  }
}

function above(boundaries: ReadonlyMap<string, ThreatModel["boundaries"][number]>, id: string): readonly string[] {
  const parent = boundaries.get(id)?.parent ?? null;
  return parent === null ? [] : [parent, ...above(boundaries, parent)];
}

it("keeps the document valid and everything in it resolvable, whatever is edited", () => {
  fc.assert(
    fc.property(histories, (edits) => {
      for (const { edit, before, after } of walk(edits)) {
        expect(modelEditSchema.parse(edit)).toEqual(edit);
        expect(threatModelSchema.parse(after)).toEqual(after);
        expectResolvable(after);
        expect(editSummary(edit, before)).toMatch(/^[A-Z].*[^.]$/s);
      }
    }),
    { numRuns: 200 },
  );
});

it("leaves what it does not name the same objects", () => {
  fc.assert(
    fc.property(histories, (edits) => {
      for (const { edit, before, after } of walk(edits)) {
        if ("threat" in edit && typeof edit.threat === "string") {
          expect({ ...after, threats: null }).toEqual({ ...before, threats: null });
          const others = (model: ThreatModel) => model.threats.filter(({ slug }) => slug !== edit.threat);
          others(after).forEach((threat, index) => {
            expect(threat).toBe(others(before)[index]);
          });
        }
      }
    }),
  );
});

it("compares a model with itself as equal, and says something of whatever an edit changed", () => {
  fc.assert(
    fc.property(histories, (edits) => {
      for (const { before, after } of walk(edits)) {
        expect(compareModels(after, structuredClone(after) as ThreatModel)).toEqual([]);
        const isSame = JSON.stringify(before) === JSON.stringify(after);
        expect(compareModels(before, after).length === 0).toBe(isSame);
      }
    }),
  );
});

it("never suggests what a threat covers, nor anything twice", () => {
  fc.assert(
    fc.property(histories, (edits) => {
      for (const { after } of walk(edits)) {
        const suggested = suggestThreats(after).map(({ element, letter }) => `${letter}:${element}`);
        expect(new Set(suggested).size).toBe(suggested.length);
        for (const { stride, elements } of after.threats) for (const id of elements) expect(suggested).not.toContain(`${stride}:${id}`);
      }
    }),
  );
});
