"use client";

import { X } from "lucide-react";
import { type ReactNode, useId, useRef } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { IconButton } from "./icon-button";

export interface DialogProps {
  /** The words of the button that opens it. They name the verb. */
  readonly trigger: ReactNode;
  readonly triggerVariant?: ButtonVariant;
  readonly triggerSize?: ButtonSize;
  readonly triggerClassName?: string;
  /** Where the same can be done without scripts; the trigger is then a link. */
  readonly href?: string;
  readonly title: string;
  /** Usually a form; its Cancel is a DialogClose. */
  readonly children: ReactNode;
}

/** A native modal dialog: focus goes in and comes back, Escape closes it, the page behind is inert. */
export function Dialog({ trigger, triggerVariant, triggerSize, triggerClassName, href, title, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const open = () => dialog.current?.showModal();
  const look = buttonClass(triggerVariant, triggerSize, triggerClassName);
  return (
    <>
      {href ? (
        <a
          href={href}
          className={look}
          onClick={(event) => {
            event.preventDefault();
            open();
          }}
        >
          {trigger}
        </a>
      ) : (
        <button type="button" className={look} onClick={open}>
          {trigger}
        </button>
      )}
      <dialog ref={dialog} className="dialog whitespace-normal" aria-labelledby={heading}>
        <div className="flex items-start gap-4 px-5 pt-4">
          <h2 id={heading} className="flex-1">
            {title}
          </h2>
          <IconButton label="Close" icon={X} tip="start" onClick={() => dialog.current?.close()} className="-mt-1 -mr-2" />
        </div>
        <div className="px-5 pt-2 pb-5">{children}</div>
      </dialog>
    </>
  );
}
