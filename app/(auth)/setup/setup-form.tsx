"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/account/password-field";
import { TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, typed } from "@/lib/shared/form-state";
import { createFirstAdmin } from "./actions";

export function SetupForm() {
  const [state, action] = useActionState(createFirstAdmin, EMPTY_FORM);
  const { fieldErrors } = state;
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormAnswer state={state} />
      <TextField
        name="code"
        label="One-time code"
        hint="Printed in the terminal at the last start, such as 7Q2MX-D04WE-…"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
        error={fieldErrors.code}
      />
      <TextField
        name="name"
        label="Your name"
        autoComplete="name"
        maxLength={100}
        defaultValue={typed(state, "name")}
        error={fieldErrors.name}
      />
      <TextField
        name="email"
        label="E-mail address"
        hint="You sign in with it. Bulkhead sends no mail."
        type="email"
        autoComplete="username"
        defaultValue={typed(state, "email")}
        error={fieldErrors.email}
      />
      <PasswordField name="password" label="Password" hint="At least 12 characters. Pasting works." isNew error={fieldErrors.password} />
      <SubmitButton pending="Creating the account" size="lg">
        Create admin
      </SubmitButton>
    </form>
  );
}
