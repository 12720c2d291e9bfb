import type { ReactNode } from "react";

export interface ToolbarProps {
  /** Names the row of filters for ears. */
  readonly label: string;
  readonly children: ReactNode;
  /** At the right edge: order, grouping, export. */
  readonly end?: ReactNode;
  readonly bleed?: boolean;
}

/** Filters and orders above a list. */
export function Toolbar({ label, children, end, bleed = false }: ToolbarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look and a legend of its own.
    <div role="group" aria-label={label} className={`no-print flex min-h-12 flex-wrap items-center gap-2 py-2 ${bleed ? "px-gutter" : ""}`}>
      {children}
      {end && <div className="ml-auto flex flex-wrap items-center gap-2">{end}</div>}
    </div>
  );
}
