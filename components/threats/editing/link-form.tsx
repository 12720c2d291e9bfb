"use client";

import { Choices, SelectField, TextareaField } from "@/components/ui/form-controls";
import type { ControlLink, Mitigation } from "@/lib/threats/threat-model";
import { EditForm, type EditTarget } from "./edit-form";

export interface LinkFormProps extends EditTarget {
  readonly threat: string;
  readonly control: string;
  /** Null where the control is not linked yet. */
  readonly link: ControlLink | null;
  readonly mitigations: readonly Mitigation[];
  /** Chosen until somebody chooses otherwise; it is what usually fits. */
  readonly suggested: Pick<ControlLink, "kind" | "role">;
  readonly cancelHref: string;
}

const LONGEST = 90;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** How a control bears on a threat. */
export function LinkForm({ threat, control, link, mitigations, suggested, ...target }: LinkFormProps) {
  return (
    <EditForm
      {...target}
      hidden={{ threat, control }}
      className="flex max-w-160 flex-col gap-5"
      save={link === null ? "Link the control" : "Save"}
    >
      {(state) => (
        <>
          <Choices
            state={state}
            name="kind"
            legend="What it does"
            type="radio"
            start={[link?.kind ?? suggested.kind]}
            choices={[
              { value: "mitigates", label: "Mitigates", hint: "While it passes, the threat is prevented or limited." },
              { value: "detects", label: "Detects", hint: "It only shows that the threat has come true." },
            ]}
          />
          <Choices
            state={state}
            name="role"
            legend="Whether it decides"
            type="radio"
            start={[link?.role ?? suggested.role]}
            choices={[
              {
                value: "required",
                label: "Required",
                hint: "Decides: while it fails on a host, the threat is unmitigated there. Only for a control that mitigates.",
              },
              { value: "supporting", label: "Supporting", hint: "Is shown beside the others and decides nothing." },
            ]}
          />
          <TextareaField
            state={state}
            name="reason"
            label="Reason"
            hint="Why it bears on this threat, in one sentence."
            rows={2}
            start={link?.reason ?? ""}
          />
          <SelectField
            state={state}
            name="confidence"
            label="Confidence"
            start={link?.confidence ?? "medium"}
            options={[
              { value: "high", label: "High" },
              { value: "medium", label: "Medium" },
              { value: "low", label: "Low" },
            ]}
          />
          <SelectField
            state={state}
            name="mitigation"
            label="Mitigation that it shows to be in place"
            start={link?.mitigation ?? ""}
            options={[
              { value: "", label: "None: it stands for itself" },
              ...mitigations.map(({ id, text }) => ({ value: id, label: short(text) })),
            ]}
          />
        </>
      )}
    </EditForm>
  );
}
