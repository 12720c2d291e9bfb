import { Section } from "@/components/layout/section";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { suggestHostNames } from "@/lib/data/hosts";
import type { ScanRow } from "@/lib/data/scans";
import { counted } from "@/lib/shared/counted";
import { DeleteScanForm, MoveScanForm } from "./scan-forms";

const SUGGESTED = 500;

export interface ManageScanProps {
  readonly viewer: Viewer;
  readonly scan: ScanRow;
  readonly uploads: number;
}

/** Mends what went wrong with an upload: the wrong host, or a log that should not be here. */
export async function ManageScan({ viewer, scan, uploads }: ManageScanProps) {
  if (!may(viewer, "host:edit")) return null;
  const names = await suggestHostNames(viewer, "", SUGGESTED);
  return (
    <>
      <Section
        id="move"
        title="Move to another host"
        remark={`Not a scan of ${scan.host}? Both hosts then say what they would have said at once`}
      >
        <MoveScanForm scanId={scan.id} others={names.filter((name) => name !== scan.host)} />
      </Section>
      {may(viewer, "scan:delete") && (
        <Section title="Delete" remark="This goes, and cannot be brought back">
          <details className="mt-2">
            <summary className="cursor-pointer text-meta font-medium text-accent underline">Show what goes</summary>
            <ul className="mt-2 list-disc pl-5 text-meta">
              <li>
                Scan {scan.id} with {counted(scan.checks, "result")}
              </li>
              <li>{counted(uploads, "raw log")}, unless another scan came from the same bytes</li>
              <li>
                What it changed on {scan.host}: {scan.newlyFailing} newly failing and {scan.fixed} fixed. Findings, tasks and counts become
                what the other scans say.
              </li>
            </ul>
            <DeleteScanForm scanId={scan.id} />
          </details>
        </Section>
      )}
    </>
  );
}
