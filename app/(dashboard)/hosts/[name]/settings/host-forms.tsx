"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, typed } from "@/lib/shared/form-state";
import { submitDelete, submitHost, submitMerge, submitRetired } from "./actions";

const FORM = "mt-3 flex max-w-120 flex-col gap-4";
const PLAIN = { autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

/** What the form is drawn from. */
export interface HostFields {
  readonly environment: string | null;
  readonly owner: string | null;
  readonly labels: readonly string[];
  readonly timeZone: string | null;
}

interface HostProps {
  readonly hostId: number;
  readonly name: string;
}

export interface EditHostFormProps extends HostProps {
  readonly fields: HostFields;
  /** Suggestions. */
  readonly environments: readonly string[];
  readonly timeZones: readonly string[];
}

export function EditHostForm({ hostId, name, fields, environments, timeZones }: EditHostFormProps) {
  const [state, action] = useActionState(submitHost, EMPTY_FORM);
  const errors = state.fieldErrors;
  return (
    <form action={action} className={FORM}>
      <FormAnswer state={state} />
      <input type="hidden" name="hostId" value={hostId} />
      <input type="hidden" name="read" value={JSON.stringify(fields)} />
      <TextField
        {...PLAIN}
        name="name"
        label="Name"
        hint="Addresses and uploads that use the old name go on to reach this host."
        maxLength={200}
        defaultValue={typed(state, "name", name)}
        error={errors.name}
      />
      <TextField
        {...PLAIN}
        name="environment"
        label="Environment"
        optional
        list="environments"
        maxLength={100}
        defaultValue={typed(state, "environment", fields.environment ?? "")}
        error={errors.environment}
      />
      <TextField
        name="owner"
        label="Owner"
        optional
        maxLength={100}
        defaultValue={typed(state, "owner", fields.owner ?? "")}
        error={errors.owner}
      />
      <TextField
        {...PLAIN}
        name="labels"
        label="Labels"
        optional
        hint="Separated by commas."
        defaultValue={typed(state, "labels", fields.labels.join(", "))}
        error={errors.labels}
      />
      <TextField
        {...PLAIN}
        name="timeZone"
        label="Time zone"
        optional
        list="time-zones"
        hint="For logs whose dates name none; without it they are read as UTC. Another zone dates such scans anew."
        placeholder="Europe/Berlin"
        defaultValue={typed(state, "timeZone", fields.timeZone ?? "")}
        error={errors.timeZone}
      />
      <Suggestions id="environments" values={environments} />
      <Suggestions id="time-zones" values={timeZones} />
      <div>
        <SubmitButton pending="Saving">Save</SubmitButton>
      </div>
    </form>
  );
}

function Suggestions({ id, values }: { readonly id: string; readonly values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

export function RetireForm({ hostId, retired }: { readonly hostId: number; readonly retired: boolean }) {
  const [state, action] = useActionState(submitRetired, EMPTY_FORM);
  return (
    <form action={action} className={FORM}>
      <FormAnswer state={state} />
      <input type="hidden" name="hostId" value={hostId} />
      <p className="text-meta text-fg-muted">
        {retired
          ? "It is out of every count and list of work. It comes back by itself with a scan that ran after it was retired."
          : "For a machine that is switched off. It leaves every count and list of work and is never silent; its scans and findings stay."}
      </p>
      <div>
        <SubmitButton name="retired" value={retired ? "no" : "yes"} variant="secondary" pending="One moment">
          {retired ? "Bring it back" : "Retire this host"}
        </SubmitButton>
      </div>
    </form>
  );
}

export function MergeForm({ hostId, name, others }: HostProps & { readonly others: readonly string[] }) {
  const [state, action] = useActionState(submitMerge, EMPTY_FORM);
  return (
    <form action={action} className={FORM}>
      <FormAnswer state={state} />
      <input type="hidden" name="hostId" value={hostId} />
      <TextField
        {...PLAIN}
        name="into"
        label="The host that stays"
        hint={`${name} is gone afterwards, and its name leads to the other. This cannot be undone as a whole.`}
        list="other-hosts"
        maxLength={200}
        defaultValue={typed(state, "into")}
        error={state.fieldErrors.into}
      />
      <Suggestions id="other-hosts" values={others} />
      <div>
        <SubmitButton variant="danger" pending="Merging">
          Merge the hosts
        </SubmitButton>
      </div>
    </form>
  );
}

export function DeleteHostForm({ hostId, name }: HostProps) {
  const [state, action] = useActionState(submitDelete, EMPTY_FORM);
  return (
    <form action={action} className={FORM}>
      <FormAnswer state={state} />
      <input type="hidden" name="hostId" value={hostId} />
      <TextField
        {...PLAIN}
        name="typedName"
        label={
          <>
            Type <bdi className="font-mono">{name}</bdi> to delete it
          </>
        }
        maxLength={200}
        error={state.fieldErrors.typedName}
      />
      <div>
        <SubmitButton variant="danger" pending="Deleting">
          Delete this host
        </SubmitButton>
      </div>
    </form>
  );
}
