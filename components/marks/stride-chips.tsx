import { classNames } from "@/components/ui/class-names";
import { STRIDE_CATEGORIES, type StrideLetter } from "@/lib/stride/categories";

const GROUND: Readonly<Record<StrideLetter, string>> = {
  S: "bg-stride-s",
  T: "bg-stride-t",
  R: "bg-stride-r",
  I: "bg-stride-i",
  D: "bg-stride-d",
  E: "bg-stride-e",
};

export interface StrideChipProps {
  readonly letter: StrideLetter;
  /** True when the word stands beside it, so that it is not said twice. */
  readonly decorative?: boolean;
}

/** One STRIDE letter, 20 px square. */
export function StrideChip({ letter, decorative = false }: StrideChipProps) {
  const { name } = STRIDE_CATEGORIES[letter];
  const named = decorative ? ({ "aria-hidden": true } as const) : ({ role: "img", "aria-label": name, title: name } as const);
  return (
    <span
      {...named}
      className={classNames(
        "inline-flex size-5 flex-none items-center justify-center rounded-chip align-middle text-small font-bold text-on-solid forced-colors:border",
        GROUND[letter],
      )}
    >
      {letter}
    </span>
  );
}

/** The letters a check or threat bears on, the primary one first. */
export function StrideChips({ letters }: { readonly letters: readonly StrideLetter[] }) {
  if (letters.length === 0) return <span className="text-meta text-fg-subtle">Not mapped</span>;
  return (
    <span className="inline-flex gap-0.5 align-middle">
      {letters.map((letter) => (
        <StrideChip key={letter} letter={letter} />
      ))}
    </span>
  );
}

/** A letter with its full name: chip and word. */
export function StrideName({ letter }: { readonly letter: StrideLetter }) {
  return (
    <span className="inline-flex items-center gap-2">
      <StrideChip letter={letter} decorative />
      {STRIDE_CATEGORIES[letter].name}
    </span>
  );
}
