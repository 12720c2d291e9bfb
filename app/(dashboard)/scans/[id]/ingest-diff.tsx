import { CreateTasks } from "@/components/scans/create-tasks";
import { DiffView } from "@/components/scans/diff-view";
import { AppLink } from "@/components/ui/app-link";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { listHostFindings } from "@/lib/data/findings";
import { getIngestDiff } from "@/lib/data/scan-content";
import type { ScanRow } from "@/lib/data/scans";
import { counted } from "@/lib/shared/counted";

interface Props {
  readonly viewer: Viewer;
  readonly scan: ScanRow;
  /** No earlier scan of this host. */
  readonly first: boolean;
}

/** What a scan changed when it is put in its place in the host's history. */
export async function IngestDiff({ viewer, scan, first }: Props) {
  const [diff, rows] = await Promise.all([getIngestDiff(viewer, scan), listHostFindings(viewer, scan.hostId)]);
  const findings = new Map(rows.map((row) => [row.key, row]));
  const action = may(viewer, "task:create") ? <CreateTasks entries={diff.newlyFailing} findings={findings} /> : null;
  return (
    <>
      {diff.base === null ? (
        <FirstScan scan={scan} first={first} failing={diff.newlyFailing.length} />
      ) : (
        <p className="text-meta text-fg-muted">
          The newest scan before it is <AppLink href={`/scans/${diff.base}`}>scan {diff.base}</AppLink>; what that one did not cover is
          compared with the scan that last did.
        </p>
      )}
      {diff.base === null ? (
        action && <div className="mt-3">{action}</div>
      ) : (
        <DiffView diff={diff} host={scan.host} findings={findings} action={action} />
      )}
    </>
  );
}

function FirstScan({ scan, first, failing }: { readonly scan: ScanRow; readonly first: boolean; readonly failing: number }) {
  const by = first ? "" : ` by ${scan.tool}`;
  return (
    <p className="mt-1">
      First scan of <bdi>{scan.host}</bdi>
      {by}, nothing to compare yet.{" "}
      {failing === 0 ? "No control fails in it." : `${counted(failing, "control")} ${failing === 1 ? "fails" : "fail"} in it: `}
      {failing > 0 && <AppLink href={`/scans/${scan.id}?level=WARN,FAIL#results`}>see the failing results</AppLink>}
    </p>
  );
}
