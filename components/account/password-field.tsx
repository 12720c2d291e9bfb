"use client";

import { Eye, EyeOff } from "lucide-react";
import { useId, useState } from "react";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { PASSWORD_MAX, passwordStrength } from "@/lib/shared/password-rules";

export interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  /** For a new password: asks password managers for one, and says how strong it is. */
  readonly isNew?: boolean;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A password that can be shown, pasted and managed. What was typed stays when the form is refused. */
export function PasswordField({ name, label, isNew = false, optional = false, hint, error }: PasswordFieldProps) {
  const [value, setValue] = useState("");
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <div>
      <Field id={id} label={label} hint={hint} error={error} optional={optional}>
        {(control) => (
          <span className="relative block">
            <Input
              {...control}
              name={name}
              type={isShown ? "text" : "password"}
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
              autoComplete={isNew ? "new-password" : "current-password"}
              autoCapitalize="off"
              spellCheck={false}
              maxLength={PASSWORD_MAX}
              required={!optional}
              className="pr-10"
            />
            <IconButton
              label={isShown ? "Hide the password" : "Show the password"}
              icon={isShown ? EyeOff : Eye}
              size="sm"
              tip="start"
              aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
              className="needs-script absolute! top-1/2 right-1.5 -translate-y-1/2"
            />
          </span>
        )}
      </Field>
      {isNew && (
        <p aria-live="polite" className="mt-1 min-h-4.5 text-meta text-fg-muted">
          {value !== "" && `Strength: ${passwordStrength(value)}`}
        </p>
      )}
    </div>
  );
}
