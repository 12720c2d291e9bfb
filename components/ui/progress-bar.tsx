import { classNames } from "./class-names";

export interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  readonly max?: number;
  readonly className?: string;
}

/** How far something under way has come, with the number beside it. */
export function ProgressBar({ label, value, max = 100, className }: ProgressBarProps) {
  const percent = max > 0 ? Math.round((100 * value) / max) : 0;
  return (
    <span className={classNames("inline-flex items-center gap-2", className)}>
      <progress className="progress" aria-label={label} value={value} max={max} />
      <span className="text-small text-fg-muted" aria-hidden>
        {percent}&nbsp;%
      </span>
    </span>
  );
}

export interface StepBarProps {
  readonly done: number;
  readonly of: number;
  /** The words beside it, e.g. "hosts verified": "3 of 4 hosts verified". */
  readonly words: string;
}

/** Few whole steps as cells; above twelve the cells become one bar. */
export function StepBar({ done, of, words }: StepBarProps) {
  const cells = Array.from({ length: of }, (_, index) => index < done);
  return (
    <span className="inline-flex flex-wrap items-center gap-2 text-small text-fg-muted">
      {of <= 12 ? (
        <span className="flex gap-0.5" aria-hidden>
          {cells.map((full, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the cells have no identity but their place.
              key={index}
              className={classNames("mark-fill h-1 w-3 rounded-[1px]", full ? "bg-green-solid" : "bg-border")}
            />
          ))}
        </span>
      ) : (
        <span className="h-1 w-20 rounded-[1px] bg-border" aria-hidden>
          <span className="mark-fill block h-1 rounded-[1px] bg-green-solid" style={{ width: `${(100 * done) / of}%` }} />
        </span>
      )}
      {done} of {of} {words}
    </span>
  );
}
