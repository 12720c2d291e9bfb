"use client";

import { useActionState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { FormMessage } from "@/components/ui/form-message";
import { Menu } from "@/components/ui/menu";
import { EMPTY_FORM, type FormAction } from "@/lib/shared/form-state";
import { TASK_MOVES } from "@/lib/tasks/move-task";
import { taskName } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS, type TaskStatus } from "@/lib/tasks/task-status";
import { TASK_STATUS_LOOK } from "./task-status-pill";

export interface MoveMenuProps {
  readonly task: { readonly id: number; readonly version: number; readonly status: TaskStatus };
  readonly action: FormAction;
}

/** "Move to…" of one task: a menu of buttons in a form. Not shown where nobody may move it. */
export function MoveMenu({ task: { id, version, status }, action }: MoveMenuProps) {
  const [state, submit, pending] = useActionState(action, EMPTY_FORM);
  if (TASK_MOVES[status].length === 0) return null;
  return (
    <div className="relative">
      {/* A new key closes the menu once it was answered. */}
      <Menu key={`${version} ${state.ok}`} label={`Move ${taskName(id)}`}>
        <form action={submit}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          {TASK_MOVES[status].map((to) => {
            const Icon = TASK_STATUS_LOOK[to].icon;
            return (
              <button
                key={to}
                type="submit"
                name="to"
                value={to}
                className="menu-item whitespace-nowrap"
                aria-disabled={pending || undefined}
              >
                <Icon size={14} className="flex-none text-fg-subtle" />
                Move to {TASK_STATUS_LABELS[to]}
              </button>
            );
          })}
        </form>
      </Menu>
      <div className={state.message ? "popover right-0 w-64 p-3! text-start whitespace-normal" : undefined}>
        <FormMessage kind="error">{state.ok === false ? state.message : null}</FormMessage>
        {state.ok === false && (
          <AppLink kind="action" href={`/tasks/${id}`} className="text-meta">
            Open {taskName(id)}
          </AppLink>
        )}
      </div>
    </div>
  );
}
