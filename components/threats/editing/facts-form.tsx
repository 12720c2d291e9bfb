"use client";

import { TextField } from "@/components/ui/field";
import { TextareaField } from "@/components/ui/form-controls";
import { typed } from "@/lib/shared/form-state";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { EditForm, type EditTarget } from "./edit-form";
import { EvidenceChoices } from "./evidence-choices";

export type ModelFacts = Pick<ThreatModel, "title" | "prefix" | "description" | "owner" | "reviewer" | "contributors" | "evidence">;

/** What is said of a model as a whole. */
export function FactsForm({ facts, ...target }: EditTarget & { readonly facts: ModelFacts }) {
  return (
    <EditForm {...target} save="Save the facts" className="flex flex-col gap-4">
      {(state) => {
        const text = (name: "title" | "prefix" | "owner" | "reviewer") => ({
          name,
          defaultValue: typed(state, name, facts[name]),
          error: state.fieldErrors[name],
        });
        return (
          <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
            <div className="flex flex-col gap-4">
              <TextField {...text("title")} label="Title" maxLength={200} />
              <TextareaField state={state} name="description" label="Description" optional rows={6} start={facts.description} />
              <EvidenceChoices state={state} start={facts.evidence} />
            </div>
            <div className="flex flex-col gap-4">
              <TextField
                {...text("prefix")}
                label="Prefix"
                hint={`Stands before the letter in the short names of threats: ${facts.prefix}-S1.`}
                maxLength={5}
                autoComplete="off"
                className="max-w-40"
              />
              <TextField {...text("owner")} label="Owner" optional maxLength={300} />
              <TextField {...text("reviewer")} label="Reviewer" optional maxLength={300} />
              <TextareaField
                state={state}
                name="contributors"
                label="Contributors"
                optional
                hint="One per line."
                start={facts.contributors.join("\n")}
              />
            </div>
          </div>
        );
      }}
    </EditForm>
  );
}
