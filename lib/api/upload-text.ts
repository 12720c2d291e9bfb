import type { IngestAnswer } from "@/lib/ingest/ingest-log";
import { uploadSummary } from "@/lib/reports/upload-summary";
import { publicUrl } from "./public-url";
import { isKnown, mainRun } from "./upload-json";

/** An upload as the API answers it to a shell, of its main run. */
export function uploadText(answer: IngestAnswer): string {
  const { scan, diff } = mainRun(answer);
  return uploadSummary({
    scan: { ...scan, url: publicUrl(`/scans/${scan.id}`) },
    diff,
    isKnown: isKnown(answer),
    warnings: answer.warnings,
    gate: answer.gate,
  });
}
