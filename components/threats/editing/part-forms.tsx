"use client";

import { TextField } from "@/components/ui/field";
import { SelectField, TextareaField } from "@/components/ui/form-controls";
import { Checkbox } from "@/components/ui/input";
import { type FormState, typed } from "@/lib/shared/form-state";
import type { Boundary, DiagramNote, Flow, ModelElement } from "@/lib/threats/threat-model";
import { EditForm, type EditTarget } from "./edit-form";

/** What a thing can be put in, or lead to. */
export interface PartOption {
  readonly value: string;
  readonly label: string;
}

interface PartFormProps extends EditTarget {
  readonly cancelHref: string;
  /** Diagrams to choose from; a single one is not asked for. */
  readonly diagrams: readonly PartOption[];
}

const FORM = "flex max-w-160 flex-col gap-4";
const NONE: PartOption = { value: "", label: "None" };
const NOBODY_KNOWS: readonly PartOption[] = [
  { value: "", label: "Not said" },
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

const answer = (said: boolean | null | undefined): string => (said === null || said === undefined ? "" : said ? "yes" : "no");

interface FieldProps {
  readonly state: FormState;
}

function NameField({ state, start, optional = false }: FieldProps & { readonly start: string; readonly optional?: boolean }) {
  return (
    <TextField
      name="name"
      label="Name"
      optional={optional}
      maxLength={300}
      defaultValue={typed(state, "name", start)}
      error={state.fieldErrors.name}
    />
  );
}

const DescriptionField = ({ state, start }: FieldProps & { readonly start: string }) => (
  <TextareaField state={state} name="description" label="Description" optional start={start} />
);

const ScopeField = ({ state, start }: FieldProps & { readonly start: string | null }) => (
  <TextareaField
    state={state}
    name="outOfScope"
    label="Out of scope because"
    optional
    hint="Empty while it is in scope. What is out of scope is asked no questions."
    rows={2}
    start={start ?? ""}
  />
);

/** Where something new goes; what is there stays on its diagram. */
function DiagramField({ state, diagrams, isNew }: FieldProps & { readonly diagrams: readonly PartOption[]; readonly isNew: boolean }) {
  if (!isNew || diagrams.length < 2) return null;
  return <SelectField state={state} name="diagram" label="Diagram" start={diagrams[0]?.value ?? ""} options={diagrams} />;
}

export interface ElementFormProps extends PartFormProps {
  /** Null for a new one. */
  readonly element: ModelElement | null;
  readonly boundaries: readonly PartOption[];
}

/** An actor, process or store. */
export function ElementForm({ element, boundaries, diagrams, ...target }: ElementFormProps) {
  return (
    <EditForm {...target} className={FORM} hidden={{ id: element?.id ?? "" }} save={element === null ? "Add the element" : "Save"}>
      {(state) => (
        <>
          <SelectField
            state={state}
            name="kind"
            label="Kind"
            start={element?.kind ?? "process"}
            options={[
              { value: "actor", label: "Actor: somebody or something outside" },
              { value: "process", label: "Process: a program that does something" },
              { value: "store", label: "Store: where data rests" },
            ]}
          />
          <NameField state={state} start={element?.name ?? ""} />
          <DescriptionField state={state} start={element?.description ?? ""} />
          <DiagramField state={state} diagrams={diagrams} isNew={element === null} />
          <SelectField
            state={state}
            name="boundary"
            label="Trust boundary"
            hint={element === null ? "It gets a free place there." : "In another boundary it gets a free place there."}
            start={element?.boundary ?? ""}
            options={[NONE, ...boundaries]}
          />
          <ScopeField state={state} start={element?.outOfScope ?? null} />
        </>
      )}
    </EditForm>
  );
}

export interface BoundaryFormProps extends PartFormProps {
  readonly boundary: Boundary | null;
  readonly parents: readonly PartOption[];
}

/** A trust boundary. */
export function BoundaryForm({ boundary, parents, diagrams, ...target }: BoundaryFormProps) {
  const trust = boundary?.trust ?? null;
  return (
    <EditForm {...target} className={FORM} hidden={{ id: boundary?.id ?? "" }} save={boundary === null ? "Add the boundary" : "Save"}>
      {(state) => (
        <>
          <NameField state={state} start={boundary?.name ?? ""} />
          <DescriptionField state={state} start={boundary?.description ?? ""} />
          <DiagramField state={state} diagrams={diagrams} isNew={boundary === null} />
          <SelectField state={state} name="parent" label="Inside" start={boundary?.parent ?? ""} options={[NONE, ...parents]} />
          <TextField
            name="trust"
            label="Trust"
            optional
            hint="From 0 (trust nothing) to 100."
            inputMode="decimal"
            className="max-w-40"
            defaultValue={typed(state, "trust", trust === null ? "" : String(trust))}
            error={state.fieldErrors.trust}
          />
        </>
      )}
    </EditForm>
  );
}

export interface FlowFormProps extends Omit<PartFormProps, "diagrams"> {
  readonly flow: Flow | null;
  readonly elements: readonly PartOption[];
}

/** What goes from one element to another. */
export function FlowForm({ flow, elements, ...target }: FlowFormProps) {
  return (
    <EditForm {...target} className={FORM} hidden={{ id: flow?.id ?? "" }} save={flow === null ? "Add the flow" : "Save"}>
      {(state) => (
        <>
          <NameField state={state} start={flow?.name ?? ""} optional />
          <div className="grid gap-4 sm:grid-cols-2">
            <EndField state={state} side="from" label="From" flow={flow} elements={elements} />
            <EndField state={state} side="to" label="To" flow={flow} elements={elements} />
          </div>
          <Checkbox
            key={`${typed(state, "bidirectional")}`}
            name="bidirectional"
            label="Goes both ways"
            defaultChecked={state.ok === false ? typed(state, "bidirectional") === "on" : (flow?.bidirectional ?? false)}
          />
          <DescriptionField state={state} start={flow?.description ?? ""} />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField
              name="protocol"
              label="Protocol"
              optional
              maxLength={100}
              defaultValue={typed(state, "protocol", flow?.protocol ?? "")}
              error={state.fieldErrors.protocol}
            />
            <SelectField state={state} name="encrypted" label="Encrypted" start={answer(flow?.encrypted)} options={NOBODY_KNOWS} />
            <SelectField
              state={state}
              name="publicNetwork"
              label="Public network"
              start={answer(flow?.publicNetwork)}
              options={NOBODY_KNOWS}
            />
          </div>
          <ScopeField state={state} start={flow?.outOfScope ?? null} />
        </>
      )}
    </EditForm>
  );
}

interface EndFieldProps extends FieldProps {
  readonly side: "from" | "to";
  readonly label: string;
  readonly flow: Flow | null;
  readonly elements: readonly PartOption[];
}

function EndField({ state, side, label, flow, elements }: EndFieldProps) {
  const end = flow?.[side];
  const isLoose = end !== undefined && !("element" in end);
  const first: readonly PartOption[] = isLoose
    ? [{ value: "", label: "A loose end, where it is" }]
    : flow === null
      ? [{ value: "", label: "Choose" }]
      : [];
  const start = end !== undefined && "element" in end ? end.element : "";
  return <SelectField state={state} name={side} label={label} start={start} options={[...first, ...elements]} />;
}

/** Words on a diagram. */
export function NoteForm({ note, diagrams, ...target }: PartFormProps & { readonly note: DiagramNote | null }) {
  return (
    <EditForm {...target} className={FORM} hidden={{ id: note?.id ?? "" }} save={note === null ? "Add the note" : "Save"}>
      {(state) => (
        <>
          <TextareaField state={state} name="text" label="Text" start={note?.text ?? ""} />
          <DiagramField state={state} diagrams={diagrams} isNew={note === null} />
        </>
      )}
    </EditForm>
  );
}
