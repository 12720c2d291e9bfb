"use client";

import { useActionState } from "react";
import { FormAnswer } from "@/components/ui/form-answer";
import { Checkbox } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/shared/form-state";
import { submitWays } from "./actions";

interface WayView {
  readonly kind: string;
  readonly label: string;
  readonly when: string;
  /** Null where a kind is only ever mailed. */
  readonly inbox: boolean | null;
  readonly mail: boolean;
}

/** By which ways somebody is told of each kind. */
export function WaysForm({ ways }: { readonly ways: readonly WayView[] }) {
  const [state, submit] = useActionState(submitWays, EMPTY_FORM);
  return (
    <form action={submit} className="mt-3 flex max-w-180 flex-col gap-4">
      <FormAnswer state={state} />
      <ul className="border-t border-border">
        {ways.map(({ kind, label, when, inbox, mail }) => (
          <li key={kind} className="border-b border-border py-2">
            <fieldset className="flex flex-wrap items-start gap-x-6 gap-y-1">
              <legend className="sr-only">{label}</legend>
              <span className="min-w-0 flex-1 basis-72 pt-0.5">
                <span aria-hidden className="font-medium">
                  {label}
                </span>
                <span className="block text-meta text-fg-muted">{when}</span>
              </span>
              {inbox !== null && <Checkbox key={`inbox ${inbox}`} name="inbox" value={kind} defaultChecked={inbox} label="Inbox" />}
              <Checkbox key={`mail ${mail}`} name="mail" value={kind} defaultChecked={mail} label="E-mail" />
            </fieldset>
          </li>
        ))}
      </ul>
      <div>
        <SubmitButton pending="Saving">Save</SubmitButton>
      </div>
    </form>
  );
}
