import { TableTwin } from "./table-twin";
import { TrendIsland } from "./trend-island";
import { type TrendColour, type TrendPoint, type TrendSeries, trendDay } from "./trend-series";

export interface TrendChartProps {
  /** What is drawn: "Open findings, last 90 days". The name of the figure and the caption of its table. */
  readonly caption: string;
  readonly points: readonly TrendPoint[];
  readonly series: readonly TrendSeries[];
}

const SWATCH: Readonly<Record<TrendColour, string>> = {
  accent: "bg-accent",
  warn: "bg-viz-warn",
  note: "bg-viz-note",
  info: "bg-viz-info",
  pass: "bg-viz-pass",
  grey: "bg-fg-subtle",
};

/** A trend over time: interactive lines, a key in words, and the same numbers as a table, which needs no script and prints. */
export function TrendChart({ caption, points, series }: TrendChartProps) {
  return (
    <figure>
      <figcaption className="sr-only">{caption}</figcaption>
      <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-small text-fg-muted">
        {series.map(({ key, label, colour }) => (
          <li key={key} className="flex items-center gap-1.5">
            <span className={`mark-fill h-0.5 w-4 ${SWATCH[colour]}`} />
            {label}
          </li>
        ))}
      </ul>
      <div className="needs-script no-print">
        <TrendIsland points={points} series={series} />
      </div>
      <TableTwin
        caption={caption}
        columns={["Day", ...series.map(({ label }) => label)]}
        rows={points.map(({ at, values }) => [trendDay(at), ...series.map(({ key }) => values[key] ?? "not assessed")])}
      />
    </figure>
  );
}
