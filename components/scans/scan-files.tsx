import { Download, FileText } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { formatStamp } from "@/components/ui/time-format";
import { counted } from "@/lib/shared/counted";
import { FileLink } from "./file-link";
import { hostHref } from "./scan-href";
import { sizeWords, VIA_WORDS } from "./scan-words";

export interface UploadEntry {
  readonly digest: string;
  readonly format: string;
  readonly fileName: string | null;
  readonly sizeBytes: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly run: number;
  readonly via: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}

const formatWords = (format: string): string => (format.endsWith("-json") ? "JSON" : "text");

/** The uploads a scan came from. The first is the one whose lines results and findings name. */
export function ScanUploads({ scanId, uploads }: { readonly scanId: number; readonly uploads: readonly UploadEntry[] }) {
  if (uploads.length === 0) return <p className="text-fg-muted">The log of this scan is not kept any more; its results are.</p>;
  return (
    <ul>
      {uploads.map((upload, index) => (
        <li key={upload.digest} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-border py-2">
          <div className="min-w-0 flex-1 basis-72">
            <p className="font-medium wrap-anywhere">
              <bdi>{upload.fileName ?? "No file name"}</bdi>
            </p>
            <p className="text-meta text-fg-muted">
              {formatWords(upload.format)}, {sizeWords(upload.sizeBytes)}, lines {upload.firstLine} to {upload.lastLine}, uploaded{" "}
              {formatStamp(upload.uploadedAt)} by <bdi>{upload.uploadedBy}</bdi> {VIA_WORDS[upload.via] ?? `via ${upload.via}`}
              {index > 0 && "; the same run again, whose results are equal"}
            </p>
            <p className="text-small text-fg-subtle wrap-anywhere">
              SHA-256 <code className="text-small select-all">{upload.digest}</code>
            </p>
          </div>
          <div className="no-print flex gap-2">
            <ButtonLink size="sm" icon={FileText} href={`/scans/${scanId}/raw${index > 0 ? `?upload=${index + 1}` : ""}`}>
              Read
            </ButtonLink>
            {index === 0 && (
              <FileLink size="sm" icon={Download} href={`/api/v1/scans/${scanId}/raw`}>
                Download
              </FileLink>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

export interface FileRunsProps {
  readonly scanId: number;
  readonly runs: readonly {
    readonly index: number;
    readonly firstLine: number;
    readonly lastLine: number;
    readonly checks: number | null;
    readonly complete: boolean | null;
    readonly scanId: number | null;
  }[];
  /** False when the file was too large to be read again for this list. */
  readonly whole: boolean;
  readonly elsewhere: readonly { readonly scanId: number; readonly host: string }[];
}

/** What else the file of a scan holds, and where else it was uploaded. Draws nothing when it is this run alone. */
export function FileRuns({ scanId, runs, whole, elsewhere }: FileRunsProps) {
  return (
    <>
      {runs.length > 1 && (
        <div className="mt-4">
          <h3>{counted(runs.length, "run")} in this file</h3>
          <p className="text-meta text-fg-muted">The tool appends to its log; each run is a scan of its own when it is taken.</p>
          <ol className="mt-1 text-meta">
            {runs.map((run) => (
              <li key={run.index} className="flex min-h-7 flex-wrap items-center gap-x-3 border-b border-border py-1">
                <span>
                  Run {run.index + 1}, lines {run.firstLine} to {run.lastLine}
                  {run.checks !== null && `, ${counted(run.checks, "result")}`}
                  {run.complete === false && ", partial"}
                </span>
                <RunScan scanId={scanId} own={run.scanId} />
              </li>
            ))}
          </ol>
        </div>
      )}
      {!whole && (
        <p className="mt-3 text-meta text-fg-muted">The file is large and was not read again: runs that are no scans are not listed.</p>
      )}
      {elsewhere.length > 0 && (
        <p className="mt-3 text-meta">
          The same file was uploaded for{" "}
          {elsewhere.map((other, index) => (
            <span key={other.scanId}>
              {index > 0 && ", "}
              <AppLink href={hostHref(other.host)}>{other.host}</AppLink> (
              <AppLink href={`/scans/${other.scanId}`}>scan {other.scanId}</AppLink>)
            </span>
          ))}{" "}
          too. Is it the right host?
        </p>
      )}
    </>
  );
}

function RunScan({ scanId, own }: { readonly scanId: number; readonly own: number | null }) {
  if (own === null) return <span className="text-fg-muted">not taken as a scan</span>;
  if (own === scanId) return <span className="font-medium">this scan</span>;
  return (
    <AppLink kind="action" href={`/scans/${own}`}>
      scan {own}
    </AppLink>
  );
}
