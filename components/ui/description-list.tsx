import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface Description {
  readonly term: string;
  readonly description: ReactNode;
}

export interface DescriptionListProps {
  readonly items: readonly Description[];
  readonly className?: string;
}

/** Names and values, side by side. */
export function DescriptionList({ items, className }: DescriptionListProps) {
  return (
    <dl className={classNames("grid grid-cols-[minmax(5.5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 text-meta", className)}>
      {items.map(({ term, description }) => (
        <div key={term} className="contents">
          <dt className="py-0.5 text-fg-subtle">{term}</dt>
          <dd className="min-w-0 py-0.5">{description}</dd>
        </div>
      ))}
    </dl>
  );
}
