import "server-only";
import { catalogueFacts } from "@/lib/catalogue/catalogue-facts";
import { diffAgainstKnown, type ScanDiff } from "@/lib/hardening/diff";
import { foldBefore } from "@/lib/hardening/fold";
import type { HostState } from "@/lib/hardening/host-state";
import type { ScanStep } from "@/lib/hardening/steps";
import { loadHistory } from "./history";
import type { Sql } from "./transaction";

/** A stored scan and the host as it was known just before it. */
export interface ScanOnBase {
  readonly scan: ScanStep;
  readonly base: HostState;
  /** True when no scan of the host comes after it. */
  readonly isNewest: boolean;
}

/** Folds a host's history up to a scan, with today's catalogue. */
export async function loadScanOnBase(sql: Sql, hostId: number, scanId: number): Promise<ScanOnBase> {
  const history = await loadHistory(sql, hostId);
  const scan = history.scans.find((step) => step.scanId === scanId);
  if (scan === undefined) throw new Error(`scan ${scanId} is not of host ${hostId}`);
  return { scan, base: foldBefore(history, scan, catalogueFacts), isNewest: history.scans.at(-1) === scan };
}

/** A scan against all that earlier scans of its host say, as of today. */
export async function ingestDiff(sql: Sql, hostId: number, scanId: number): Promise<ScanDiff> {
  const { base, scan } = await loadScanOnBase(sql, hostId, scanId);
  return diffAgainstKnown(base, scan, catalogueFacts);
}
