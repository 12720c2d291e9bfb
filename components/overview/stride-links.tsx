import { AppLink } from "@/components/ui/app-link";
import { STRIDE_CATEGORIES, STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";

export interface StrideLinksProps {
  readonly counts: Readonly<Record<StrideLetter, number>>;
  /** What is counted, for ears: "unmitigated". */
  readonly words: string;
  readonly href: (letter: StrideLetter) => string;
}

/** Six counts in one line, each leading to its rows: "S 12  T 88 …". */
export function StrideLinks({ counts, words, href }: StrideLinksProps) {
  return (
    <span className="relative z-1 -ml-1 grid grid-cols-3 gap-x-1 2xl:flex">
      {STRIDE_LETTERS.map((letter) => (
        <AppLink
          key={letter}
          kind="bare"
          href={href(letter)}
          title={STRIDE_CATEGORIES[letter].name}
          className="inline-flex min-h-6 min-w-6 items-center gap-1 px-1 hover:text-accent"
        >
          <span className="font-semibold text-fg">{letter}</span>
          {counts[letter]}
          <span className="sr-only">
            {" "}
            {words} under {STRIDE_CATEGORIES[letter].name}
          </span>
        </AppLink>
      ))}
    </span>
  );
}
