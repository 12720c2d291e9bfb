"use client";

import { useActionState } from "react";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction } from "@/lib/shared/form-state";

export interface WithdrawFormProps {
  readonly action: FormAction;
  readonly attestation: number;
  readonly host: string;
}

/** Takes a statement back. */
export function WithdrawForm({ action, attestation, host }: WithdrawFormProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <form action={submit} className="no-print flex flex-col gap-4">
      <input type="hidden" name="attestation" value={attestation} />
      <SubmitButton variant="secondary" size="sm" pending="Withdrawing">
        Withdraw<span className="sr-only"> the attestation of {host}</span>
      </SubmitButton>
      <FormAnswer state={state} />
    </form>
  );
}
