export interface StepPoint {
  readonly at: Date;
  readonly value: number;
}

export interface StepLineProps {
  /** In order of time. */
  readonly points: readonly StepPoint[];
  readonly from: Date;
  readonly to: Date;
  /** What the whole height stands for. */
  readonly max: number;
  /** Where something else changed: dashed lines across. */
  readonly marks?: readonly Date[];
  /** What it shows, in words with its numbers. */
  readonly label: string;
}

const WIDTH = 300;
const HEIGHT = 56;
const INSET = 4;

/** A count that holds until it changes, drawn on the server: grey, with one point in the accent where it stands now. */
export function StepLine({ points, from, to, max, marks = [], label }: StepLineProps) {
  const span = Math.max(1, to.getTime() - from.getTime());
  const x = (at: Date): number => round(INSET + ((WIDTH - 2 * INSET) * Math.max(0, at.getTime() - from.getTime())) / span);
  const y = (value: number): number => round(HEIGHT - INSET - ((HEIGHT - 2 * INSET) * value) / Math.max(1, max));
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const steps = points.map(({ at, value }, index) => (index === 0 ? `M${x(at)} ${y(value)}` : `H${x(at)}V${y(value)}`));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block h-auto w-full max-w-80" role="img" aria-label={label}>
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} className="stroke-border" fill="none" />
      {marks.map((at) => (
        <path key={at.getTime()} d={`M${x(at)} 0V${HEIGHT}`} className="stroke-border-strong" fill="none" strokeDasharray="3 3" />
      ))}
      <path d={`${steps.join("")}H${x(to)}`} className="stroke-fg-subtle" fill="none" strokeWidth={1.5} strokeLinejoin="round" />
      <circle cx={x(to)} cy={y(last.value)} r={3} className="fill-accent" />
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
