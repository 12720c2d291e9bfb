"use client";

import { useActionState } from "react";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction } from "@/lib/shared/form-state";

export interface SampleFormProps {
  readonly action: FormAction;
  /** The one filled button of its page. */
  readonly primary?: boolean;
}

/** Loads the sample fleet; takes a few seconds. */
export function LoadSamplesForm({ action, primary = false }: SampleFormProps) {
  const [state, send] = useActionState(action, EMPTY_FORM);
  return (
    <form action={send} className="flex flex-col items-start gap-4">
      <FormAnswer state={state} />
      <SubmitButton variant={primary ? "primary" : "secondary"} pending="Loading the samples">
        Load the sample fleet
      </SubmitButton>
    </form>
  );
}

/** Removes it again. It can be loaded anew, so nothing is asked. */
export function RemoveSamplesForm({ action }: SampleFormProps) {
  const [state, send] = useActionState(action, EMPTY_FORM);
  return (
    <form action={send} className="flex flex-wrap items-center has-[p]:gap-4">
      <SubmitButton variant="secondary" size="sm" pending="Removing the samples">
        Remove the samples
      </SubmitButton>
      <FormAnswer state={state} />
    </form>
  );
}
