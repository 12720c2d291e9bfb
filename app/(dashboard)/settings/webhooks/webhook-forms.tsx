"use client";

import { useActionState } from "react";
import { ShownOnce } from "@/components/account/shown-once";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { FormAnswer } from "@/components/ui/form-answer";
import { Choices } from "@/components/ui/form-controls";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, typed } from "@/lib/shared/form-state";
import { submitNewWebhook, submitWebhookAct } from "./actions";

interface KindView {
  readonly kind: string;
  readonly label: string;
}

/** Adds a receiver; its secret is shown this once. */
export function NewWebhookForm({ kinds }: { readonly kinds: readonly KindView[] }) {
  const [state, submit] = useActionState(submitNewWebhook, EMPTY_FORM);
  const { fieldErrors, result } = state;
  return (
    <form action={submit} className="mt-3 flex max-w-140 flex-col gap-4">
      <FormAnswer state={state} />
      {result.secret && (
        <ShownOnce title="Copy the secret now" secrets={[{ label: "Secret", text: result.secret }]}>
          The receiver checks the signature of every event with it. It is shown only this once.
        </ShownOnce>
      )}
      <TextField name="name" label="Name" maxLength={100} autoComplete="off" defaultValue={typed(state, "name")} error={fieldErrors.name} />
      <TextField
        name="url"
        label="Address"
        hint="https only; addresses inside private networks take BULKHEAD_WEBHOOK_ALLOW."
        autoComplete="off"
        defaultValue={typed(state, "url")}
        error={fieldErrors.url}
      />
      <Choices
        state={state}
        name="kinds"
        legend="It hears of"
        type="checkbox"
        choices={kinds.map(({ kind, label }) => ({ value: kind, label }))}
        start={["regressed", "verified"]}
      />
      <div>
        <SubmitButton pending="Adding">Add webhook</SubmitButton>
      </div>
    </form>
  );
}

/** What can be done with one. */
export function WebhookActs({ webhook, name, on }: { readonly webhook: number; readonly name: string; readonly on: boolean }) {
  const [state, submit] = useActionState(submitWebhookAct, EMPTY_FORM);
  const acts = [
    { act: "test", label: "Send a test" },
    { act: on ? "off" : "on", label: on ? "Switch off" : "Switch on" },
    { act: "delete", label: "Remove" },
  ];
  return (
    <form action={submit} className="flex flex-col gap-2">
      <input type="hidden" name="webhook" value={webhook} />
      <div className="flex flex-wrap gap-2">
        {acts.map(({ act, label }) => (
          <Button key={act} type="submit" size="sm" name="act" value={act} aria-label={`${label}: ${name}`}>
            {label}
          </Button>
        ))}
      </div>
      <FormAnswer state={state} />
    </form>
  );
}
