"use client";

import { TextField } from "@/components/ui/field";
import { SelectField, TextareaField } from "@/components/ui/form-controls";
import { typed } from "@/lib/shared/form-state";
import { REFERENCE_SOURCES } from "@/lib/threats/scales";
import type { Mitigation } from "@/lib/threats/threat-model";
import { REFERENCE_WORDS } from "../reference-words";
import { EditForm, type EditTarget } from "./edit-form";

interface ThreatPartProps extends EditTarget {
  readonly threat: string;
  readonly cancelHref: string;
}

/** The words of a mitigation. */
export function MitigationForm({ threat, mitigation, ...target }: ThreatPartProps & { readonly mitigation: Mitigation | null }) {
  return (
    <EditForm
      {...target}
      hidden={{ threat, id: mitigation?.id ?? "" }}
      className="flex max-w-160 flex-col gap-4"
      save={mitigation === null ? "Add the mitigation" : "Save"}
    >
      {(state) => (
        <TextareaField
          state={state}
          name="text"
          label="What is to be done"
          hint="Something that is in place or not, such as “Signed images only”."
          start={mitigation?.text ?? ""}
        />
      )}
    </EditForm>
  );
}

/** Where to read on. */
export function ReferenceForm({ threat, ...target }: ThreatPartProps) {
  return (
    <EditForm {...target} hidden={{ threat }} className="flex max-w-160 flex-col gap-4" save="Add the reference">
      {(state) => (
        <>
          <SelectField
            state={state}
            name="source"
            label="Where it points"
            start="other"
            options={REFERENCE_SOURCES.map((source) => ({ value: source, label: REFERENCE_WORDS[source] || "Elsewhere" }))}
          />
          <TextField
            name="id"
            label="Number there"
            optional
            hint="T1611, CWE-250"
            maxLength={100}
            className="max-w-60"
            defaultValue={typed(state, "id")}
            error={state.fieldErrors.id}
          />
          <TextField name="title" label="Title" maxLength={300} defaultValue={typed(state, "title")} error={state.fieldErrors.title} />
          <TextField
            name="url"
            type="url"
            label="Address"
            optional
            maxLength={2_000}
            placeholder="https://"
            defaultValue={typed(state, "url")}
            error={state.fieldErrors.url}
          />
        </>
      )}
    </EditForm>
  );
}
