"use client";

import { ChevronRight } from "lucide-react";
import { TextField } from "@/components/ui/field";
import { type Choice, Choices, SelectField, TextareaField } from "@/components/ui/form-controls";
import { type FormState, typed } from "@/lib/shared/form-state";
import { STRIDE_CATEGORIES, STRIDE_LETTERS } from "@/lib/stride/categories";
import { RATINGS } from "@/lib/threats/scales";
import type { Threat } from "@/lib/threats/threat-model";
import { RATING_WORDS } from "../rating-mark";
import { EditForm, type EditTarget } from "./edit-form";

export type ThreatFields = Pick<
  Threat,
  "title" | "stride" | "description" | "attackPath" | "elements" | "likelihood" | "impact" | "uncovered"
>;

/** What a threat may concern, by kind: "Elements", "Flows", "Trust boundaries". */
export interface ConcernGroup {
  readonly title: string;
  readonly choices: readonly Choice[];
}

export interface ThreatFormProps extends EditTarget {
  /** The slug; null for a new threat. */
  readonly threat: string | null;
  readonly fields: ThreatFields;
  readonly concerns: readonly ConcernGroup[];
  readonly cancelHref: string;
}

const LETTERS = STRIDE_LETTERS.map((letter) => ({ value: letter, label: `${letter} – ${STRIDE_CATEGORIES[letter].name}` }));
const RATING_OPTIONS = [{ value: "", label: "Not rated" }, ...RATINGS.map((rating) => ({ value: rating, label: RATING_WORDS[rating] }))];

/** What a person writes of a threat. */
export function ThreatForm({ threat, fields, concerns, ...target }: ThreatFormProps) {
  const hidden = threat === null ? {} : { threat };
  return (
    <EditForm {...target} hidden={hidden} save={threat === null ? "Add the threat" : "Save the threat"}>
      {(state) => (
        <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Story state={state} fields={fields} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Ratings state={state} fields={fields} isNew={threat === null} />
            <Concerns state={state} groups={concerns} start={fields.elements} />
          </div>
        </div>
      )}
    </EditForm>
  );
}

interface PartProps {
  readonly state: FormState;
  readonly fields: ThreatFields;
}

function Story({ state, fields }: PartProps) {
  return (
    <>
      <TextField
        name="title"
        label="Title"
        maxLength={300}
        defaultValue={typed(state, "title", fields.title)}
        error={state.fieldErrors.title}
      />
      <TextareaField state={state} name="description" label="What may happen" optional rows={6} start={fields.description} />
      <TextareaField
        state={state}
        name="attackPath"
        label="Attack path"
        optional
        hint="One step per line, the first one first."
        rows={5}
        start={fields.attackPath.join("\n")}
      />
      <TextareaField
        state={state}
        name="uncovered"
        label="What no scan sees"
        optional
        hint="What only people can judge of this threat, in one or two sentences."
        rows={2}
        start={fields.uncovered ?? ""}
      />
    </>
  );
}

function Ratings({ state, fields, isNew }: PartProps & { readonly isNew: boolean }) {
  const none = fields.stride === null ? [{ value: "", label: "No STRIDE category" }] : [];
  return (
    <>
      <SelectField
        state={state}
        name="stride"
        label="Letter"
        hint={isNew ? undefined : "With another letter it takes that letter’s next number."}
        start={fields.stride ?? ""}
        options={[...none, ...LETTERS]}
      />
      <div className="grid grid-cols-2 gap-4">
        <SelectField state={state} name="likelihood" label="Likelihood" start={fields.likelihood ?? ""} options={RATING_OPTIONS} />
        <SelectField state={state} name="impact" label="Impact" start={fields.impact ?? ""} options={RATING_OPTIONS} />
      </div>
    </>
  );
}

interface ConcernsProps {
  readonly state: FormState;
  readonly groups: readonly ConcernGroup[];
  readonly start: readonly string[];
}

function Concerns({ state, groups, start }: ConcernsProps) {
  const there = groups.filter(({ choices }) => choices.length > 0);
  if (there.length === 0) return <p className="text-meta text-fg-muted">Nothing is on the diagram yet that it could concern.</p>;
  return (
    <div>
      <p className="mb-1 text-meta font-medium">What it concerns</p>
      <div className="rounded-control border border-border">
        {there.map(({ title, choices }) => {
          const ticked = choices.filter(({ value }) => start.includes(value)).length;
          return (
            <details key={title} open={ticked > 0} className="group border-b border-border px-3 py-1 last:border-b-0">
              <summary className="flex min-h-6 cursor-pointer items-center gap-2 py-1 text-meta">
                <ChevronRight size={14} className="flex-none text-fg-subtle group-open:rotate-90" />
                {title} <span className="text-fg-subtle">{`${ticked} of ${choices.length}`}</span>
              </summary>
              <div className="pt-1 pb-2">
                <Choices
                  state={state}
                  name="elements"
                  legend={title}
                  hideLegend
                  type="checkbox"
                  choices={choices}
                  start={start}
                  className="flex flex-col"
                />
              </div>
            </details>
          );
        })}
      </div>
    </div>
  );
}
