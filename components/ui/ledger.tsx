import type { LucideIcon } from "lucide-react";
import { AppLink } from "./app-link";
import { type Tone, toneClass } from "./tone";

export interface LedgerEntry {
  readonly key: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly count: number;
  /** Lower case, after the number: "regressed". */
  readonly label: string;
  readonly href: string;
}

/** How many there are of each kind, each a link to them. */
export function Ledger({ label, entries }: { readonly label: string; readonly entries: readonly LedgerEntry[] }) {
  return (
    <ul aria-label={label} className="grid grid-cols-2 gap-x-4 gap-y-1 sm:flex sm:flex-wrap sm:gap-x-6 sm:gap-y-2">
      {entries.map(({ key, icon: Icon, tone, count, label: words, href }) => (
        <li key={key} className={toneClass(tone)}>
          <AppLink
            kind="bare"
            href={href}
            className="flex min-h-6 items-baseline gap-1.5 text-meta text-fg-muted underline-offset-3 hover:underline"
          >
            <Icon size={14} className="self-center text-tone" />
            <span className="text-h2 font-semibold text-fg">{count}</span>
            {words}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
