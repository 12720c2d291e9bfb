import { err, ok, type Result } from "@/lib/shared/result";
import type { Diagram, DiagramNote, ThreatModel } from "../threat-model";
import { missing, takenId } from "./diagram-checks";
import { type EditRefusal, refusal, withChanges } from "./edit-refusal";
import type { EditOf } from "./edit-schema";
import { withoutMentions } from "./mentions";

type Edited = Result<ThreatModel, EditRefusal>;

/** Adds an empty diagram after the others. */
export function addDiagram(model: ThreatModel, { diagram }: EditOf<"add-diagram">): Edited {
  if (model.diagrams.some(({ id }) => id === diagram.id)) {
    return err(refusal("diagram.id", "an id that no diagram has yet", `There is a diagram “${diagram.id}” already.`));
  }
  return ok({ ...model, diagrams: [...model.diagrams, diagram] });
}

/** Changes what a diagram is called and says. */
export function changeDiagram(model: ThreatModel, { id, changes }: EditOf<"change-diagram">): Edited {
  const wrong = missing(model.diagrams, "diagram", id);
  if (wrong !== null) return err(wrong);
  const change = (diagram: Diagram): Diagram => (diagram.id === id ? withChanges(diagram, changes) : diagram);
  return ok({ ...model, diagrams: model.diagrams.map(change) });
}

/** Takes a diagram away with all that is on it. The last one stays. */
export function removeDiagram(model: ThreatModel, { id }: EditOf<"remove-diagram">): Edited {
  const wrong = missing(model.diagrams, "diagram", id);
  if (wrong !== null) return err(wrong);
  if (model.diagrams.length === 1)
    return err(refusal("id", "a diagram that is not the last", "A threat model keeps at least one diagram."));
  const stays = (cell: { readonly diagram: string }): boolean => cell.diagram !== id;
  const gone = [...model.elements, ...model.boundaries, ...model.flows].filter((cell) => !stays(cell));
  const rest: ThreatModel = {
    ...model,
    diagrams: model.diagrams.filter((diagram) => diagram.id !== id),
    elements: model.elements.filter(stays),
    boundaries: model.boundaries.filter(stays),
    flows: model.flows.filter(stays),
    notes: model.notes.filter(stays),
  };
  return ok(withoutMentions(rest, new Set(gone.map((cell) => cell.id))));
}

/** Writes words on a diagram. */
export function addNote(model: ThreatModel, { note }: EditOf<"add-note">): Edited {
  const wrong = takenId(model, "note.id", note.id) ?? missing(model.diagrams, "diagram", note.diagram, "note.diagram");
  return wrong === null ? ok({ ...model, notes: [...model.notes, note] }) : err(wrong);
}

/** Changes the words of a note. */
export function changeNote(model: ThreatModel, { id, changes }: EditOf<"change-note">): Edited {
  const wrong = missing(model.notes, "note", id);
  if (wrong !== null) return err(wrong);
  const change = (note: DiagramNote): DiagramNote => (note.id === id ? withChanges(note, changes) : note);
  return ok({ ...model, notes: model.notes.map(change) });
}

/** Takes a note away. */
export function removeNote(model: ThreatModel, { id }: EditOf<"remove-note">): Edited {
  const wrong = missing(model.notes, "note", id);
  return wrong === null ? ok({ ...model, notes: model.notes.filter((note) => note.id !== id) }) : err(wrong);
}
