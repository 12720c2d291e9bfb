"use client";

import { useActionState } from "react";
import { FormAnswer } from "@/components/ui/form-answer";
import { Checkbox } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/shared/form-state";
import { submitModels } from "./models-action";

export interface ModelsFormProps {
  readonly hostId: number;
  readonly models: readonly { readonly slug: string; readonly title: string }[];
  /** Slugs a person chose; null follows the evidence. */
  readonly chosen: readonly string[] | null;
  readonly under: readonly string[];
}

/** Which threat models a host is under. */
export function ModelsForm({ hostId, models, chosen, under }: ModelsFormProps) {
  const [state, action] = useActionState(submitModels, EMPTY_FORM);
  const ticked = chosen ?? under;
  return (
    <form action={action} className="mt-3 flex max-w-120 flex-col gap-4">
      <FormAnswer state={state} />
      <input type="hidden" name="hostId" value={hostId} />
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">Threat models of this host</legend>
        <Checkbox
          type="radio"
          name="follow"
          value="evidence"
          label="Follow the evidence"
          hint="Scans of Docker bring it under the models that take them, scans of Kubernetes under theirs."
          defaultChecked={chosen === null}
        />
        <Checkbox type="radio" name="follow" value="these" label="These, whatever its scans are" defaultChecked={chosen !== null} />
        <div className="ml-7 flex flex-col">
          {models.map(({ slug, title }) => (
            <Checkbox key={slug} name="model" value={slug} label={title} defaultChecked={ticked.includes(slug)} />
          ))}
        </div>
      </fieldset>
      <div>
        <SubmitButton pending="Saving">Save the models</SubmitButton>
      </div>
    </form>
  );
}
