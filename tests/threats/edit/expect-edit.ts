import { expect } from "vitest";
import { applyEdit } from "@/lib/threats/edit/apply-edit";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { modelEditSchema } from "@/lib/threats/edit/edit-schema";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { isKnown, SMALL } from "./small-model";

/** The small model after an edit that must be accepted, and that its schema must take. */
export function edited(edit: ModelEdit, model: ThreatModel = SMALL): ThreatModel {
  expect(modelEditSchema.parse(edit)).toEqual(edit);
  const result = applyEdit(model, edit, isKnown);
  if (!result.ok) throw new Error(`refused: ${result.error.message}`);
  return result.value;
}

/** The refusal of an edit that must not be made: the field and the sentence. */
export function refused(edit: ModelEdit, model: ThreatModel = SMALL): readonly [string, string] {
  const result = applyEdit(model, edit, isKnown);
  if (result.ok) throw new Error(`accepted: ${edit.op}`);
  return [result.error.field, result.error.message];
}
