"use client";

import { type ReactNode, useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction, type FormState } from "@/lib/shared/form-state";

/** Which model a form changes, and the version it is drawn from. */
export interface EditTarget {
  readonly model: string;
  readonly version: number;
  readonly action: FormAction;
}

export interface EditFormProps extends EditTarget {
  /** What else the form says without being asked: which threat, which element. */
  readonly hidden?: Readonly<Record<string, string | number>>;
  /** The words on the button. */
  readonly save: string;
  readonly pending?: string;
  /** The button's name for ears, where its words do not say enough. */
  readonly spoken?: string;
  /** Where who changes their mind goes. */
  readonly cancelHref?: string;
  readonly variant?: "primary" | "secondary" | "danger";
  readonly size?: "sm" | "md";
  readonly className?: string;
  /** The fields. They put back what was typed. */
  readonly children?: (state: FormState) => ReactNode;
}

/**
 * A form that changes a threat model. Who was overtaken by somebody else keeps what they typed, is led to what the other changed, and
 * may then save on top of it.
 */
export function EditForm({ action, model, version, hidden = {}, className = "flex flex-col gap-4", children, ...buttons }: EditFormProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const { save, pending = "Saving", spoken, cancelHref, variant = "primary", size = "md" } = buttons;
  return (
    <form action={submit} className={className}>
      <FormAnswer state={state} />
      <input type="hidden" name="model" value={model} />
      <input type="hidden" name="version" value={version} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Overtaken state={state} model={model} version={version} />
      {children?.(state)}
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton variant={variant} size={size} pending={pending}>
          {spoken === undefined ? save : <SpokenName seen={save} spoken={spoken} />}
        </SubmitButton>
        {cancelHref && (
          <ButtonLink href={cancelHref} variant="plain">
            Cancel
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

interface OvertakenProps {
  readonly state: FormState;
  readonly model: string;
  readonly version: number;
}

/** The two ways on after a conflict: see what the other did, and save all the same. */
function Overtaken({ state, model, version }: OvertakenProps) {
  const { newVersion } = state.result;
  if (newVersion === undefined || Number(newVersion) <= version) return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <a
        href={`/threats/${model}/history?version=${newVersion}`}
        target="_blank"
        rel="noopener"
        className="py-0.5 text-meta text-accent underline decoration-1 underline-offset-3"
      >
        See what version {newVersion} changed (opens a new tab)
      </a>
      <SubmitButton name="version" value={newVersion} variant="secondary" size="sm" pending="Saving">
        Save mine on top of version {newVersion}
      </SubmitButton>
    </div>
  );
}

/** Words for eyes and more words for ears; both begin alike, so that who speaks to the machine is understood. */
const SpokenName = ({ seen, spoken }: { readonly seen: string; readonly spoken: string }) => (
  <>
    <span aria-hidden>{seen}</span>
    <span className="sr-only">{spoken}</span>
  </>
);
