import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";

/** Sends one edit of the selected thing. Edits with the same key in a row are one step for Undo. */
export interface EditFieldProps<Value> {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly hint?: string;
}

/** A line of words. */
export function LineField({
  name,
  label,
  value,
  onValue,
  hint,
  maxLength = 300,
}: EditFieldProps<string> & { readonly maxLength?: number }) {
  return (
    <Field id={`editor-${name}`} label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          name={name}
          value={value}
          maxLength={maxLength}
          autoComplete="off"
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A length in pixels. */
export function PixelField({ name, label, value, onValue }: EditFieldProps<number>) {
  return (
    <Field id={`editor-${name}`} label={label}>
      {(control) => (
        <Input
          {...control}
          name={name}
          type="number"
          min={1}
          max={10_000}
          step={8}
          value={value}
          onChange={(event) => onValue(event.target.valueAsNumber)}
        />
      )}
    </Field>
  );
}

/** Words of several lines. */
export function TextField({ name, label, value, onValue, hint }: EditFieldProps<string>) {
  return (
    <Field id={`editor-${name}`} label={label} hint={hint}>
      {(control) => (
        <Textarea {...control} name={name} rows={3} value={value} maxLength={20_000} onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  );
}

/** One of several. */
export function ChoiceField<Value extends string>({
  name,
  label,
  value,
  onValue,
  hint,
  options,
}: EditFieldProps<Value> & { readonly options: readonly { readonly value: Value; readonly label: string }[] }) {
  return (
    <Field id={`editor-${name}`} label={label} hint={hint}>
      {(control) => (
        <Select
          {...control}
          name={name}
          value={value}
          options={options}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onValue(chosen.value);
          }}
        />
      )}
    </Field>
  );
}

/** Why nobody looks at it: empty while it is in scope. */
export function OutOfScopeField({ value, onValue }: { readonly value: string | null; readonly onValue: (value: string | null) => void }) {
  return (
    <LineField
      name="outOfScope"
      label="Out of scope because"
      hint="Leave it empty while it is in scope."
      value={value ?? ""}
      onValue={(reason) => onValue(reason === "" ? null : reason)}
    />
  );
}

const ANSWERS = [
  { value: "", label: "Nobody said" },
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;

/** Yes, no, or nobody said. */
export function AnswerField({ name, label, value, onValue }: EditFieldProps<boolean | null>) {
  const answer = value === null ? "" : value ? "yes" : "no";
  return (
    <ChoiceField
      name={name}
      label={label}
      value={answer}
      options={ANSWERS}
      onValue={(chosen) => onValue(chosen === "" ? null : chosen === "yes")}
    />
  );
}
