"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/account/password-field";
import { ShownOnce } from "@/components/account/shown-once";
import { Field } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { Select } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Role } from "@/lib/access/policy";
import { EMPTY_FORM } from "@/lib/shared/form-state";
import { submitAccess, submitChangeRole, submitResetPassword } from "../actions";
import { ROLE_OPTIONS } from "../role-options";

const FORM = "mt-3 flex max-w-100 flex-col gap-4";

interface PersonProps {
  readonly userId: string;
}

export function RoleForm({ userId, role }: PersonProps & { readonly role: Role }) {
  const [state, action] = useActionState(submitChangeRole, EMPTY_FORM);
  return (
    <form action={action} className={FORM}>
      <FormAnswer state={state} />
      <input type="hidden" name="userId" value={userId} />
      <Field id="role" label="Role" hint="Their sessions end, so that the new role counts at once." error={state.fieldErrors.role}>
        {(control) => <Select key={role} {...control} name="role" options={ROLE_OPTIONS} defaultValue={role} />}
      </Field>
      <div>
        <SubmitButton variant="secondary" pending="Changing">
          Change role
        </SubmitButton>
      </div>
    </form>
  );
}

export function ResetPasswordForm({ userId }: PersonProps) {
  const [state, action] = useActionState(submitResetPassword, EMPTY_FORM);
  return (
    <form action={action} className={FORM}>
      <FormAnswer state={state} />
      {state.result.password && (
        <ShownOnce title="Their new password" secrets={[{ label: "Password", text: state.result.password }]}>
          It is shown only now. Hand it over; they change it under Settings, Profile.
        </ShownOnce>
      )}
      <input type="hidden" name="userId" value={userId} />
      <PasswordField
        name="password"
        label="New password"
        hint="Leave it empty and Bulkhead makes one. All their sessions end."
        isNew
        optional
        error={state.fieldErrors.password}
      />
      <div>
        <SubmitButton variant="secondary" pending="Resetting">
          Reset password
        </SubmitButton>
      </div>
    </form>
  );
}

export function AccessForm({ userId, isDisabled }: PersonProps & { readonly isDisabled: boolean }) {
  const [state, action] = useActionState(submitAccess, EMPTY_FORM);
  return (
    <form action={action} className={FORM}>
      <FormAnswer state={state} />
      <input type="hidden" name="userId" value={userId} />
      <p className="text-meta text-fg-muted">
        {isDisabled
          ? "They cannot sign in. What they did stays in the history."
          : "Disabling ends their sessions and stops their tokens at once. What they did stays in the history."}
      </p>
      <div>
        <SubmitButton name="access" value={isDisabled ? "on" : "off"} variant={isDisabled ? "secondary" : "danger"} pending="One moment">
          {isDisabled ? "Enable" : "Disable"}
        </SubmitButton>
      </div>
    </form>
  );
}
