import type { LucideIcon } from "lucide-react";
import { AppLink } from "./app-link";

export interface Segment {
  readonly href: string;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly current: boolean;
}

export interface SegmentedProps {
  readonly label: string;
  readonly items: readonly Segment[];
}

/** Two to four ways to look at the same thing; one is on. */
export function Segmented({ label, items }: SegmentedProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex w-fit max-w-full">
        {items.map(({ href, label: name, icon: Icon, current }) => (
          <li key={href} className="-ml-px first:ml-0 [&:first-child>a]:rounded-l-control [&:last-child>a]:rounded-r-control">
            <AppLink
              kind="bare"
              replace
              href={href}
              aria-current={current ? "page" : undefined}
              className="relative flex min-h-9 items-center gap-1.5 border border-border-soft px-2 text-meta font-medium text-fg-muted hover:text-fg focus-visible:z-1 min-[22.5rem]:px-3 aria-[current=page]:bg-accent-subtle aria-[current=page]:text-accent md:min-h-8"
            >
              {Icon && <Icon size={14} className="max-[22.5rem]:hidden" />}
              {name}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
