import { StripPlot } from "@/components/hosts/strip-plot";
import { Section } from "@/components/layout/section";
import { printedTitle } from "@/components/scans/printed-title";
import type { Viewer } from "@/lib/access/viewer";
import { listHostFindings } from "@/lib/data/findings";
import { listOpenAfter, listScanSteps } from "@/lib/data/host-history";
import type { ScanRow } from "@/lib/data/scans";
import { editionChanges, editionRuns, stripRows } from "@/lib/hardening/history-strip";
import { counted } from "@/lib/shared/counted";
import { hostHref } from "../../host-href";
import { OpenTrend } from "./open-trend";
import { failingIn } from "./scans-table";

/** More rows than any host has controls that change; a log of hostile titles could have. */
const MOST_ROWS = 200;

interface OverTimeProps {
  readonly viewer: Viewer;
  readonly host: { readonly id: number; readonly name: string };
  /** A page of scans. */
  readonly newestFirst: readonly ScanRow[];
}

/** What the scans of a page show together: the open findings after each, and the checks that changed. */
export async function OverTime({ viewer, host, newestFirst }: OverTimeProps) {
  const ids = newestFirst.map(({ id }) => id).toReversed();
  const [open, steps, findings] = await Promise.all([
    listOpenAfter(viewer, host.id, ids),
    listScanSteps(viewer, host.id, ids),
    listHostFindings(viewer, host.id),
  ]);
  const byId = new Map(newestFirst.map((scan) => [scan.id, scan]));
  // One column per scan that could be read: a scan deleted meanwhile is in neither.
  const scans = steps.flatMap(({ scanId }) => byId.get(scanId) ?? []);
  const before = editionChanges(scans);
  const rows = stripRows(steps);
  const findingOf = new Map(findings.map(({ key, id }) => [key, id]));
  return (
    <>
      <Section title="Open findings over time" remark={`after each of ${counted(scans.length, "scan")}, whatever it tested`}>
        <OpenTrend
          host={host.name}
          points={scans.map((scan, index) => ({
            id: scan.id,
            ranAt: scan.ranAt,
            complete: scan.complete,
            open: open.get(scan.id) ?? 0,
            failing: failingIn(scan),
            editionChange: before[index] ? `${before[index]} → ${scan.edition}` : null,
          }))}
        />
      </Section>
      <Section title="Checks that changed" remark={changedRemark(rows.length, scans.length)}>
        {rows.length > 0 && (
          <StripPlot
            host={host.name}
            columns={scans.map((scan, index) => ({ ...scan, editionBefore: before[index] ?? null }))}
            editions={editionRuns(scans)}
            rows={rows.slice(0, MOST_ROWS).map((row) => ({
              ...row,
              title: printedTitle(row),
              href: hostHref(host.name, { state: "all", finding: findingOf.get(row.key) ?? null }),
            }))}
          />
        )}
      </Section>
    </>
  );
}

function changedRemark(rows: number, scans: number): string {
  if (rows === 0) return `no check changed its result within these ${scans} scans`;
  const cut = rows > MOST_ROWS ? `, of which ${MOST_ROWS} are shown` : "";
  return `${counted(rows, "check")}${cut}, what changed last first`;
}
