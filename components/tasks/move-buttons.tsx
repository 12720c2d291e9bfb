"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction } from "@/lib/shared/form-state";
import { TASK_MOVES } from "@/lib/tasks/move-task";
import type { TaskStatus } from "@/lib/tasks/task-status";

const VERB: Readonly<Record<TaskStatus, Partial<Record<TaskStatus, string>>>> = {
  to_do: { in_progress: "Start work", awaiting_verification: "Say it is fixed" },
  in_progress: { awaiting_verification: "Say it is fixed", to_do: "Back to To do" },
  awaiting_verification: { in_progress: "Back to In progress", to_do: "Back to To do" },
  verified: {},
};

/** The way on first, then the way back. */
const ORDER: readonly TaskStatus[] = ["in_progress", "awaiting_verification", "to_do"];

export interface MoveButtonsProps {
  readonly task: { readonly id: number; readonly version: number; readonly status: TaskStatus };
  readonly action: FormAction;
}

/** What can be done with a task now, each as a button. */
export function MoveButtons({ task: { id, version, status }, action }: MoveButtonsProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const moves = ORDER.filter((to) => TASK_MOVES[status].includes(to));
  return (
    <form action={submit} className="flex flex-col gap-2 sm:items-end">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <div className="flex flex-wrap gap-2 sm:justify-end">
        {moves.map((to, index) => (
          <SubmitButton key={to} name="to" value={to} variant={index === 0 && status !== "awaiting_verification" ? "primary" : "secondary"}>
            {VERB[status][to]}
          </SubmitButton>
        ))}
      </div>
      <div className="max-w-80">
        <FormMessage kind="error">{state.ok === false ? state.message : null}</FormMessage>
      </div>
    </form>
  );
}
