"use client";

import { CheckCheck } from "lucide-react";
import { useActionState } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/shared/form-state";
import { submitRead } from "./actions";

/** Marks everything as seen. */
export function ReadForm() {
  const [state, submit] = useActionState(submitRead, EMPTY_FORM);
  return (
    <form action={submit} className="flex flex-wrap items-center has-[p]:gap-3">
      <SubmitButton variant="secondary">
        <CheckCheck size={14} />
        Mark all as seen
      </SubmitButton>
      <FormMessage kind="error">{state.ok === false ? state.message : null}</FormMessage>
    </form>
  );
}
