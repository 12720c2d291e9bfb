import { TableTwin } from "@/components/charts/table-twin";
import { TrendIsland } from "@/components/charts/trend-island";
import type { TrendPoint, TrendSeries } from "@/components/charts/trend-series";
import { formatStamp } from "@/components/ui/time-format";
import type { ScanRow } from "@/lib/data/scans";

/** WARN and kube-bench's FAIL are one thing here: the tool tested it and it fails. */
export const failingIn = ({ levels }: Pick<ScanRow, "levels">): number => levels.WARN + levels.FAIL;

const FAILING: TrendSeries = { key: "failing", label: "Failing checks", colour: "warn" };
const CHECKS: TrendSeries = { key: "checks", label: "Checks in the scan", colour: "grey" };

/** True when the scans did not all test equally much: then fewer failing checks may be no progress. */
export const coverageVaries = (scans: readonly Pick<ScanRow, "checks">[]): boolean => new Set(scans.map(({ checks }) => checks)).size > 1;

/** Failing checks per scan, oldest first; with the number of checks where that varies. */
export function ScanTrend({ scans, host }: { readonly scans: readonly ScanRow[]; readonly host: string }) {
  const varies = coverageVaries(scans);
  const oldestFirst = scans.toReversed();
  const points = oldestFirst.map(
    (scan): TrendPoint => ({ at: scan.ranAt.toISOString(), values: { failing: failingIn(scan), checks: scan.checks } }),
  );
  return (
    <figure className="mt-3">
      <figcaption className="sr-only">Failing checks of {host}, scan by scan</figcaption>
      {varies && (
        <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-small text-fg-muted">
          <li className="flex items-center gap-1.5">
            <span className="mark-fill h-0.5 w-4 bg-viz-warn" />
            {FAILING.label}
          </li>
          <li className="flex items-center gap-1.5">
            <span className="mark-fill h-0.5 w-4 bg-fg-subtle" />
            {CHECKS.label}
          </li>
        </ul>
      )}
      <div className="needs-script no-print">
        <TrendIsland points={points} series={varies ? [FAILING, CHECKS] : [FAILING]} />
      </div>
      <TableTwin
        caption={`Failing checks of ${host}, scan by scan`}
        columns={["Scan", FAILING.label, CHECKS.label]}
        rows={oldestFirst.map((scan) => [`Scan ${scan.id}, ${formatStamp(scan.ranAt)}`, failingIn(scan), scan.checks])}
      />
    </figure>
  );
}
