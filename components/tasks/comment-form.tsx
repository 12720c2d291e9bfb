"use client";

import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Textarea } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction, typed } from "@/lib/shared/form-state";

/** Adds a comment to a task. */
export function CommentForm({ taskId, action }: { readonly taskId: number; readonly action: FormAction }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <form action={submit} className="mt-3 flex flex-col gap-3">
      <input type="hidden" name="id" value={taskId} />
      <Field
        id="comment"
        label="Add a comment"
        hint="Plain text. @name or @address tells somebody, and lets them watch this task."
        error={state.fieldErrors.body}
      >
        {(control) => <Textarea {...control} name="body" required maxLength={10_000} rows={3} defaultValue={typed(state, "body")} />}
      </Field>
      <div className="flex flex-col items-start gap-2">
        <SubmitButton variant="secondary" pending="Commenting">
          Comment
        </SubmitButton>
        <FormMessage kind="error">{state.ok === false ? state.message : null}</FormMessage>
      </div>
    </form>
  );
}
