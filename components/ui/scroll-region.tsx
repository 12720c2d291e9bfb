import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface ScrollRegionProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Something wider than the phone that scrolls in itself: heatmap, diagram. Keyboards reach it because it takes focus. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable).
    <section aria-label={label} tabIndex={0} className={classNames("overflow-x-auto", className)}>
      {children}
    </section>
  );
}
