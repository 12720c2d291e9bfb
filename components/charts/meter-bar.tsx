export interface MeterBarProps {
  readonly value: number;
  readonly of: number;
}

/** A share of a known whole in one grey; the numbers stand beside it and are what is read out. */
export function MeterBar({ value, of }: MeterBarProps) {
  return (
    <span aria-hidden className="block h-2 w-full rounded-[1px] bg-surface-hover">
      <span
        className="mark-fill block h-2 rounded-[1px] bg-fg-subtle"
        style={{ width: `${of > 0 ? Math.min(100, (100 * value) / of) : 0}%` }}
      />
    </span>
  );
}
