import { Download } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { FileLink } from "@/components/scans/file-link";
import { LineFinder } from "@/components/scans/line-finder";
import { readLogPage } from "@/components/scans/log-page";
import { LogView } from "@/components/scans/log-view";
import { hostHref, lineHref } from "@/components/scans/scan-href";
import { sizeWords } from "@/components/scans/scan-words";
import { DotList } from "@/components/ui/dot-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Segmented } from "@/components/ui/segmented";
import { pageViewer } from "@/lib/auth/viewer";
import { decodeText } from "@/lib/bench/decode-text";
import { countLines, isAllBetween, sliceLines } from "@/lib/bench/log-lines";
import type { Level } from "@/lib/bench/report";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import { getRawBytes, getScanRun, listRawLogs, type RawLog } from "@/lib/data/scan-content";
import { getScan, type ScanRow } from "@/lib/data/scans";
import { groupBy } from "@/lib/shared/group-by";
import { IgnoredStrip } from "../../ignored-strip";
import { ScanId, type SearchParams } from "../../scan-params";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = ScanId.safeParse((await params).id);
  return { title: id.success ? `Raw log of scan ${id.data}` : "Raw log" };
}

export default async function RawLogPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("scan:read");
  const id = ScanId.safeParse((await params).id);
  const scan = id.success ? await getScan(viewer, id.data) : null;
  if (scan === null) notFound();
  const [run, uploads, search] = await Promise.all([getScanRun(viewer, scan.id), listRawLogs(viewer, scan.id), searchParams]);
  const asked = ScanId.safeParse(search.upload ?? "1");
  const position = asked.success && asked.data <= uploads.length ? asked.data : 1;
  const upload = uploads[position - 1];
  const bytes = upload === undefined ? null : await getRawBytes(viewer, scan.id, upload.digest);
  const ignored = position === asked.data ? [] : [`upload=${String(search.upload)}`];
  return (
    <>
      <PageHead
        title={`Raw log of scan ${scan.id}`}
        crumb="Raw log"
        crumbs={[
          { label: "Hosts", href: "/hosts" },
          { label: scan.host, href: hostHref(scan.host) },
          { label: `Scan ${scan.id}`, href: `/scans/${scan.id}` },
        ]}
        meta={upload && <UploadMeta upload={upload} />}
        actions={
          position === 1 &&
          bytes !== null && (
            <FileLink icon={Download} href={`/api/v1/scans/${scan.id}/raw`}>
              Download
            </FileLink>
          )
        }
      />
      <PageBody>
        {uploads.length > 1 && (
          <div className="mb-4">
            <Segmented
              label="Uploads of this scan"
              items={uploads.map((other, index) => ({
                href: `/scans/${scan.id}/raw${index === 0 ? "" : `?upload=${index + 1}`}`,
                label: other.format.endsWith("-json") ? `JSON, upload ${index + 1}` : `Text, upload ${index + 1}`,
                current: index + 1 === position,
              }))}
            />
          </div>
        )}
        {upload === undefined || bytes === null ? (
          <EmptyState title="The log is not kept any more">The results of scan {scan.id} are; its raw log was removed.</EmptyState>
        ) : (
          <Log scan={scan} run={run} upload={upload} position={position} bytes={bytes} search={search} ignored={ignored} />
        )}
      </PageBody>
    </>
  );
}

interface LogProps {
  readonly scan: ScanRow;
  readonly run: ResolvedRun | null;
  readonly upload: RawLog;
  /** Of the scan's uploads, from 1. Only the first is the one whose lines the results name. */
  readonly position: number;
  readonly bytes: Uint8Array;
  readonly search: Awaited<SearchParams>;
  readonly ignored: readonly string[];
}

function Log({ scan, run, upload, position, bytes, search, ignored }: LogProps) {
  const { text, remarks } = decodeText(bytes);
  const total = countLines(text);
  const page = readLogPage(search, total);
  const base = position === 1 ? `/scans/${scan.id}/raw?` : `/scans/${scan.id}/raw?upload=${position}&`;
  const pageHref = (number: number): string | undefined => (number < 1 || number > page.pages ? undefined : `${base}page=${number}`);
  const paging = (where: string) => (
    <Pagination
      label={`Lines, ${where}`}
      summary={`Lines ${page.firstLine.toLocaleString("en-GB")}–${page.lastLine.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}`}
      previousHref={pageHref(page.page - 1)}
      nextHref={pageHref(page.page + 1)}
    />
  );
  return (
    <>
      <IgnoredStrip ignored={[...ignored, ...page.ignored]} />
      <LogRemarks
        scan={scan}
        upload={upload}
        first={position === 1}
        whole={isAllBetween(text, upload.firstLine, upload.lastLine)}
        remarks={remarks}
      />
      {page.pages > 1 && <div className="mb-3">{paging("above")}</div>}
      <LogView
        label={`Raw log of scan ${scan.id}`}
        lines={sliceLines(text, page.firstLine, page.lastLine - page.firstLine + 1)}
        marked={page.line}
        levels={position === 1 && run !== null ? levelsByLine(run) : new Map()}
        run={upload}
      />
      {paging("below")}
      <LineFinder path={base} />
    </>
  );
}

function levelsByLine(run: ResolvedRun): Map<number, Level[]> {
  const placed = run.results.flatMap(({ line, level }) => (line === null ? [] : [{ line, level }]));
  return new Map([...groupBy(placed, ({ line }) => line)].map(([line, own]) => [line, own.map(({ level }) => level)]));
}

const UploadMeta = ({ upload }: { readonly upload: RawLog }) => (
  <DotList>
    {upload.fileName !== null && <bdi>{upload.fileName}</bdi>}
    {sizeWords(upload.sizeBytes)}
    {`run ${upload.run + 1} of the file, lines ${upload.firstLine} to ${upload.lastLine}`}
  </DotList>
);

interface RemarkProps {
  readonly scan: ScanRow;
  readonly upload: RawLog;
  readonly first: boolean;
  /** The file holds nothing but this run. */
  readonly whole: boolean;
  readonly remarks: readonly string[];
}

/** What a reader must know of the lines below: where the run is, and how the bytes became text. */
function LogRemarks({ scan, upload, first, whole, remarks }: RemarkProps) {
  const words = [
    ...(first ? [] : ["The same run, uploaded again: results and findings name the lines of upload 1."]),
    ...(remarks.length > 0 ? [`Shown as text: ${remarks.join(", ")}. The download is byte for byte.`] : []),
  ];
  return (
    <div className="mb-3 text-meta text-fg-muted">
      {!whole && (
        <p>
          This scan is{" "}
          <a href={first ? lineHref(scan.id, upload.firstLine) : `#L${upload.firstLine}`} className="text-accent underline">
            lines {upload.firstLine} to {upload.lastLine}
          </a>
          ; the quieter lines around them belong to other runs or to none.
        </p>
      )}
      {words.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </div>
  );
}
