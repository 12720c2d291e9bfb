import { ArrowRightLeft, Braces, ChevronLeft, ChevronRight, FileText } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { CompareForm } from "@/components/scans/compare-form";
import { coverageOf } from "@/components/scans/coverage";
import { fitWords } from "@/components/scans/edition-fit";
import { FileLink } from "@/components/scans/file-link";
import { ScanFacts } from "@/components/scans/scan-facts";
import { hostHref } from "@/components/scans/scan-href";
import { SkippedLines } from "@/components/scans/skipped-lines";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DotList } from "@/components/ui/dot-list";
import { IconLink } from "@/components/ui/icon-button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { getScanRun, listRawLogs } from "@/lib/data/scan-content";
import { getScanNeighbours, listEarlierScans } from "@/lib/data/scan-neighbours";
import { getScan } from "@/lib/data/scans";
import { counted } from "@/lib/shared/counted";
import { ScanId, type SearchParams } from "../scan-params";
import { IngestDiff } from "./ingest-diff";
import { ManageScan } from "./manage-scan";
import { Results } from "./results";
import { ScannerDefects } from "./scanner-defects";
import { Uploads } from "./uploads";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = ScanId.safeParse((await params).id);
  return { title: id.success ? `Scan ${id.data}` : "Scan" };
}

export default async function ScanPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("scan:read");
  const id = ScanId.safeParse((await params).id);
  const scan = id.success ? await getScan(viewer, id.data) : null;
  if (scan === null) notFound();
  const [run, uploads, neighbours, earlier, search] = await Promise.all([
    getScanRun(viewer, scan.id),
    listRawLogs(viewer, scan.id),
    getScanNeighbours(viewer, scan.id),
    listEarlierScans(viewer, scan.id, 100),
    searchParams,
  ]);
  if (run === null) notFound();
  const { previous, next } = neighbours;
  return (
    <>
      <PageHead
        title={
          <>
            Scan {scan.id} of <bdi>{scan.host}</bdi>
          </>
        }
        crumb={`Scan ${scan.id}`}
        crumbs={[
          { label: "Hosts", href: "/hosts" },
          { label: scan.host, href: hostHref(scan.host) },
        ]}
        meta={
          <DotList>
            <Time at={scan.ranAt} now={new Date()} as="stamp" />
            {scan.tool}
            {counted(scan.checks, "result")}
            {scan.complete ? "complete" : "partial"}
          </DotList>
        }
        actions={
          <>
            {previous && <IconLink href={`/scans/${previous.id}`} label={`Earlier: scan ${previous.id}`} icon={ChevronLeft} tip="start" />}
            {next && <IconLink href={`/scans/${next.id}`} label={`Later: scan ${next.id}`} icon={ChevronRight} tip="start" />}
            {uploads.length > 0 && (
              <ButtonLink icon={FileText} href={`/scans/${scan.id}/raw`}>
                Raw log
              </ButtonLink>
            )}
            {may(viewer, "host:edit") && (
              <ButtonLink icon={ArrowRightLeft} href="#move">
                Move to another host
              </ButtonLink>
            )}
            <FileLink icon={Braces} href={`/api/v1/scans/${scan.id}`}>
              JSON
            </FileLink>
          </>
        }
      />
      <PageBody>
        {search.moved === "1" && (
          <div className="mb-5">
            <Callout kind="success" live>
              Moved. This is a scan of {scan.host} now, and both hosts were folded again.
            </Callout>
          </div>
        )}
        <ScanFacts scan={scan} via={uploads[0]?.via ?? null} coverage={coverageOf(run)} fit={fitWords(run)} />
        <Section
          title="What changed"
          remark="against everything known of this host before"
          action={earlier.total > 0 && <CompareForm scanId={scan.id} scans={earlier.items} total={earlier.total} selected={previous?.id} />}
        >
          <Suspense
            fallback={
              <>
                <div className="[@media(scripting:none)]:hidden">
                  <SkeletonRows label="what changed" />
                </div>
                <noscript>
                  {previous ? (
                    <a href={`/scans/${scan.id}/diff/${previous.id}`} className="text-accent underline">
                      Compared with scan {previous.id}, the one before it
                    </a>
                  ) : (
                    `First scan of ${scan.host}, nothing to compare yet.`
                  )}
                </noscript>
              </>
            }
          >
            <IngestDiff viewer={viewer} scan={scan} first={previous === null} />
          </Suspense>
        </Section>
        <Results scanId={scan.id} run={run} search={search} />
        <ScannerDefects run={run} />
        <Section title="Lines left out" remark="read, and no result">
          <SkippedLines scanId={scan.id} skipped={run.skipped} />
        </Section>
        <Uploads viewer={viewer} scan={scan} uploads={uploads} />
        <ManageScan viewer={viewer} scan={scan} uploads={uploads.length} />
      </PageBody>
    </>
  );
}
