import type { ReactNode } from "react";

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** One sentence: why there is nothing, and what brings something. */
  readonly children?: ReactNode;
  /** A ButtonLink and perhaps a second one; the next step, never decoration. */
  readonly actions?: ReactNode;
  readonly level?: 2 | 3;
}

/** What stands where a list would be. */
export function EmptyState({ title, children, actions, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="border-y border-border py-10">
      <Heading className="text-h2">{title}</Heading>
      {children && <div className="mt-1 max-w-prose text-fg-muted">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
