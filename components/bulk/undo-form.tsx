"use client";

import { Undo2 } from "lucide-react";
import { useActionState } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction } from "@/lib/shared/form-state";

export interface UndoFormProps {
  readonly bulk: number;
  readonly back: string;
  readonly action: FormAction;
}

/** Takes one action on many things back. */
export function UndoForm({ bulk, back, action }: UndoFormProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="bulk" value={bulk} />
      <input type="hidden" name="back" value={back} />
      <SubmitButton variant="secondary" size="sm" pending="Undoing">
        <Undo2 size={14} />
        Undo
      </SubmitButton>
      <FormMessage kind="error">{state.ok === false ? state.message : null}</FormMessage>
    </form>
  );
}
