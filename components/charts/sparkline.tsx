/** Runs of points without a gap. A missing value (not assessed) breaks the line; it is never drawn as zero. */
function linePath(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number): string {
  let path = "";
  let pen = false;
  values.forEach((value, index) => {
    if (value !== null) path += `${pen ? "L" : "M"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = value !== null;
  });
  return path;
}

export interface SparklineProps {
  /** Oldest first; null where nothing was assessed. */
  readonly values: readonly (number | null)[];
  /** Says the course in words, "Open findings, 90 days: 41 to 33". Left out when the words stand beside it. */
  readonly label?: string;
  readonly width?: number;
  readonly height?: number;
  /** Ends of the scale; of the values unless told. */
  readonly min?: number;
  readonly max?: number;
  readonly baseline?: boolean;
}

/** A small line, grey with one blue end. Drawn on the server. */
export function Sparkline({ values, label, width = 72, height = 20, min, max, baseline = false }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  const low = min ?? Math.min(...known);
  const high = max ?? Math.max(...known);
  const pad = 3;
  const x = (index: number): number => pad + (values.length > 1 ? index / (values.length - 1) : 1) * (width - 2 * pad);
  const y = (value: number): number => (high === low ? height / 2 : height - pad - ((value - low) / (high - low)) * (height - 2 * pad));
  const end = values.findLastIndex((value) => value !== null);
  const last = values[end];
  const drawing = (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="block" aria-hidden="true">
      {baseline && <path d={`M0 ${height - 0.5}H${width}`} className="stroke-border" />}
      {known.length > 0 && (
        <path d={linePath(values, x, y)} className="fill-none stroke-fg-muted stroke-[1.5]" strokeLinecap="round" strokeLinejoin="round" />
      )}
      {typeof last === "number" && <circle cx={x(end)} cy={y(last)} r={2.5} className="fill-accent" />}
    </svg>
  );
  if (!label) return drawing;
  return (
    <span role="img" aria-label={label} className="block">
      {drawing}
    </span>
  );
}
