"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, typed } from "@/lib/shared/form-state";
import { submitFreshDays } from "./actions";

export function FreshDaysForm({ days }: { readonly days: number }) {
  const [state, action] = useActionState(submitFreshDays, EMPTY_FORM);
  return (
    <form action={action} className="mt-3 flex max-w-140 flex-col gap-4">
      <FormAnswer state={state} />
      <TextField
        name="days"
        type="number"
        min={1}
        max={365}
        required
        label="Evidence is fresh for so many days"
        hint="From 1 to 365. Set it longer than the time between two scans of a host."
        defaultValue={typed(state, "days", String(days))}
        error={state.fieldErrors.days}
      />
      <div>
        <SubmitButton pending="Saving">Save</SubmitButton>
      </div>
    </form>
  );
}
