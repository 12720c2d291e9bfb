import type { ReactNode } from "react";
import { SelectionCount, type SelectionCountProps } from "./selection-count";

/** `name` is that of the row boxes, as in Selection; `noun` one and many: ["finding", "findings"]. */
export interface BulkBarProps extends SelectionCountProps {
  /** Controls and submit buttons that act on the ticked rows. */
  readonly children: ReactNode;
}

/** What can be done with the ticked rows. Stands above the Table in the same form, or in the same `data-bulk`, and shows itself when a row is ticked. */
export function BulkBar({ name, noun, whole, children }: BulkBarProps) {
  return (
    <div className="bulk-bar no-print mb-2 min-h-12 flex-wrap items-center gap-2 rounded-control bg-surface-selected px-3 py-2">
      <SelectionCount name={name} noun={noun} whole={whole} />
      {children}
    </div>
  );
}
