"use client";

import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Textarea } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction, typed } from "@/lib/shared/form-state";
import type { TaskPriority } from "@/lib/tasks/task-priority";
import { type PersonOption, TaskFields } from "./task-fields";

export interface EditTaskFormProps {
  readonly task: {
    readonly id: number;
    readonly version: number;
    readonly title: string;
    readonly assignee: PersonOption | null;
    readonly dueOn: string | null;
    readonly priority: TaskPriority;
    readonly description: string;
    readonly labels: readonly string[];
  };
  readonly people: readonly PersonOption[];
  readonly action: FormAction;
}

/** What people say of a task: owner, day, priority, title, note. */
export function EditTaskForm({ task, people, action }: EditTaskFormProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const { assignee } = task;
  // Somebody who left may keep what they had.
  const everybody = assignee === null || people.some(({ id }) => id === assignee.id) ? people : [...people, assignee];
  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="id" value={task.id} />
      <input type="hidden" name="version" value={task.version} />
      <TaskFields state={state} people={everybody} start={{ ...task, assigneeId: assignee?.id ?? null }} descriptionLabel="Note" />
      <Field id="title" label="Title" error={state.fieldErrors.title}>
        {(control) => (
          <Textarea
            {...control}
            name="title"
            required
            maxLength={200}
            rows={1}
            className="min-h-8!"
            defaultValue={typed(state, "title", task.title)}
          />
        )}
      </Field>
      <div className="flex flex-col items-start gap-2">
        <SubmitButton variant="secondary" pending="Saving">
          Save changes
        </SubmitButton>
        <FormMessage kind="error">{state.ok === false ? state.message : null}</FormMessage>
        <FormMessage kind="success">{state.ok === true ? state.message : null}</FormMessage>
      </div>
    </form>
  );
}
