import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/input";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { ELEMENT_KINDS } from "@/lib/threats/scales";
import type { Boundary, Box, DiagramNote, Flow, FlowEnd, ModelElement, ThreatModel } from "@/lib/threats/threat-model";
import { AnswerField, ChoiceField, LineField, OutOfScopeField, PixelField, TextField } from "./edit-fields";

/** Makes an edit; edits with the same key in a row are one step for Undo. */
export type OnChange = (edit: ModelEdit, key: string) => void;

const KIND_OPTIONS = ELEMENT_KINDS.map((kind) => ({ value: kind, label: kind.charAt(0).toUpperCase() + kind.slice(1) }));

/** The fields of an actor, process or store. */
export function ElementForm({ element, onChange }: { readonly element: ModelElement; readonly onChange: OnChange }) {
  const { id } = element;
  const change = (key: string, changes: Extract<ModelEdit, { op: "change-element" }>["changes"]): void =>
    onChange({ op: "change-element", id, changes }, `${key} ${id}`);
  return (
    <>
      <LineField name="name" label="Name" value={element.name} onValue={(name) => change("name", { name })} />
      <ChoiceField name="kind" label="Kind" value={element.kind} options={KIND_OPTIONS} onValue={(kind) => change("kind", { kind })} />
      <TextField
        name="description"
        label="Description"
        value={element.description}
        onValue={(description) => change("description", { description })}
      />
      <OutOfScopeField value={element.outOfScope} onValue={(outOfScope) => change("scope", { outOfScope })} />
      <SizeFields id={id} box={element.box} onChange={onChange} />
    </>
  );
}

/** The fields of a trust boundary. */
export function BoundaryForm({ boundary, onChange }: { readonly boundary: Boundary; readonly onChange: OnChange }) {
  const { id } = boundary;
  const change = (key: string, changes: Extract<ModelEdit, { op: "change-boundary" }>["changes"]): void =>
    onChange({ op: "change-boundary", id, changes }, `${key} ${id}`);
  return (
    <>
      <LineField name="name" label="Name" value={boundary.name} onValue={(name) => change("name", { name })} />
      <TextField
        name="description"
        label="Description"
        value={boundary.description}
        onValue={(description) => change("description", { description })}
      />
      {boundary.shape.kind === "box" && <SizeFields id={id} box={boundary.shape.box} onChange={onChange} />}
    </>
  );
}

/** The fields of a note. */
export function NoteForm({ note, onChange }: { readonly note: DiagramNote; readonly onChange: OnChange }) {
  const change = (text: string): void => onChange({ op: "change-note", id: note.id, changes: { text } }, `text ${note.id}`);
  return (
    <>
      <TextField name="name" label="Words" value={note.text} onValue={change} />
      <SizeFields id={note.id} box={note.box} onChange={onChange} />
    </>
  );
}

/** The fields of a flow, its ends among them. */
export function FlowForm({ flow, model, onChange }: { readonly flow: Flow; readonly model: ThreatModel; readonly onChange: OnChange }) {
  const { id } = flow;
  const change = (key: string, changes: Extract<ModelEdit, { op: "change-flow" }>["changes"]): void =>
    onChange({ op: "change-flow", id, changes }, `${key} ${id}`);
  const connect = (side: "from" | "to", element: string): void => {
    if (element !== "") onChange({ op: "connect-flow", id, changes: { [side]: { element } } }, `${side} ${id}`);
  };
  const options = endOptions(model, flow.diagram);
  return (
    <>
      <LineField name="name" label="Name" value={flow.name} onValue={(name) => change("name", { name })} />
      <ChoiceField
        name="from"
        label="From"
        value={endValue(flow.from)}
        options={options(flow.from)}
        onValue={(end) => connect("from", end)}
      />
      <ChoiceField name="to" label="To" value={endValue(flow.to)} options={options(flow.to)} onValue={(end) => connect("to", end)} />
      <Checkbox
        name="bidirectional"
        label="Both ways"
        checked={flow.bidirectional}
        onChange={(event) => change("both", { bidirectional: event.target.checked })}
      />
      <LineField
        name="protocol"
        label="Protocol"
        value={flow.protocol}
        maxLength={100}
        onValue={(protocol) => change("protocol", { protocol })}
      />
      <AnswerField name="encrypted" label="Encrypted" value={flow.encrypted} onValue={(encrypted) => change("encrypted", { encrypted })} />
      <AnswerField
        name="publicNetwork"
        label="Over a public network"
        value={flow.publicNetwork}
        onValue={(publicNetwork) => change("public", { publicNetwork })}
      />
      <TextField
        name="description"
        label="Description"
        value={flow.description}
        onValue={(description) => change("description", { description })}
      />
      <OutOfScopeField value={flow.outOfScope} onValue={(outOfScope) => change("scope", { outOfScope })} />
      {flow.via.length > 0 && (
        <Button className="w-fit" onClick={() => change("via", { via: [] })}>
          Take out the bends
        </Button>
      )}
    </>
  );
}

/** Width and height, for those who do not pull at corners. */
function SizeFields({ id, box, onChange }: { readonly id: string; readonly box: Box; readonly onChange: OnChange }) {
  const resize = (side: "width" | "height", pixels: number): void => {
    if (Number.isInteger(pixels) && pixels > 0)
      onChange({ op: "place", boxes: [{ id, x: box.x, y: box.y, [side]: pixels }] }, `${side} ${id}`);
  };
  return (
    <div className="grid grid-cols-2 gap-2">
      <PixelField name="width" label="Width" value={box.width} onValue={(pixels) => resize("width", pixels)} />
      <PixelField name="height" label="Height" value={box.height} onValue={(pixels) => resize("height", pixels)} />
    </div>
  );
}

const endValue = (end: FlowEnd): string => ("element" in end ? end.element : "");

function endOptions(model: ThreatModel, diagram: string): (end: FlowEnd) => readonly { readonly value: string; readonly label: string }[] {
  const elements = elementOptions(model, diagram);
  return (end) => ("element" in end ? elements : [{ value: "", label: "A loose end" }, ...elements]);
}

/** The elements of a diagram to choose from, by name. */
export const elementOptions = (model: ThreatModel, diagram: string): readonly { readonly value: string; readonly label: string }[] =>
  model.elements
    .filter((element) => element.diagram === diagram)
    .map(({ id, name }) => ({ value: id, label: name || "Without a name" }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
