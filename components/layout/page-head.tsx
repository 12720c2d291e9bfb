import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

export interface PageHeadProps {
  readonly title: ReactNode;
  /** The pages above this one, outermost first. */
  readonly crumbs?: readonly Crumb[];
  /** This page's name in the trail; the title when that is a string. */
  readonly crumb?: string;
  /** One quieter line under the title: a DotList or words. */
  readonly meta?: ReactNode;
  /** Buttons; at most one of them primary. */
  readonly actions?: ReactNode;
  /** Under the head, before what follows: a Ledger. */
  readonly children?: ReactNode;
}

/**
 * The head of a page, and its trail in the top bar. It must be a direct child of main (or of a fragment there), because the trail
 * sticks only as long as its parent is in sight.
 */
export function PageHead({ title, crumbs = [], crumb, meta, actions, children }: PageHeadProps) {
  const here = crumb ?? (typeof title === "string" ? title : undefined);
  return (
    <>
      <nav aria-label="Breadcrumb" className="trail">
        <ol className="flex min-w-0 items-center gap-2 text-meta whitespace-nowrap text-fg-muted">
          {crumbs.map(({ label, href }) => (
            <li key={href} className="flex max-w-28 min-w-0 flex-none items-center gap-2 max-md:hidden max-md:nth-last-2:flex md:max-w-40">
              <AppLink
                kind="bare"
                href={href}
                className="min-h-6 truncate py-0.5 hover:text-fg hover:underline focus-visible:-outline-offset-2"
              >
                {label}
              </AppLink>
              <span aria-hidden className="text-fg-subtle">
                /
              </span>
            </li>
          ))}
          {here && (
            <li className="min-w-0 truncate font-medium text-fg" aria-current="page">
              {here}
            </li>
          )}
        </ol>
      </nav>
      <div className="px-gutter pt-4 pb-4 md:pt-5 md:pb-5">
        <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-start sm:gap-4">
          <div className="min-w-0 flex-1">
            <h1 className="wrap-anywhere">{title}</h1>
            {meta && <div className="mt-1 text-meta text-fg-muted">{meta}</div>}
          </div>
          {actions && <div className="no-print flex flex-none flex-wrap gap-2">{actions}</div>}
        </div>
        {children && <div className="mt-3">{children}</div>}
      </div>
    </>
  );
}
