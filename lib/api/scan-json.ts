import type { ScanRow } from "@/lib/data/scans";
import { publicUrl } from "./public-url";

/** A scan as the API answers it. */
export const scanJson = (scan: ScanRow) => ({
  id: scan.id,
  host: scan.host,
  tool: scan.tool,
  format: scan.format,
  headerVersion: scan.headerVersion,
  edition: scan.edition,
  editionCandidates: scan.editionCandidates,
  ranAt: scan.ranAt.toISOString(),
  timeSource: scan.timeSource,
  loggedAt: scan.loggedAt?.toISOString() ?? null,
  complete: scan.complete,
  checks: scan.checks,
  toolChecks: scan.toolChecks,
  toolScore: scan.toolScore,
  unmapped: scan.unmapped,
  skipped: scan.skipped,
  counts: scan.levels,
  uploadedAt: scan.uploadedAt.toISOString(),
  uploadedBy: scan.uploadedBy,
  url: publicUrl(`/scans/${scan.id}`),
});
