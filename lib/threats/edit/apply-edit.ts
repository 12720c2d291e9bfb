import { err, ok, type Result } from "@/lib/shared/result";
import { type ThreatModel, threatModelSchema } from "../threat-model";
import { addBoundary, changeBoundary, removeBoundary } from "./edit-boundaries";
import { addDiagram, addNote, changeDiagram, changeNote, removeDiagram, removeNote } from "./edit-diagrams";
import { addElement, changeElement, removeElement } from "./edit-elements";
import { addFlow, changeFlow, removeFlow } from "./edit-flows";
import { addLink, changeLink, type IsKnownControl, removeLink } from "./edit-links";
import { type EditRefusal, refusal, withChanges } from "./edit-refusal";
import type { ModelEdit } from "./edit-schema";
import { addMitigation, addThreat, changeMitigation, changeThreat, removeMitigation, removeThreat } from "./edit-threats";
import { placeBoxes } from "./place-boxes";

type Edited = Result<ThreatModel, EditRefusal>;

/**
 * The model after one edit, or why it was not made. Parts that the edit does not touch stay the same objects. `isKnownControl` tells
 * which controls a threat may be linked to.
 */
export function applyEdit(model: ThreatModel, edit: ModelEdit, isKnownControl: IsKnownControl): Edited {
  const edited = edit.op === "add-link" ? addLink(model, edit, isKnownControl) : change(model, edit);
  if (!edited.ok) return edited;
  const wrong = beyondLimits(model, edited.value);
  return wrong === null ? edited : err(wrong);
}

/** All edits in their order, or the first refusal with the place of its edit among them, from 0. */
export function applyEdits(
  model: ThreatModel,
  edits: readonly ModelEdit[],
  isKnownControl: IsKnownControl,
): Result<ThreatModel, EditRefusal & { readonly index: number }> {
  let after = model;
  for (const [index, edit] of edits.entries()) {
    const edited = applyEdit(after, edit, isKnownControl);
    if (!edited.ok) return err({ ...edited.error, index });
    after = edited.value;
  }
  return ok(after);
}

function change(model: ThreatModel, edit: Exclude<ModelEdit, { op: "add-link" }>): Edited {
  switch (edit.op) {
    case "set-facts":
      return ok(withChanges(model, edit.facts));
    case "add-diagram":
      return addDiagram(model, edit);
    case "change-diagram":
      return changeDiagram(model, edit);
    case "remove-diagram":
      return removeDiagram(model, edit);
    case "add-element":
      return addElement(model, edit);
    case "change-element":
      return changeElement(model, edit);
    case "remove-element":
      return removeElement(model, edit);
    case "add-boundary":
      return addBoundary(model, edit);
    case "change-boundary":
      return changeBoundary(model, edit);
    case "remove-boundary":
      return removeBoundary(model, edit);
    case "add-flow":
      return addFlow(model, edit);
    case "change-flow":
    case "connect-flow":
      return changeFlow(model, edit);
    case "remove-flow":
      return removeFlow(model, edit);
    case "add-note":
      return addNote(model, edit);
    case "change-note":
      return changeNote(model, edit);
    case "remove-note":
      return removeNote(model, edit);
    case "place":
      return placeBoxes(model, edit);
    case "add-threat":
      return addThreat(model, edit);
    case "change-threat":
      return changeThreat(model, edit);
    case "remove-threat":
      return removeThreat(model, edit);
    case "add-mitigation":
      return addMitigation(model, edit);
    case "change-mitigation":
      return changeMitigation(model, edit);
    case "remove-mitigation":
      return removeMitigation(model, edit);
    case "change-link":
      return changeLink(model, edit);
    case "remove-link":
      return removeLink(model, edit);
  }
}

const PARTS = Object.keys(threatModelSchema.shape) as readonly (keyof typeof threatModelSchema.shape)[];

/** Edits fit one by one and can still be too many, or carry something off the plane. Only parts that changed are looked at. */
function beyondLimits(before: ThreatModel, after: ThreatModel): EditRefusal | null {
  for (const part of PARTS) {
    if (before[part] === after[part]) continue;
    const issue = threatModelSchema.shape[part].safeParse(after[part]).error?.issues[0];
    if (issue === undefined) continue;
    const field = [part, ...issue.path].join(".");
    return refusal(field, issue.message, `The model would no longer fit its limits at “${field}”: ${issue.message}`);
  }
  return null;
}
