"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export interface CurrentLinkProps {
  readonly href: string;
  /** prefix: also current on the pages below it. */
  readonly match?: "exact" | "prefix" | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A link that marks itself aria-current="page" when its path is shown. Layouts need it: they are not told the path. */
export function CurrentLink({ href, match = "prefix", className, children }: CurrentLinkProps) {
  const pathname = usePathname();
  const path = href.split(/[?#]/, 1)[0] ?? href;
  const current = pathname === path || (match === "prefix" && path !== "/" && pathname.startsWith(`${path}/`));
  return (
    <Link href={href as Route} className={className} aria-current={current ? "page" : undefined}>
      {children}
    </Link>
  );
}
