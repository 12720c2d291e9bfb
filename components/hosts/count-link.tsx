import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";

export interface CountLinkProps {
  readonly count: number;
  /** Exactly the rows that make the number. */
  readonly href: string;
  /** What is counted, "regressed": for ears, and for the phone, which has no heads. */
  readonly words: string;
  /** For ears alone, after it: "on web-01". */
  readonly on: string;
  /** What stands for none; a plain 0 unless told. */
  readonly none?: ReactNode;
  /** As the column it stands in. */
  readonly align?: "end" | "center";
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A number in a table that leads to what it counts. None leads nowhere. */
export function CountLink({ count, href, words, on, none = "0", align = "end", className = "", children }: CountLinkProps) {
  if (count === 0) {
    return (
      <span className="text-fg-subtle">
        <span aria-hidden className="max-md:hidden">
          {none}
        </span>
        <span className="sr-only">
          0 {words} {on}
        </span>
      </span>
    );
  }
  return (
    <AppLink
      kind="bare"
      href={href}
      className={`inline-flex min-h-6 min-w-6 items-center gap-1 underline-offset-3 hover:underline ${align === "end" ? "md:justify-end" : "md:justify-center"} ${className}`}
    >
      {children}
      {count}
      <span className="md:sr-only">{` ${words}`}</span>
      <span className="sr-only">{` ${on}`}</span>
    </AppLink>
  );
}
