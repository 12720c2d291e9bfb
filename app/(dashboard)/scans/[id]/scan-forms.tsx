"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, typed } from "@/lib/shared/form-state";
import { submitDeleteScan, submitMoveScan } from "./actions";

const FORM = "mt-3 flex max-w-120 flex-col gap-4";

export interface MoveScanFormProps {
  readonly scanId: number;
  /** Names of other hosts, as suggestions. */
  readonly others: readonly string[];
}

export function MoveScanForm({ scanId, others }: MoveScanFormProps) {
  const [state, action] = useActionState(submitMoveScan, EMPTY_FORM);
  return (
    <form action={action} className={FORM}>
      <FormAnswer state={state} />
      <input type="hidden" name="scanId" value={scanId} />
      <TextField
        name="host"
        label="Host"
        hint="The host this log is really of. A new name makes a new host."
        list="move-hosts"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
        defaultValue={typed(state, "host")}
        error={state.fieldErrors.host}
      />
      <datalist id="move-hosts">
        {others.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div>
        <SubmitButton variant="secondary" pending="Moving">
          Move
        </SubmitButton>
      </div>
    </form>
  );
}

export function DeleteScanForm({ scanId }: { readonly scanId: number }) {
  const [state, action] = useActionState(submitDeleteScan, EMPTY_FORM);
  return (
    <form action={action} className={FORM}>
      <FormAnswer state={state} />
      <input type="hidden" name="scanId" value={scanId} />
      <div>
        <SubmitButton variant="danger" pending="Deleting">
          Delete this scan
        </SubmitButton>
      </div>
    </form>
  );
}
