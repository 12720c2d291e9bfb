"use client";

import { useActionState } from "react";
import { ShownOnce } from "@/components/account/shown-once";
import { Field, TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { Checkbox, Select } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { ROLES, type Role, TOKEN_SCOPES, type TokenScope } from "@/lib/access/policy";
import { EMPTY_FORM, typed } from "@/lib/shared/form-state";
import { submitNewToken } from "./actions";

const SCOPE_HINT: Readonly<Record<TokenScope, string>> = {
  "scans:write": "Uploads scans and reads nothing: for cron and CI",
  read: "Reads hosts, scans, findings, threats and tasks",
  write: "Reads, uploads, and changes findings and tasks",
  admin: "All that the role below may do",
};

const LIFETIMES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "180", label: "180 days" },
  { value: "365", label: "a year" },
];

export function NewTokenForm({ maxRole }: { readonly maxRole: Role }) {
  const [state, action] = useActionState(submitNewToken, EMPTY_FORM);
  const { fieldErrors, result, values } = state;
  const roles = ROLES.slice(0, ROLES.indexOf(maxRole) + 1).map((role) => ({ value: role, label: role }));
  const chosen = values.scopes ?? (state.ok === false ? [] : ["scans:write"]);
  return (
    <form action={action} className="mt-3 flex max-w-140 flex-col gap-4">
      <FormAnswer state={state} />
      {result.secret && (
        <ShownOnce
          title="Copy the token now"
          secrets={[
            { label: "Token", text: result.secret },
            { label: "For the terminal", text: result.command ?? "" },
          ]}
        >
          It is shown only this once; Bulkhead keeps no copy of it.
        </ShownOnce>
      )}
      <TextField
        name="name"
        label="Name"
        hint="Where it is used, such as ansible or nightly-ci."
        autoComplete="off"
        maxLength={100}
        defaultValue={typed(state, "name")}
        error={fieldErrors.name}
      />
      <fieldset aria-describedby={fieldErrors.scopes ? "scopes-error" : undefined} className="flex flex-col gap-2">
        <legend className="mb-1 text-meta font-medium">Scopes</legend>
        {TOKEN_SCOPES.map((scope) => (
          <Checkbox
            key={`${scope}-${chosen.includes(scope)}`}
            name="scopes"
            value={scope}
            label={<code>{scope}</code>}
            hint={SCOPE_HINT[scope]}
            defaultChecked={chosen.includes(scope)}
          />
        ))}
        {fieldErrors.scopes && (
          <p id="scopes-error" className="text-meta text-red-fg">
            {fieldErrors.scopes}
          </p>
        )}
      </fieldset>
      <Field id="role" label="Role" hint="It may do what its scopes and its role both allow." error={fieldErrors.role}>
        {(control) => <Select {...control} name="role" options={roles} defaultValue={typed(state, "role", "engineer")} />}
      </Field>
      <Field id="expires" label="Lasts" error={fieldErrors.expires}>
        {(control) => <Select {...control} name="expires" options={LIFETIMES} defaultValue={typed(state, "expires", "90")} />}
      </Field>
      <div>
        <SubmitButton pending="Making the token">Make token</SubmitButton>
      </div>
    </form>
  );
}
