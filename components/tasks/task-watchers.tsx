"use client";

import { Eye, EyeOff } from "lucide-react";
import { useActionState } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction } from "@/lib/shared/form-state";

export interface TaskWatchersProps {
  readonly taskId: number;
  /** By name. */
  readonly watchers: readonly string[];
  /** Null for who cannot watch: a token of nobody. */
  readonly watching: boolean | null;
  readonly action: FormAction;
}

/** Who is told what happens to a task, and the way to be among them or not. */
export function TaskWatchers({ taskId, watchers, watching, action }: TaskWatchersProps) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <section aria-labelledby="watchers" className="mt-5 border-t border-border pt-4">
      <div className="flex items-center justify-between gap-3">
        <h2 id="watchers">Watchers</h2>
        {watching !== null && (
          <form action={submit}>
            <input type="hidden" name="id" value={taskId} />
            <SubmitButton variant="secondary" size="sm" name="watch" value={watching ? "no" : "yes"}>
              {watching ? <EyeOff size={14} /> : <Eye size={14} />}
              {watching ? "Stop watching" : "Watch"}
            </SubmitButton>
          </form>
        )}
      </div>
      <p className="mt-1 text-meta wrap-anywhere text-fg-muted">
        {watchers.length === 0 ? "Nobody watches this task." : watchers.join(", ")}
      </p>
      <FormMessage kind="error">{state.ok === false ? state.message : null}</FormMessage>
    </section>
  );
}
