"use client";

import { useActionState, useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { TextareaField } from "@/components/ui/form-controls";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OfferedAct } from "@/lib/hardening/offered-acts";
import type { FindingState } from "@/lib/hardening/states";
import { EMPTY_FORM, type FormAction, type FormState } from "@/lib/shared/form-state";
import { DecideFields, type DecideFieldsProps } from "./decide-fields";
import { DECIDE_WORDS, type DecideAct } from "./decide-words";

/** Something that can be done now; with `ask` it is asked for, and a lead decides. */
export interface ActOffer {
  readonly act: OfferedAct;
  readonly ask: boolean;
}

export interface FindingActsProps extends Pick<DecideFieldsProps, "items" | "people" | "today"> {
  readonly finding: { readonly id: number; readonly state: FindingState };
  readonly offers: readonly ActOffer[];
  readonly action: FormAction;
}

/** What somebody can do about a finding now. What needs words opens a form below; one is open at a time. */
export function FindingActs({ finding, offers, action, ...fields }: FindingActsProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const answer = useRef<HTMLDivElement>(null);
  // The form that was sent goes with what it did: focus stays in the panel, at the answer.
  useEffect(() => {
    if (state.ok === true) answer.current?.focus();
  }, [state]);
  return (
    <div className="flex flex-col gap-4">
      {/* Both live regions are there from the start; empty, they take no room. */}
      <div ref={answer} tabIndex={-1} className="-mb-4 outline-none has-[p]:mb-0">
        <FormMessage kind="error">{state.ok === false ? state.message : null}</FormMessage>
        <FormMessage kind="success">{state.ok === true ? state.message : null}</FormMessage>
      </div>
      <div className="flex flex-wrap gap-2">
        {offers.map(({ act, ask }) =>
          act === "start" || act === "saysFixed" ? (
            <form key={act} action={submit}>
              <ActField finding={finding.id} act={act} />
              <SubmitButton variant="secondary" size="sm">
                {act === "saysFixed" ? "Say it is fixed" : finding.state === "awaiting_verification" ? "Back to In progress" : "Start work"}
              </SubmitButton>
            </form>
          ) : (
            <details
              key={act}
              name="finding-act"
              open={(state.ok === false && state.values.act === act) || undefined}
              className="open:basis-full"
            >
              <summary className={buttonClass("secondary", "sm")}>{opens(act, ask)}</summary>
              <form action={submit} className="mt-3 flex flex-col gap-4 border-b border-border pb-4">
                <ActField finding={finding.id} act={act} />
                <ActFields act={act} ask={ask} state={state.values.act === act ? state : EMPTY_FORM} {...fields} />
              </form>
            </details>
          ),
        )}
      </div>
    </div>
  );
}

const opens = (act: "reopen" | DecideAct, ask: boolean): string =>
  act === "reopen" ? "Reopen…" : ask ? DECIDE_WORDS[act].asks : DECIDE_WORDS[act].opens;

function ActField({ finding, act }: { readonly finding: number; readonly act: OfferedAct }) {
  return (
    <>
      <input type="hidden" name="finding" value={finding} />
      <input type="hidden" name="act" value={act} />
    </>
  );
}

interface ActFieldsProps extends Pick<FindingActsProps, "items" | "people" | "today"> {
  readonly act: "reopen" | DecideAct;
  readonly ask: boolean;
  readonly state: FormState;
}

function ActFields({ act, ask, state, people, ...fields }: ActFieldsProps) {
  if (act === "reopen") {
    return (
      <>
        <p className="text-meta text-fg-muted">Takes back the work and every decision about it. What the scans say stands again.</p>
        <TextareaField state={state} id="reopen-reason" name="reason" label="Why?" start="" />
        <div>
          <SubmitButton pending="Reopening">Reopen it</SubmitButton>
        </div>
      </>
    );
  }
  return (
    <>
      <p className="text-meta text-fg-muted">
        {DECIDE_WORDS[act].means}
        {ask && " Nothing is in force until a lead approves it."}
      </p>
      <DecideFields act={act} state={state} people={ask ? null : people} {...fields} />
      <div>
        <SubmitButton pending="Sending">{ask ? "Ask for it" : DECIDE_WORDS[act].submit}</SubmitButton>
      </div>
    </>
  );
}
