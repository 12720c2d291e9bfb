import type { ReactNode } from "react";
import { SelectionCount } from "./selection-count";

export interface BulkBarProps {
  /** Name of the row boxes, as in Selection. */
  readonly name: string;
  /** One and many: ["finding", "findings"]. */
  readonly noun: readonly [one: string, many: string];
  /** Controls and submit buttons that act on the ticked rows. */
  readonly children: ReactNode;
}

/** What can be done with the ticked rows. Stands above the Table in the same form and shows itself when a row is ticked. */
export function BulkBar({ name, noun, children }: BulkBarProps) {
  return (
    <div className="bulk-bar no-print mb-2 min-h-12 flex-wrap items-center gap-2 rounded-control bg-surface-selected px-3 py-2">
      <SelectionCount name={name} noun={noun} />
      {children}
    </div>
  );
}
