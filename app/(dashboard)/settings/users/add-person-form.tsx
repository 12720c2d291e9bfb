"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/account/password-field";
import { ShownOnce } from "@/components/account/shown-once";
import { Field, TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { Select } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, typed } from "@/lib/shared/form-state";
import { submitAddPerson } from "./actions";
import { ROLE_OPTIONS } from "./role-options";

export function AddPersonForm() {
  const [state, action] = useActionState(submitAddPerson, EMPTY_FORM);
  const { fieldErrors, result } = state;
  return (
    <form action={action} className="mt-3 flex max-w-100 flex-col gap-4">
      <FormAnswer state={state} />
      {result.password && (
        <ShownOnce title="Their password" secrets={[{ label: "Password", text: result.password }]}>
          It is shown only now. Hand it over; they change it under Settings, Profile.
        </ShownOnce>
      )}
      <TextField name="name" label="Name" autoComplete="off" maxLength={100} defaultValue={typed(state, "name")} error={fieldErrors.name} />
      <TextField
        name="email"
        label="E-mail address"
        hint="They sign in with it. Bulkhead sends no mail."
        type="email"
        autoComplete="off"
        defaultValue={typed(state, "email")}
        error={fieldErrors.email}
      />
      <Field id="role" label="Role" error={fieldErrors.role}>
        {(control) => <Select {...control} name="role" options={ROLE_OPTIONS} defaultValue={typed(state, "role", "engineer")} />}
      </Field>
      <PasswordField
        name="password"
        label="Initial password"
        hint="Leave it empty and Bulkhead makes one."
        isNew
        optional
        error={fieldErrors.password}
      />
      <div>
        <SubmitButton pending="Adding">Add person</SubmitButton>
      </div>
    </form>
  );
}
