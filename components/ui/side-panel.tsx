import { ArrowLeft, ArrowRight, X } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "./app-link";
import { IconLink } from "./icon-button";

export interface SidePanelLayoutProps {
  readonly children: ReactNode;
  /** A SidePanel, or nothing. */
  readonly panel: ReactNode;
}

/** A list with a panel of 368 px beside it; under 1280 px the open panel takes the place of the list. */
export function SidePanelLayout({ children, panel }: SidePanelLayoutProps) {
  return (
    <div className="side-panel-layout">
      <div className="min-w-0">{children}</div>
      {panel}
    </div>
  );
}

export interface SidePanelProps {
  /** What kind of thing it shows, e.g. "Finding". */
  readonly label: string;
  readonly title: ReactNode;
  /** Pill and number, above the title. */
  readonly head?: ReactNode;
  /** The list without the panel. */
  readonly closeHref: string;
  /** The thing's own page. */
  readonly openHref?: string | undefined;
  readonly children: ReactNode;
}

/** One row of the list in depth. What is open is part of the address. */
export function SidePanel({ label, title, head, closeHref, openHref, children }: SidePanelProps) {
  return (
    <aside aria-label={label} className="side-panel">
      <div className="side-panel-inner px-gutter pt-4 pb-6 xl:px-5">
        <div className="mb-2 flex min-h-6 items-center gap-2">
          <AppLink kind="action" href={closeHref} className="mr-2 inline-flex min-h-6 items-center gap-1 text-meta xl:hidden">
            <ArrowLeft size={14} />
            Back to the list
          </AppLink>
          {head}
          <span className="flex-1" />
          {openHref && <IconLink href={openHref} label="Open its page" icon={ArrowRight} size="sm" tip="start" />}
          <IconLink href={closeHref} label="Close" icon={X} size="sm" tip="start" className="max-xl:hidden" />
        </div>
        <h2>{title}</h2>
        {children}
      </div>
    </aside>
  );
}

export interface PanelBlockProps {
  readonly title: string;
  /** Beside the title, quieter: the source of what follows. */
  readonly remark?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A block of a panel: why, who and when, evidence, fix, history. */
export function PanelBlock({ title, remark, action, children }: PanelBlockProps) {
  return (
    <section className="pt-4">
      <div className="mb-1 flex min-h-6 items-center gap-2 text-small">
        <h3 className="text-small font-medium text-fg-muted">{title}</h3>
        {remark && <span className="text-fg-subtle">{remark}</span>}
        {action && <span className="ml-auto">{action}</span>}
      </div>
      {children}
    </section>
  );
}
