import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";

export interface GatePageProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** A form, usually. */
  readonly children: ReactNode;
  /** At the foot of the window: the theme. */
  readonly footer?: ReactNode;
  /** For set-up with more to read: 480 px instead of 320. */
  readonly wide?: boolean;
}

/** The frame of pages without a rail: sign-in, set-up, page not found. */
export function GatePage({ title, subtitle, children, footer, wide = false }: GatePageProps) {
  return (
    <div className="grid min-h-dvh grid-rows-[1fr_auto_1.4fr_auto] justify-items-center bg-surface px-4 py-6">
      <main className={`row-start-2 w-full ${wide ? "max-w-120" : "max-w-80"}`}>
        <span className="-ml-0.75 block">
          <BrandMark size={32} />
        </span>
        <h1 className="mt-4">{title}</h1>
        {subtitle && <p className="mt-1 text-meta text-fg-muted">{subtitle}</p>}
        <div className="mt-5">{children}</div>
      </main>
      {footer && <footer className="row-start-4 text-small text-fg-subtle">{footer}</footer>}
    </div>
  );
}
