import type { ReactNode } from "react";
import { AppLink } from "./app-link";

export interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  /** The denominator, e.g. "of 927 assessed". */
  readonly of?: ReactNode;
  /** Exactly the rows that make the number. */
  readonly href: string;
  /** A Sparkline, 64 x 24. */
  readonly chart?: ReactNode;
  readonly note?: ReactNode;
}

/** The few numbers of a page, in one ruled strip. Every number leads to what it counts. */
export function Figures({ items }: { readonly items: readonly Figure[] }) {
  return (
    <ul className="figures grid grid-cols-2 border-y border-border lg:grid-cols-[1.25fr_repeat(3,minmax(0,1fr))]">
      {items.map(({ label, value, of, href, chart, note }) => (
        <li key={label} className="relative min-w-0">
          <AppLink kind="bare" href={href} className="block text-meta text-fg-muted after:absolute after:inset-0">
            {label}
            <span className="mt-1 flex min-h-8 flex-wrap items-baseline gap-x-2 text-fg">
              <span className="text-display font-semibold tracking-[-0.02em]">{value}</span>
              {of && <span className="text-meta text-fg-subtle">{of}</span>}
            </span>
          </AppLink>
          {chart && <span className="absolute top-10 right-5 max-sm:hidden">{chart}</span>}
          {note && <div className="mt-1 flex items-center gap-1 text-small text-fg-muted">{note}</div>}
        </li>
      ))}
    </ul>
  );
}
