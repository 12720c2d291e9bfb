import { type LucideIcon, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { CurrentLink } from "@/components/ui/current-link";
import { BrandMark } from "./brand-mark";

export interface NavEntry {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly count?: number | undefined;
  /** exact for "/": it is above everything. */
  readonly match?: "exact" | "prefix";
}

export interface AppShellProps {
  /** In order; the first five also make the phone's bottom bar. */
  readonly nav: readonly NavEntry[];
  /** Absent for people who may not upload. */
  readonly uploadHref?: string | undefined;
  /** At the foot of the rail. */
  readonly settings?: NavEntry | undefined;
  readonly topBar: ReactNode;
  /** 56 px at every width. */
  readonly slim?: boolean;
  readonly density?: "compact" | "comfortable" | undefined;
  readonly children: ReactNode;
}

function RailLink({ entry, className = "" }: { readonly entry: NavEntry; readonly className?: string }) {
  const { href, label, icon: Icon, count, match } = entry;
  return (
    <CurrentLink href={href} match={match} className={`rail-link ${className}`}>
      <Icon size={16} className="flex-none" />
      <span className="rail-label">
        {label}
        {count !== undefined && <span className="rail-count">{count}</span>}
      </span>
    </CurrentLink>
  );
}

/** The frame of every page behind the sign-in: skip link, rail or bottom bar, top bar, main. */
export function AppShell({ nav, uploadHref, settings, topBar, slim = false, density, children }: AppShellProps) {
  return (
    <>
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <div className="shell" data-rail={slim ? "slim" : undefined} data-density={density}>
        <div className="rail max-md:hidden">
          <nav aria-label="Main" className="rail-inner">
            <CurrentLink href="/" match="exact" className="rail-brand mb-2 flex h-bar flex-none items-center justify-center gap-2 px-1.5">
              <BrandMark />
              <span className="rail-label text-[0.9375rem] font-semibold tracking-[-0.01em]">Bulkhead</span>
              <span className="sr-only">start page</span>
            </CurrentLink>
            <ul className="flex flex-col gap-0.5">
              {nav.map((entry) => (
                <li key={entry.href}>
                  <RailLink entry={entry} />
                </li>
              ))}
            </ul>
            {uploadHref && (
              <>
                <hr className="my-3" />
                <RailLink entry={{ href: uploadHref, label: "Upload", icon: Upload }} className="rail-primary" />
              </>
            )}
            {settings && (
              <div className="mt-auto pt-3">
                <RailLink entry={settings} />
              </div>
            )}
          </nav>
        </div>
        <div className="flex min-w-0 flex-col bg-surface">
          {topBar}
          <main id="main" tabIndex={-1} className="min-w-0 flex-1 pb-20 md:pb-8">
            {children}
          </main>
        </div>
      </div>
      <nav aria-label="Main" className="tab-bar">
        {nav.slice(0, 5).map(({ href, label, icon: Icon, match }) => (
          <CurrentLink key={href} href={href} match={match}>
            <Icon size={16} />
            {label}
          </CurrentLink>
        ))}
      </nav>
    </>
  );
}
