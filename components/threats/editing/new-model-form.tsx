"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { TextareaField } from "@/components/ui/form-controls";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction, typed } from "@/lib/shared/form-state";
import { EvidenceChoices } from "./evidence-choices";

/** Title, description, and whose scans count: all that a model needs to begin. */
export function NewModelForm({ action }: { readonly action: FormAction }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <form action={submit} className="flex max-w-160 flex-col gap-4">
      <FormAnswer state={state} />
      <TextField
        name="title"
        label="Title"
        hint="What is modelled: “Payment service”, “Build farm”."
        maxLength={200}
        defaultValue={typed(state, "title")}
        error={state.fieldErrors.title}
      />
      <TextareaField
        state={state}
        name="description"
        label="Description"
        optional
        hint="What belongs to it, what does not, and what is taken for granted."
        start=""
      />
      <EvidenceChoices state={state} start={[]} />
      <div>
        <SubmitButton pending="Making">Make the model</SubmitButton>
      </div>
    </form>
  );
}
