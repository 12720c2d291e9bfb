"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/account/password-field";
import { TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, typed } from "@/lib/shared/form-state";
import { submitSignIn } from "./actions";

export function SignInForm({ next }: { readonly next: string }) {
  const [state, action] = useActionState(submitSignIn, EMPTY_FORM);
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormAnswer state={state} />
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        autoFocus
        defaultValue={typed(state, "email")}
        error={state.fieldErrors.email}
      />
      <PasswordField name="password" label="Password" error={state.fieldErrors.password} />
      <SubmitButton pending="Signing in" size="lg">
        Sign in
      </SubmitButton>
    </form>
  );
}
