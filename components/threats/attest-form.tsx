"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Field, TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { Checkbox, Input, Select, Textarea } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction, typed } from "@/lib/shared/form-state";

export interface AttestFormProps {
  readonly action: FormAction;
  /** Slugs of the model and the threat. */
  readonly model: string;
  readonly threat: string;
  readonly hosts: readonly { readonly id: number; readonly name: string }[];
  readonly cancelHref: string;
  /** "2026-11-26" */
  readonly today: string;
}

const PERIODS = [
  { value: "30", label: "30 days from now" },
  { value: "90", label: "90 days from now" },
  { value: "180", label: "180 days from now" },
  { value: "day", label: "The day below" },
];

/** States how a threat stands on hosts where no check decides it. */
export function AttestForm({ action, model, threat, hosts, cancelHref, today }: AttestFormProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const errors = state.fieldErrors;
  const says = typed(state, "says");
  return (
    <form action={submit} className="my-3 flex max-w-160 flex-col gap-4 rounded-card border border-border p-4">
      <h3 className="font-medium wrap-anywhere">Attest {hosts.map(({ name }) => name).join(", ")}</h3>
      <FormAnswer state={state} />
      <input type="hidden" name="model" value={model} />
      <input type="hidden" name="threat" value={threat} />
      {hosts.map(({ id }) => (
        <input key={id} type="hidden" name="hostId" value={id} />
      ))}
      <fieldset>
        <legend className="mb-1 text-meta font-medium">On {hosts.length === 1 ? "this host" : "these hosts"} the threat is</legend>
        <div className="flex flex-wrap gap-x-6">
          <Checkbox type="radio" name="says" value="mitigated" label="Mitigated" required defaultChecked={says === "mitigated"} />
          <Checkbox type="radio" name="says" value="unmitigated" label="Unmitigated" required defaultChecked={says === "unmitigated"} />
        </div>
        {errors.says && <p className="text-meta text-red-fg">{errors.says}</p>}
      </fieldset>
      <Field id="statement" label="What you looked at and what you found" error={errors.statement}>
        {(control) => <Textarea {...control} name="statement" required maxLength={5000} defaultValue={typed(state, "statement")} />}
      </Field>
      <TextField name="link" type="url" label="Link to the evidence" optional defaultValue={typed(state, "link")} error={errors.link} />
      <Field id="file" label="File" optional hint="At most 750 kB. It is kept as it is, and only ever downloaded." error={errors.file}>
        {(control) => <Input {...control} type="file" name="file" />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="period" label="Holds until" hint="Then somebody looks again." error={errors.period}>
          {(control) => <Select {...control} name="period" options={PERIODS} defaultValue={typed(state, "period", "90")} />}
        </Field>
        <TextField name="until" type="date" label="Day" optional min={today} defaultValue={typed(state, "until")} error={errors.until} />
      </div>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pending="Storing">{`Attest ${hosts.length === 1 ? "one host" : `${hosts.length} hosts`}`}</SubmitButton>
        <ButtonLink href={cancelHref} scroll={false}>
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
