import { Fragment } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import { taskName } from "@/lib/tasks/task-priority";
import type { SearchParams } from "./task-query";

/** What the form that made tasks says of them in the address it goes to. */
export interface Made {
  readonly taskIds: readonly number[];
  /** Findings of which no task was made. */
  readonly left: number;
}

/** Null where nothing was just made, and for an address that somebody garbled. */
export function readMade({ made, left }: SearchParams): Made | null {
  if (typeof made !== "string" || !/^\d{1,9}(,\d{1,9}){0,199}$/.test(made)) return null;
  return { taskIds: made.split(",").map(Number), left: typeof left === "string" && /^\d{1,4}$/.test(left) ? Number(left) : 0 };
}

/** Confirms what was made. */
export function MadeStrip({ made }: { readonly made: Made | null }) {
  if (made === null) return null;
  return (
    <div className="px-gutter pb-3">
      <Callout kind="success" live title={made.taskIds.length === 1 ? "The task is made" : `${made.taskIds.length} tasks are made`}>
        <p className="text-meta">
          {made.taskIds.length > 1 &&
            made.taskIds.map((id, index) => (
              <Fragment key={id}>
                {index > 0 && ", "}
                <AppLink href={`/tasks/${id}`}>{taskName(id)}</AppLink>
              </Fragment>
            ))}
          {made.taskIds.length > 1 && ". "}
          {made.left > 0 &&
            `${made.left} ${made.left === 1 ? "finding was" : "findings were"} left out: in an open task, passing, or decided on. `}
          The next scan that passes closes {made.taskIds.length === 1 ? "it" : "them"}, host by host.
        </p>
      </Callout>
    </div>
  );
}
