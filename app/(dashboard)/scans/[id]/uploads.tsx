import { Section } from "@/components/layout/section";
import { FileRuns, ScanUploads } from "@/components/scans/scan-files";
import type { Viewer } from "@/lib/access/viewer";
import type { RawLog } from "@/lib/data/scan-content";
import { getScanFile } from "@/lib/data/scan-file";
import type { ScanRow } from "@/lib/data/scans";
import { counted } from "@/lib/shared/counted";

interface Props {
  readonly viewer: Viewer;
  readonly scan: ScanRow;
  readonly uploads: readonly RawLog[];
}

/** The files a scan came from, and what else is in the first of them. */
export async function Uploads({ viewer, scan, uploads }: Props) {
  const [first] = uploads;
  const file = first === undefined ? null : await getScanFile(viewer, { ...first, scanId: scan.id, hostId: scan.hostId });
  return (
    <Section title="Log" remark={uploads.length > 1 ? counted(uploads.length, "upload") : "kept byte for byte"}>
      <ScanUploads scanId={scan.id} uploads={uploads} />
      {file !== null && <FileRuns scanId={scan.id} {...file} />}
    </Section>
  );
}
