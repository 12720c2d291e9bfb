"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/account/password-field";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/shared/form-state";
import { submitChangePassword } from "./actions";

export function ChangePasswordForm({ email }: { readonly email: string }) {
  const [state, action] = useActionState(submitChangePassword, EMPTY_FORM);
  return (
    <form action={action} className="mt-3 flex max-w-100 flex-col gap-4">
      <FormAnswer state={state} />
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField name="currentPassword" label="Current password" error={state.fieldErrors.currentPassword} />
      <PasswordField
        name="newPassword"
        label="New password"
        hint="At least 12 characters. Pasting works."
        isNew
        error={state.fieldErrors.newPassword}
      />
      <div>
        <SubmitButton pending="Changing">Change password</SubmitButton>
      </div>
    </form>
  );
}
