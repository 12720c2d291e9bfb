import { StepLine } from "@/components/charts/step-line";
import { TableTwin } from "@/components/charts/table-twin";
import { TrendIsland } from "@/components/charts/trend-island";
import type { TrendSeries } from "@/components/charts/trend-series";
import { formatStamp } from "@/components/ui/time-format";
import { counted } from "@/lib/shared/counted";

/** A scan of the line, and how many findings of its host were failing when it had been taken in. */
export interface OpenPoint {
  readonly id: number;
  readonly ranAt: Date;
  readonly complete: boolean;
  readonly open: number;
  /** Printed as failing by this scan alone. */
  readonly failing: number;
  /** "v1.3.5 → v1.6.1" where the tool's edition changed with this scan; null elsewhere. */
  readonly editionChange: string | null;
}

const OPEN: TrendSeries = { key: "open", label: "Open findings", colour: "warn" };

/** Open findings after each scan, oldest first: what is known of the host, so that a scan of a part does not lower the line. */
export function OpenTrend({ points, host }: { readonly points: readonly OpenPoint[]; readonly host: string }) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const marks = points.flatMap(({ ranAt, editionChange }) => (editionChange === null ? [] : [{ at: ranAt, label: editionChange }]));
  return (
    <figure className="mt-3">
      <figcaption className="sr-only">Open findings of {host} after each scan</figcaption>
      <div className="needs-script no-print">
        <TrendIsland
          points={points.map(({ ranAt, open, complete }) => ({ at: ranAt.toISOString(), values: { open }, partial: !complete }))}
          series={[OPEN]}
          marks={marks.map(({ at }) => at.toISOString())}
        />
      </div>
      <div className="hidden print:block [@media(scripting:none)]:block">
        <StepLine
          points={points.map(({ ranAt, open }) => ({ at: ranAt, value: open }))}
          from={first.ranAt}
          to={last.ranAt}
          max={Math.max(...points.map(({ open }) => open))}
          marks={marks.map(({ at }) => at)}
          label={`${counted(last.open, "open finding")} after the newest of these scans, ${first.open} after the oldest`}
        />
      </div>
      {(marks.length > 0 || points.some(({ complete }) => !complete)) && (
        <p className="mb-1 text-small text-fg-muted">
          {[
            points.some(({ complete }) => !complete) && "A hollow point is a partial scan: what it did not test keeps its state.",
            marks.length > 0 && `A dashed line is where the tool's edition changed: ${marks.map(({ label }) => label).join(", then ")}.`,
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
      )}
      <TableTwin
        caption={`Open findings of ${host} after each scan`}
        columns={["Scan", OPEN.label, "Failing in it", "Remarks"]}
        rows={points.map((point) => [`Scan ${point.id}, ${formatStamp(point.ranAt)}`, point.open, point.failing, remarkOf(point)])}
      />
    </figure>
  );
}

const remarkOf = ({ complete, editionChange }: OpenPoint): string =>
  [complete ? null : "partial", editionChange === null ? null : `edition ${editionChange}`].filter((part) => part !== null).join(", ");
