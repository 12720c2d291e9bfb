import { CircleAlert } from "lucide-react";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { Input } from "./input";

/** What a control inside a Field must carry to be named and described by it. */
export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

export interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  /** What to write, said before the mistake. */
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly className?: string;
  readonly children: (control: FieldControl) => ReactNode;
}

/** Label, hint and error around one control: `<Field id="host" label="Host">{(control) => <Input {...control} name="host" />}</Field>`. */
export function Field({ id, label, hint, error, optional, className, children }: FieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-meta font-medium">
        {label}
        {optional && <span className="font-normal text-fg-subtle"> (optional)</span>}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-meta text-fg-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 flex gap-1.5 text-meta text-red-fg">
          <CircleAlert size={14} className="mt-0.75 flex-none" />
          {error}
        </p>
      )}
    </div>
  );
}

export type TextFieldProps = Omit<FieldProps, "children" | "id"> &
  Omit<ComponentPropsWithRef<"input">, "className" | "children"> & { readonly name: string };

/** The common case: a Field around an Input. The id is the name unless told. */
export function TextField({ label, hint, error, optional, className, name, id = name, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} {...(optional && { optional })} {...(className && { className })}>
      {(control) => <Input {...control} name={name} required={!optional} {...input} />}
    </Field>
  );
}
