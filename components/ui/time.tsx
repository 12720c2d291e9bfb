import { classNames } from "./class-names";
import { formatAgo, formatDay, formatDistance, formatMoment, formatStamp } from "./time-format";

/** ago: "2 d ago". age: "2 d". day: "21 Nov". moment: "21 Nov 09:14". stamp: "21 Nov 2026, 09:14 UTC". */
export type TimeStyle = "ago" | "age" | "day" | "moment" | "stamp";

export interface TimeProps {
  readonly at: Date | string;
  /** The moment the page was rendered; the same for every Time on it. */
  readonly now: Date;
  readonly as?: TimeStyle;
  readonly className?: string;
}

const FORMAT: Readonly<Record<TimeStyle, (at: Date, now: Date) => string>> = {
  ago: formatAgo,
  age: (at, now) => formatDistance(now.getTime() - at.getTime()),
  day: formatDay,
  moment: formatMoment,
  stamp: formatStamp,
};

/** A moment. The title gives it in full; on paper relative times are printed in full. */
export function Time({ at, now, as = "ago", className }: TimeProps) {
  const date = typeof at === "string" ? new Date(at) : at;
  const relative = as === "ago" || as === "age";
  return (
    <time dateTime={date.toISOString()} title={formatStamp(date)} className={classNames("whitespace-nowrap", relative && "ago", className)}>
      {FORMAT[as](date, now)}
    </time>
  );
}
