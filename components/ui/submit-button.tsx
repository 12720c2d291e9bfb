"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";

export interface SubmitButtonProps {
  readonly children: ReactNode;
  /** Said instead of the children while the form is under way, e.g. "Importing". */
  readonly pending?: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly className?: string;
  readonly name?: string;
  readonly value?: string;
}

/** Submits its form once: while the action runs a second press does nothing, and focus stays where it is. */
export function SubmitButton({ children, pending, variant = "primary", size = "md", className, name, value }: SubmitButtonProps) {
  const status = useFormStatus();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={buttonClass(variant, size, className)}
      aria-disabled={status.pending || undefined}
      onClick={(event) => {
        if (status.pending) event.preventDefault();
      }}
    >
      {status.pending && pending ? pending : children}
    </button>
  );
}
