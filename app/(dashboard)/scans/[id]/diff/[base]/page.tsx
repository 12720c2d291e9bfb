import { ArrowLeftRight } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { CompareForm } from "@/components/scans/compare-form";
import type { ComparedSide } from "@/components/scans/comparison-table";
import { ComparisonView } from "@/components/scans/comparison-view";
import { CreateTasks } from "@/components/scans/create-tasks";
import { DiffView } from "@/components/scans/diff-view";
import { findingHref, hostHref } from "@/components/scans/scan-href";
import { editionLine } from "@/components/scans/scan-words";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { formatStamp } from "@/components/ui/time-format";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { pageViewer } from "@/lib/auth/viewer";
import { compareScans } from "@/lib/data/compare-hosts";
import { listHostFindings } from "@/lib/data/findings";
import { getScanDiff } from "@/lib/data/scan-content";
import { listEarlierScans } from "@/lib/data/scan-neighbours";
import { getScan, type ScanRow } from "@/lib/data/scans";
import { ScanId } from "../../../scan-params";

interface Props {
  readonly params: Promise<{ readonly id: string; readonly base: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, base } = await params;
  return { title: ScanId.safeParse(id).success && ScanId.safeParse(base).success ? `Scan ${base} to ${id}` : "Comparison" };
}

const find = async (viewer: Viewer, given: string): Promise<ScanRow | null> => {
  const id = ScanId.safeParse(given);
  return id.success ? getScan(viewer, id.data) : null;
};

export default async function DiffPage({ params }: Props) {
  const viewer = await pageViewer("scan:read");
  const { id, base } = await params;
  const [after, before] = await Promise.all([find(viewer, id), find(viewer, base)]);
  if (after === null || before === null) notFound();
  return (
    <>
      <PageHead
        title={`Scan ${before.id} compared with scan ${after.id}`}
        crumb={`From scan ${before.id}`}
        crumbs={[
          { label: "Hosts", href: "/hosts" },
          { label: after.host, href: hostHref(after.host) },
          { label: `Scan ${after.id}`, href: `/scans/${after.id}` },
        ]}
        meta="Exactly these two scans, whatever lies between or before them"
        actions={
          <ButtonLink icon={ArrowLeftRight} href={`/scans/${before.id}/diff/${after.id}`}>
            Swap sides
          </ButtonLink>
        }
      />
      <PageBody>
        {before.hostId === after.hostId ? (
          <Comparison viewer={viewer} before={before} after={after} />
        ) : (
          <TwoHosts viewer={viewer} a={before} b={after} />
        )}
      </PageBody>
    </>
  );
}

async function Comparison({ viewer, before, after }: { readonly viewer: Viewer; readonly before: ScanRow; readonly after: ScanRow }) {
  const [diff, rows, earlier] = await Promise.all([
    getScanDiff(viewer, after.id, before.id),
    listHostFindings(viewer, after.hostId),
    listEarlierScans(viewer, after.id, 100),
  ]);
  const findings = new Map(rows.map((row) => [row.key, row]));
  return (
    <>
      <DescriptionList items={[side("Before", before), side("After", after)]} />
      {before.ranAt.getTime() > after.ranAt.getTime() && (
        <p className="mt-2 text-meta text-fg-muted">The scan compared with ran later: what reads “fixed” here got worse in time.</p>
      )}
      <div className="mt-4">
        <DiffView
          diff={diff}
          host={after.host}
          findings={findings}
          action={may(viewer, "task:create") && <CreateTasks entries={diff.newlyFailing} findings={findings} />}
        />
      </div>
      <div className="mt-4">
        <CompareForm scanId={after.id} scans={earlier.items} total={earlier.total} selected={before.id} />
      </div>
    </>
  );
}

const side = (term: string, scan: ScanRow) => ({
  term,
  description: (
    <>
      <AppLink href={`/scans/${scan.id}`}>Scan {scan.id}</AppLink>, {formatStamp(scan.ranAt)}, {scan.complete ? "complete" : "partial"}:{" "}
      {scan.checks} results, {scan.levels.WARN + scan.levels.FAIL} failing
      <span className="block text-fg-muted">{editionLine(scan)}</span>
    </>
  ),
});

/** Scans of two hosts are no before and after: they stand side by side. */
async function TwoHosts({ viewer, a, b }: { readonly viewer: Viewer; readonly a: ScanRow; readonly b: ScanRow }) {
  const [comparison, sideA, sideB] = await Promise.all([compareScans(viewer, a, b), comparedSide(viewer, a), comparedSide(viewer, b)]);
  return (
    <>
      <DescriptionList items={[side(a.host, a), side(b.host, b)]} />
      <p className="mt-2 text-meta text-fg-muted">These are scans of two hosts: nothing here is fixed or new, only different.</p>
      <ComparisonView a={sideA} b={sideB} comparison={comparison} passOnBoth={comparison.passOnBoth} undecided={comparison.undecided} />
    </>
  );
}

async function comparedSide(viewer: Viewer, scan: ScanRow): Promise<ComparedSide> {
  const findings = await listHostFindings(viewer, scan.hostId);
  return { name: scan.host, findingHref: new Map(findings.map(({ key, id }) => [key, findingHref(scan.host, id)])) };
}
