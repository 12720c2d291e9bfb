"use client";

import { useActionState } from "react";
import { PlannedCounts } from "@/components/marks/planned-counts";
import { type PlannedControl, PlannedFindings } from "@/components/marks/planned-findings";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction } from "@/lib/shared/form-state";
import { DecideFields, type DecideFieldsProps } from "./decide-fields";
import { DECIDE_WORDS } from "./decide-words";

export interface DecideManyFormProps extends Omit<DecideFieldsProps, "state"> {
  /** One decision each. */
  readonly controls: readonly PlannedControl[];
  /** True where a lead has to approve it. */
  readonly ask: boolean;
  /** The filter that means the findings, where they are too many for a box each. */
  readonly matching: { readonly filter: string; readonly selected: number; readonly taking: number } | null;
  readonly action: FormAction;
}

/** One reason and one end for many findings. */
export function DecideManyForm({ act, controls, ask, matching, action, people, ...fields }: DecideManyFormProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <form action={submit} className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-3">
        <h2>What it is about</h2>
        <FormAnswer state={state} />
        <input type="hidden" name="act" value={act} />
        {matching === null ? (
          <PlannedFindings controls={controls} ticked={state.ok === false ? [state.values.finding ?? []].flat() : null} />
        ) : (
          <>
            <input type="hidden" name="matching" value={matching.filter} />
            <input type="hidden" name="expected" value={matching.selected} />
            <PlannedCounts controls={controls} />
          </>
        )}
      </div>
      <div className="flex flex-col gap-4">
        <p className="text-meta text-fg-muted">
          {DECIDE_WORDS[act].means}
          {ask && " Nothing is in force until a lead approves it."}
        </p>
        <DecideFields act={act} state={state} people={people} {...fields} />
        <div>
          <SubmitButton pending="Sending">{ask ? "Ask for it" : DECIDE_WORDS[act].submit}</SubmitButton>
        </div>
      </div>
    </form>
  );
}
