import { StrideChip } from "@/components/findings/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { STRIDE_CATEGORIES, STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import { MeterBar } from "./meter-bar";

export interface StrideBarsProps {
  readonly counts: Readonly<Record<StrideLetter, number>>;
  /** What the numbers count, for ears: "open findings". */
  readonly noun: string;
  readonly href: (letter: StrideLetter) => string;
  /** The same whole for all six, if there is one; else the largest count. */
  readonly of?: number;
}

/** Six counts in the fixed order, each a link to exactly its rows. */
export function StrideBars({ counts, noun, href, of }: StrideBarsProps) {
  const whole = of ?? Math.max(1, ...STRIDE_LETTERS.map((letter) => counts[letter]));
  return (
    <ul>
      {STRIDE_LETTERS.map((letter) => (
        <li key={letter} className="border-b border-border last:border-b-0">
          <AppLink
            kind="bare"
            href={href(letter)}
            className="grid min-h-9 grid-cols-[1.25rem_minmax(9rem,10.5rem)_minmax(0,1fr)_2.5rem] items-center gap-3 hover:bg-surface-hover"
          >
            <StrideChip letter={letter} decorative />
            <span className="text-meta">{STRIDE_CATEGORIES[letter].name}</span>
            <MeterBar value={counts[letter]} of={whole} />
            <span className="text-end font-medium">
              {counts[letter]}
              <span className="sr-only"> {noun}</span>
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

/** The same six numbers in one line of text: "S 2  T 3 …". */
export function StrideCounts({ counts }: { readonly counts: Readonly<Record<StrideLetter, number>> }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {STRIDE_LETTERS.map((letter) => (
        <span key={letter} className="inline-flex gap-1">
          <abbr title={STRIDE_CATEGORIES[letter].name} className="font-semibold text-fg no-underline">
            {letter}
          </abbr>
          {counts[letter]}
        </span>
      ))}
    </span>
  );
}
