import { Button } from "@/components/ui/button";
import type { ThreatSuggestion } from "@/lib/threats/edit/suggest";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { BoundaryForm, ElementForm, FlowForm, NoteForm, type OnChange } from "./part-forms";
import { ThreatSuggestions } from "./threat-suggestions";

export interface PartPanelProps {
  readonly model: ThreatModel;
  /** The ids of what is selected. */
  readonly selected: ReadonlySet<string>;
  readonly onChange: OnChange;
  readonly onConnect: (from: string) => void;
  readonly onRemove: () => void;
  readonly onAddThreat: (suggestion: ThreatSuggestion) => void;
}

/** The form of the selected thing; of several things, what can be done to all; of none, how one is selected. */
export function PartPanel({ model, selected, onChange, onConnect, onRemove, onAddThreat }: PartPanelProps) {
  const [id] = selected;
  if (id === undefined) return <Nothing />;
  if (selected.size > 1) {
    return (
      <>
        <h2>{selected.size} things</h2>
        <p className="text-meta text-fg-muted">Move them together, or take them away.</p>
        <RemoveButton onRemove={onRemove} />
      </>
    );
  }
  const element = model.elements.find((each) => each.id === id);
  const boundary = model.boundaries.find((each) => each.id === id);
  const flow = model.flows.find((each) => each.id === id);
  const note = model.notes.find((each) => each.id === id);
  const noun = element ? element.kind : boundary ? "trust boundary" : flow ? "data flow" : "note";
  return (
    <>
      <h2 className="first-letter:uppercase">{noun}</h2>
      {element && <ElementForm element={element} onChange={onChange} />}
      {boundary && <BoundaryForm boundary={boundary} onChange={onChange} />}
      {flow && <FlowForm flow={flow} model={model} onChange={onChange} />}
      {note && <NoteForm note={note} onChange={onChange} />}
      <div className="flex flex-wrap gap-2">
        {element && (
          <Button onClick={() => onConnect(id)} aria-keyshortcuts="c">
            Connect to…
          </Button>
        )}
        <RemoveButton onRemove={onRemove} />
      </div>
      {(element || flow) && <ThreatSuggestions model={model} part={id} onAdd={onAddThreat} />}
    </>
  );
}

const RemoveButton = ({ onRemove }: { readonly onRemove: () => void }) => (
  <Button variant="danger" onClick={onRemove} aria-keyshortcuts="Delete">
    Remove
  </Button>
);

const Nothing = () => (
  <>
    <h2>Nothing selected</h2>
    <p className="text-meta text-fg-muted">Select something on the diagram to change it, or add something above.</p>
  </>
);
