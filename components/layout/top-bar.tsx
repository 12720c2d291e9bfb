import { Bell, Search, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { CurrentLink } from "@/components/ui/current-link";
import { IconLink } from "@/components/ui/icon-button";
import { BrandMark } from "./brand-mark";

export interface TopBarProps {
  /** A SearchForm; from 768 px on. */
  readonly search?: ReactNode;
  /** The search page, for the phone, where the field has no room. */
  readonly searchHref?: string | undefined;
  /** For the phone, whose bottom bar has no place for it. */
  readonly uploadHref?: string | undefined;
  /** The inbox, and how much of it is new. */
  readonly inbox?: { readonly href: string; readonly unread: number } | undefined;
  /** A ThemeToggle; from 768 px on. The user menu has the theme at every width. */
  readonly themeToggle?: ReactNode;
  /** A UserMenu. */
  readonly userMenu?: ReactNode;
}

/** The bar over every page. The trail in it comes from the page: see PageHead. */
export function TopBar({ search, searchHref, uploadHref, inbox, themeToggle, userMenu }: TopBarProps) {
  return (
    <header className="app-bar">
      <CurrentLink href="/" match="exact" className="-m-1 rounded-control p-1 md:hidden">
        <BrandMark />
        <span className="sr-only">Bulkhead, start</span>
      </CurrentLink>
      <span className="flex-1" />
      {search && <div className="w-58 max-md:hidden">{search}</div>}
      {searchHref && <IconLink href={searchHref} label="Search" icon={Search} tip="start" className="md:hidden" />}
      {uploadHref && <IconLink href={uploadHref} label="Upload" icon={Upload} tip="start" className="md:hidden" />}
      {inbox && (
        <span className="relative">
          <IconLink href={inbox.href} label={inbox.unread === 0 ? "Inbox" : `Inbox, ${inbox.unread} new`} icon={Bell} tip="start" />
          {inbox.unread > 0 && (
            <span
              aria-hidden
              className="pointer-events-none absolute -top-0.5 -right-0.5 rounded-full bg-accent px-1 text-[0.625rem]/4 font-semibold text-accent-fg"
            >
              {inbox.unread > 99 ? "99+" : inbox.unread}
            </span>
          )}
        </span>
      )}
      {themeToggle && <div className="max-md:hidden">{themeToggle}</div>}
      {userMenu}
    </header>
  );
}
