"use client";

import { useActionState } from "react";
import { SeverityMark } from "@/components/marks/severity";
import { TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import { MAX_LEVEL_DAYS, type ServiceLevels } from "@/lib/hardening/service-levels";
import { EMPTY_FORM, typed } from "@/lib/shared/form-state";
import { submitServiceLevels } from "./actions";

export function ServiceLevelsForm({ levels }: { readonly levels: ServiceLevels }) {
  const [state, action] = useActionState(submitServiceLevels, EMPTY_FORM);
  return (
    <form action={action} className="mt-3 flex max-w-140 flex-col gap-4">
      <FormAnswer state={state} />
      <div className="grid gap-4 sm:grid-cols-2">
        {SEVERITIES.map((severity) => (
          <TextField
            key={severity}
            name={severity}
            type="number"
            min={1}
            max={MAX_LEVEL_DAYS}
            step={1}
            optional
            label={
              <>
                <SeverityMark severity={severity} />, days
              </>
            }
            defaultValue={typed(state, severity, String(levels[severity] ?? ""))}
            error={state.fieldErrors[severity]}
          />
        ))}
      </div>
      <div>
        <SubmitButton pending="Saving">Save</SubmitButton>
      </div>
    </form>
  );
}
