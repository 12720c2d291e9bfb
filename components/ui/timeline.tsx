import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { type Tone, toneClass } from "./tone";

export interface TimelineEntry {
  readonly key: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
  /** A Time. */
  readonly at: ReactNode;
  readonly children: ReactNode;
}

/** What happened, in order: icon, time, words. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol>
      {entries.map(({ key, icon: Icon, tone, at, children }) => (
        <li key={key} className={classNames("grid grid-cols-[1rem_4rem_minmax(0,1fr)] gap-2 py-1 text-meta", toneClass(tone))}>
          <Icon size={14} className="mt-0.75 text-tone" />
          <span className="text-fg-subtle">{at}</span>
          <div>{children}</div>
        </li>
      ))}
    </ol>
  );
}
