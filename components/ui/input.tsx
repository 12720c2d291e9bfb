import { ChevronDown } from "lucide-react";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { classNames } from "./class-names";

/** A one-line text field. Name it through Field or aria-label. */
export function Input({ className, type = "text", ...rest }: ComponentPropsWithRef<"input">) {
  return <input type={type} className={classNames("control", className)} {...rest} />;
}

/** A text field of several lines; it grows with its text where the browser can. */
export function Textarea({ className, rows = 4, ...rest }: ComponentPropsWithRef<"textarea">) {
  return <textarea rows={rows} className={classNames("control field-sizing-content max-h-96 min-h-20", className)} {...rest} />;
}

export interface SelectProps extends Omit<ComponentPropsWithRef<"select">, "size"> {
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  /** Width and place of the whole control. */
  readonly wrapperClassName?: string;
}

/** The native list of choices: right for keyboards, phones and the absence of scripts. */
export function Select({ options, className, wrapperClassName, ...rest }: SelectProps) {
  return (
    <span className={classNames("relative block", wrapperClassName)}>
      <select className={classNames("control", className)} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-fg-muted" />
    </span>
  );
}

export interface CheckboxProps extends Omit<ComponentPropsWithRef<"input">, "type"> {
  readonly type?: "checkbox" | "radio";
  /** Beside the box; without it give an aria-label. */
  readonly label?: ReactNode;
  readonly hint?: ReactNode;
}

/** A checkbox or radio with its label. The target is 24 px and the label belongs to it. */
export function Checkbox({ label, hint, type = "checkbox", className, ...rest }: CheckboxProps) {
  if (!label) return <input type={type} className={classNames("check", className)} {...rest} />;
  return (
    <label className={classNames("-ml-1 flex items-start gap-1", className)}>
      <input type={type} className="check" {...rest} />
      <span className="pt-0.5">
        {label}
        {hint && <span className="block text-meta text-fg-muted">{hint}</span>}
      </span>
    </label>
  );
}
