import "server-only";
import { catalogueFacts } from "@/lib/catalogue/catalogue-facts";
import { getControl } from "@/lib/catalogue/controls";
import type { ScanDiff } from "@/lib/hardening/diff";
import { applyScan } from "@/lib/hardening/fold";
import { type GateRule, type GateVerdict, judgeScan } from "@/lib/hardening/gate";
import type { HostState } from "@/lib/hardening/host-state";
import { loadScanOnBase } from "./ingest-diff";
import type { ScanRow } from "./scans";
import type { Sql } from "./transaction";

/** What became of an upload at the gate, and the scan that was judged. */
export interface UploadVerdict extends GateVerdict {
  readonly scanId: number;
}

interface JudgedRun {
  readonly scan: ScanRow;
  readonly diff: ScanDiff;
}

/**
 * Judges the newest scan of an upload by its own time. `afterScan` has the host just after each scan that was stored in order; of a late or
 * known one it is folded here, so that a scan gets the same verdict whenever its bytes arrive and however often.
 */
export async function gateUpload(
  sql: Sql,
  runs: readonly JudgedRun[],
  afterScan: ReadonlyMap<number, HostState>,
  rule: GateRule,
): Promise<UploadVerdict> {
  const newest = runs.reduce((a, b) => (b.scan.ranAt >= a.scan.ranAt ? b : a));
  const { id: scanId, hostId, complete } = newest.scan;
  const place = await placeOf(sql, hostId, scanId, afterScan.get(scanId));
  const verdict = judgeScan({ diff: newest.diff, complete, ...place }, rule, (slug) => getControl(slug)?.judgement.severity ?? null);
  return { ...verdict, scanId };
}

async function placeOf(sql: Sql, hostId: number, scanId: number, stored: HostState | undefined) {
  if (stored !== undefined) return { after: stored, isLate: false };
  const { scan, base, isNewest } = await loadScanOnBase(sql, hostId, scanId);
  return { after: applyScan(base, scan, catalogueFacts).host, isLate: !isNewest };
}
