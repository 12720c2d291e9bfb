import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { type FormState, typed } from "@/lib/shared/form-state";
import { TASK_PRIORITIES, TASK_PRIORITY_LABELS, type TaskPriority } from "@/lib/tasks/task-priority";

export interface PersonOption {
  readonly id: string;
  readonly name: string;
}

export interface TaskFieldsProps {
  readonly state: FormState;
  /** Who can be given work. */
  readonly people: readonly PersonOption[];
  readonly start: {
    readonly assigneeId: string | null;
    readonly dueOn: string | null;
    readonly priority: TaskPriority;
    readonly description: string;
    readonly labels: readonly string[];
  };
  /** Beside the due date. */
  readonly dueHint?: string | undefined;
  readonly descriptionLabel: string;
}

/** The fields that making and editing a task share. */
export function TaskFields({ state, people, start, dueHint, descriptionLabel }: TaskFieldsProps) {
  const assignee = typed(state, "assignee", start.assigneeId ?? "");
  const priority = typed(state, "priority", start.priority);
  return (
    <>
      <Field id="assignee" label="Owner" error={state.fieldErrors.assignee}>
        {(control) => (
          // The key: a form that was answered falls back to the choice it was drawn with.
          <Select
            key={assignee}
            {...control}
            name="assignee"
            defaultValue={assignee}
            options={[{ value: "", label: "No owner" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
      </Field>
      <Field id="dueOn" label="Due" optional hint={dueHint} error={state.fieldErrors.dueOn}>
        {(control) => <Input {...control} type="date" name="dueOn" defaultValue={typed(state, "dueOn", start.dueOn ?? "")} />}
      </Field>
      <Field id="priority" label="Priority" error={state.fieldErrors.priority}>
        {(control) => (
          <Select
            key={priority}
            {...control}
            name="priority"
            defaultValue={priority}
            options={TASK_PRIORITIES.map((value) => ({ value, label: TASK_PRIORITY_LABELS[value] }))}
          />
        )}
      </Field>
      <Field id="labels" label="Labels" optional hint="Separated by commas." error={state.fieldErrors.labels}>
        {(control) => <Input {...control} name="labels" maxLength={500} defaultValue={typed(state, "labels", start.labels.join(", "))} />}
      </Field>
      <Field id="description" label={descriptionLabel} optional error={state.fieldErrors.description}>
        {(control) => (
          <Textarea {...control} name="description" maxLength={10_000} defaultValue={typed(state, "description", start.description)} />
        )}
      </Field>
    </>
  );
}
