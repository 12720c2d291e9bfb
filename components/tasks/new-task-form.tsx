"use client";

import { useActionState } from "react";
import { PlannedCounts } from "@/components/marks/planned-counts";
import { type PlannedControl, PlannedFindings } from "@/components/marks/planned-findings";
import { TextField } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction, typed } from "@/lib/shared/form-state";
import { type PersonOption, TaskFields } from "./task-fields";

export interface NewTaskFormProps {
  readonly tasks: readonly PlannedControl[];
  readonly people: readonly PersonOption[];
  readonly suggestion: { readonly dueOn: string | null; readonly hint: string | undefined };
  /** The title of the only task; null when there will be several, which keep the titles of their checks. */
  readonly title: string | null;
  /** So many findings that they go as the filter that means them; null when each has a box. */
  readonly matching: { readonly filter: string; readonly findings: number } | null;
  readonly action: FormAction;
}

/** Makes tasks of what is ticked. */
export function NewTaskForm({ tasks, people, suggestion, title, matching, action }: NewTaskFormProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const { finding, item } = state.values;
  const refused = state.ok === false;
  const ticked = refused ? [finding ?? []].flat() : null;
  return (
    <form action={submit} className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <h2 className="mb-2">What will be made</h2>
        {matching === null ? (
          <>
            {title !== null && (
              <p className="mb-2 text-meta text-fg-muted">
                All items ticked is the check as a whole. Untick some and the task is about the others only.
              </p>
            )}
            <PlannedFindings
              controls={tasks}
              ticked={ticked}
              {...(title !== null && { itemsTicked: refused ? [item ?? []].flat() : null })}
            />
          </>
        ) : (
          <>
            <input type="hidden" name="matching" value={matching.filter} />
            <input type="hidden" name="expected" value={matching.findings} />
            <PlannedCounts controls={tasks} />
          </>
        )}
        <FormMessage kind="error">{state.fieldErrors.finding}</FormMessage>
      </div>
      <div className="flex flex-col gap-4">
        {title !== null && (
          <TextField
            name="title"
            label="Title"
            maxLength={200}
            defaultValue={typed(state, "title", title)}
            error={state.fieldErrors.title}
          />
        )}
        <TaskFields
          state={state}
          people={people}
          start={{ assigneeId: null, dueOn: suggestion.dueOn, priority: "normal", description: "", labels: [] }}
          dueHint={suggestion.hint}
          descriptionLabel="Note"
        />
        <div className="flex flex-col items-start gap-2">
          <SubmitButton size="lg" pending="Making">
            {title === null ? "Make the tasks" : "Make the task"}
          </SubmitButton>
          <FormMessage kind="error">{state.ok === false ? state.message : null}</FormMessage>
        </div>
      </div>
    </form>
  );
}
