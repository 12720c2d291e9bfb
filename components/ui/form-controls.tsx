import type { ReactNode } from "react";
import { type FormState, typed } from "@/lib/shared/form-state";
import { Field } from "./field";
import { Checkbox, Select, type SelectProps, Textarea } from "./input";

interface ControlProps {
  readonly state: FormState;
  readonly name: string;
  /** Where several forms of a page have a field of this name; the name unless told. */
  readonly id?: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  /** What stands in it before somebody writes. */
  readonly start: string;
}

/** A field of several lines that puts back what was typed. */
export function TextareaField({ state, name, id = name, start, rows = 3, ...field }: ControlProps & { readonly rows?: number }) {
  return (
    <Field id={id} error={state.fieldErrors[name]} {...field}>
      {(control) => <Textarea {...control} name={name} rows={rows} defaultValue={typed(state, name, start)} />}
    </Field>
  );
}

/** A choice that puts back what was chosen. */
export function SelectField({ state, name, id = name, start, options, ...field }: ControlProps & Pick<SelectProps, "options">) {
  const chosen = typed(state, name, start);
  return (
    <Field id={id} error={state.fieldErrors[name]} {...field}>
      {/* The key: a form that was answered falls back to the choice it was drawn with. */}
      {(control) => <Select key={chosen} {...control} name={name} defaultValue={chosen} options={options} />}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

export interface ChoicesProps {
  readonly state: FormState;
  readonly name: string;
  readonly legend: string;
  /** Where the legend stands above the list already, it is only for ears. */
  readonly hideLegend?: boolean;
  readonly hint?: ReactNode;
  readonly type: "radio" | "checkbox";
  readonly choices: readonly Choice[];
  readonly start: readonly string[];
  /** Classes of the list. */
  readonly className?: string;
}

/** Boxes or radios under one heading, with what was ticked put back. */
export function Choices({
  state,
  name,
  legend,
  hideLegend = false,
  hint,
  type,
  choices,
  start,
  className = "flex flex-col gap-1",
}: ChoicesProps) {
  const sent = state.values[name];
  // Of boxes that were all unticked nothing is sent, so that only a refused form says so.
  const ticked = state.ok === false ? [sent ?? []].flat() : start;
  const error = state.fieldErrors[name];
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={hideLegend ? "sr-only" : "mb-1 text-meta font-medium"}>{legend}</legend>
      {hint && <p className="mb-1 text-meta text-fg-muted">{hint}</p>}
      <div className={className}>
        {choices.map(({ value, label, hint: more }) => (
          <Checkbox
            key={`${value} ${ticked.includes(value)}`}
            type={type}
            name={name}
            value={value}
            label={label}
            hint={more}
            defaultChecked={ticked.includes(value)}
          />
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className="mt-1 text-meta text-red-fg">
          {error}
        </p>
      )}
    </fieldset>
  );
}
