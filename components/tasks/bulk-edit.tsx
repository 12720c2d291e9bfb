"use client";

import { type ReactNode, useActionState } from "react";
import { BulkBar } from "@/components/ui/bulk-bar";
import { FormMessage } from "@/components/ui/form-message";
import { Checkbox, Input, Select } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction, typed } from "@/lib/shared/form-state";
import { TASK_PRIORITIES, TASK_PRIORITY_LABELS } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS } from "@/lib/tasks/task-status";
import { BULK_EDIT_FORM } from "./bulk-edit-form";
import type { PersonOption } from "./task-fields";

const MOVES = ["to_do", "in_progress", "awaiting_verification"] as const;

export interface BulkEditProps {
  readonly people: readonly PersonOption[];
  /** The address that means all that match, and how many those are. */
  readonly matching: { readonly query: string; readonly total: number };
  readonly action: FormAction;
  /** A Table whose selection belongs to the form BULK_EDIT_FORM. */
  readonly children: ReactNode;
}

/** Changes the tasks that are ticked, or all that match. What is left as it stands in the bar is not changed. */
export function BulkEdit({ people, matching, action, children }: BulkEditProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const { total, query } = matching;
  const choice = (name: string, label: string, options: readonly { readonly value: string; readonly label: string }[]) => (
    <Select
      key={`${name} ${typed(state, name)}`}
      name={name}
      aria-label={label}
      defaultValue={typed(state, name)}
      options={[{ value: "", label: `${label}…` }, ...options]}
      // Two in a line on the phone, and the third alone.
      wrapperClassName="nth-3:col-span-2 sm:w-29"
    />
  );
  const text = (name: string, label: string) => (
    <Input name={name} aria-label={label} placeholder={label} defaultValue={typed(state, name)} className="sm:w-29!" maxLength={200} />
  );
  return (
    <div data-bulk>
      <form id={BULK_EDIT_FORM} action={submit} className="sticky top-bar z-6 bg-surface">
        <input type="hidden" name="matching" value={query} />
        <input type="hidden" name="expected" value={total} />
        <BulkBar name="task" noun={["task", "tasks"]} whole={{ name: "everything", words: `All ${total} tasks selected` }}>
          <Checkbox name="everything" value="1" label={`All ${total} that match`} />
          <div className="grid w-full grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
            {choice("assignee", "Owner", [
              { value: "none", label: "No owner" },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ])}
            {choice(
              "priority",
              "Priority",
              TASK_PRIORITIES.map((value) => ({ value, label: TASK_PRIORITY_LABELS[value] })),
            )}
            {choice(
              "status",
              "Move to",
              MOVES.map((value) => ({ value, label: TASK_STATUS_LABELS[value] })),
            )}
            <span className="col-span-2 flex items-center gap-2">
              <span className="text-meta" aria-hidden>
                Due
              </span>
              <Input type="date" name="dueOn" aria-label="Due date" className="w-36! sm:w-33!" defaultValue={typed(state, "dueOn")} />
              <Checkbox name="noDue" value="1" label="No due date" className="whitespace-nowrap" />
            </span>
            {text("addLabel", "Add label")}
            {text("removeLabel", "Remove label")}
            <SubmitButton size="sm" pending="Changing">
              Change
            </SubmitButton>
          </div>
          <FormMessage kind="error">
            {state.ok === false ? [state.message, ...Object.values(state.fieldErrors)].filter(Boolean).join(" ") : null}
          </FormMessage>
        </BulkBar>
      </form>
      {children}
    </div>
  );
}
