"use client";

import { useActionState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { FormAnswer } from "@/components/ui/form-answer";
import { TextareaField } from "@/components/ui/form-controls";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction } from "@/lib/shared/form-state";

interface FormProps {
  readonly decision: number;
  readonly action: FormAction;
}

/** Approves or declines what somebody asked for. */
export function ReviewForm({ decision, action }: FormProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <form action={submit} className="flex max-w-160 flex-col gap-4">
      <input type="hidden" name="decision" value={decision} />
      <TextareaField
        state={state}
        name="note"
        label="Note"
        hint="Who declines says why; who approves may add what they thought of."
        start=""
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="verdict" value="approve" pending="Sending">
          Approve
        </SubmitButton>
        <SubmitButton name="verdict" value="decline" variant="secondary" pending="Sending">
          Decline
        </SubmitButton>
      </div>
      <FormAnswer state={state} />
    </form>
  );
}

/** Takes a decision back before its day. */
export function WithdrawDecisionForm({ decision, action, asked }: FormProps & { readonly asked: boolean }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <details open={state.ok === false || undefined}>
      <summary className={buttonClass("secondary", "md", "w-fit")}>{asked ? "Withdraw the request…" : "Take it back…"}</summary>
      <form action={submit} className="mt-3 flex max-w-160 flex-col gap-4">
        <input type="hidden" name="decision" value={decision} />
        <TextareaField
          state={state}
          name="reason"
          label="Why?"
          hint={asked ? "It stands in the history of the request." : "Its findings are what the scans say again, on all of its hosts."}
          start=""
        />
        <div>
          <SubmitButton pending="Taking it back">{asked ? "Withdraw the request" : "Take it back"}</SubmitButton>
        </div>
        <FormAnswer state={state} />
      </form>
    </details>
  );
}
