import { err, ok, type Result } from "@/lib/shared/result";
import { applyEdits } from "@/lib/threats/edit/apply-edit";
import type { EditRefusal } from "@/lib/threats/edit/edit-refusal";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { editSummary } from "@/lib/threats/edit/edit-summary";
import type { ThreatModel } from "@/lib/threats/threat-model";

/** What one press of Undo takes back. */
interface Step {
  readonly edits: readonly ModelEdit[];
  /** Steps in a row with the same key are one: the letters of a name, the presses of an arrow key. */
  readonly merge: string | null;
  readonly before: ThreatModel;
  /** "Moved dockerd". */
  readonly summary: string;
}

/** A stored version and what was done to it since, which nobody has stored yet. */
export interface WorkingCopy {
  readonly version: number;
  readonly base: ThreatModel;
  readonly model: ThreatModel;
  /** First to last. */
  readonly done: readonly Step[];
  /** What Redo brings back, next one last. */
  readonly undone: readonly Step[];
}

/** The editor draws and writes; controls are linked elsewhere. */
const LINKS_NOTHING = (): boolean => false;

/** The model with the edits, as the editor's own checks see it. */
export const tryEdits = (model: ThreatModel, edits: readonly ModelEdit[]): Result<ThreatModel, EditRefusal> =>
  applyEdits(model, edits, LINKS_NOTHING);

export const openCopy = (version: number, model: ThreatModel): WorkingCopy => ({ version, base: model, model, done: [], undone: [] });

/** Takes a step, or goes on with the last one where both have the same key. */
export function takeStep(copy: WorkingCopy, edits: readonly ModelEdit[], merge: string | null = null): Result<WorkingCopy, EditRefusal> {
  const first = edits[0];
  if (first === undefined) return ok(copy);
  const last = copy.done.at(-1);
  const goesOn = merge !== null && last?.merge === merge && copy.undone.length === 0;
  const before = goesOn ? last.before : copy.model;
  const all = goesOn ? joined([...last.edits, ...edits]) : edits;
  const edited = tryEdits(before, all);
  if (!edited.ok) return err(edited.error);
  const step = { edits: all, merge, before, summary: editSummary(all[0] ?? first, before) };
  return ok({ ...copy, model: edited.value, done: [...(goesOn ? copy.done.slice(0, -1) : copy.done), step], undone: [] });
}

/** Takes the last step back. */
export function undo(copy: WorkingCopy): WorkingCopy {
  const step = copy.done.at(-1);
  return step === undefined ? copy : { ...copy, model: step.before, done: copy.done.slice(0, -1), undone: [...copy.undone, step] };
}

/** Takes the step again that was last taken back. */
export function redo(copy: WorkingCopy): WorkingCopy {
  const step = copy.undone.at(-1);
  if (step === undefined) return copy;
  const edited = tryEdits(copy.model, step.edits);
  return edited.ok ? { ...copy, model: edited.value, done: [...copy.done, step], undone: copy.undone.slice(0, -1) } : copy;
}

/** All edits since the stored version, to be sent. */
export const unsavedEdits = (copy: WorkingCopy): readonly ModelEdit[] => copy.done.flatMap(({ edits }) => edits);

/** All of it is stored now, as `version`. */
export const markSaved = (copy: WorkingCopy, version: number): WorkingCopy => openCopy(version, copy.model);

/** The same edits on a version that somebody else stored; refused where that version no longer has what they need. */
export function moveOnto(copy: WorkingCopy, version: number, base: ThreatModel): Result<WorkingCopy, EditRefusal> {
  let fresh = openCopy(version, base);
  for (const { edits } of copy.done) {
    const step = takeStep(fresh, edits);
    if (!step.ok) return step;
    fresh = step.value;
  }
  return ok(fresh);
}

/** Edits in a row that say the same fields of the same things again: only the last words count. */
function joined(edits: readonly ModelEdit[]): readonly ModelEdit[] {
  const kept: ModelEdit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    const both = last === undefined ? null : joinedPair(last, edit);
    if (both === null) kept.push(edit);
    else kept[kept.length - 1] = both;
  }
  return kept;
}

function joinedPair(last: ModelEdit, edit: ModelEdit): ModelEdit | null {
  if (last.op === "place" && edit.op === "place") {
    const isSame = last.boxes.length === edit.boxes.length && last.boxes.every(({ id }, index) => id === edit.boxes[index]?.id);
    return isSame ? edit : null;
  }
  if ("changes" in last && "changes" in edit && "id" in last && "id" in edit && last.op === edit.op && last.id === edit.id) {
    return { ...last, changes: { ...last.changes, ...edit.changes } } as ModelEdit;
  }
  return null;
}
