import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { compareSides, type HostComparison } from "@/lib/hardening/host-comparison";
import { AppError } from "@/lib/shared/app-error";
import { listScanSteps } from "./host-history";
import { listNewestByFamily, type ScanRow } from "./scans";

const DAY_MS = 86_400_000;

/** A host as it was at the end of a day (ISO, UTC), or as it is now. */
export interface SideRequest {
  readonly hostId: number;
  readonly on: string | null;
}

/** The scans that were chosen. Null where a side has none by then; then nothing is compared. */
export type ComparedHosts =
  | { readonly a: ScanRow; readonly b: ScanRow; readonly comparison: HostComparison }
  | { readonly a: ScanRow | null; readonly b: ScanRow | null; readonly comparison: null };

/**
 * Two hosts, or one at two dates, by the newest scan of each. Scans of Docker are compared with scans of Docker where both
 * sides have one, else of Kubernetes with Kubernetes; only where neither is, whatever ran last.
 */
export async function compareHosts(viewer: Viewer, a: SideRequest, b: SideRequest): Promise<ComparedHosts> {
  const [ofA, ofB] = await Promise.all([newestOf(viewer, a), newestOf(viewer, b)]);
  const pairs = ofA.flatMap((one) => ofB.filter((other) => isKube(one) === isKube(other)).map((other) => ({ one, other })));
  const chosen = pairs.find(({ one }) => !isKube(one)) ?? pairs[0] ?? { one: ofA[0] ?? null, other: ofB[0] ?? null };
  const { one, other } = chosen;
  if (one === null || other === null) return { a: one, b: other, comparison: null };
  return { a: one, b: other, comparison: await compareScans(viewer, one, other) };
}

const isKube = ({ tool }: ScanRow): boolean => tool === "kube-bench";

const newestOf = (viewer: Viewer, { hostId, on }: SideRequest): Promise<ScanRow[]> =>
  listNewestByFamily(viewer, hostId, on === null ? null : new Date(Date.parse(on) + DAY_MS));

/** Exactly these two scans side by side. */
export async function compareScans(viewer: Viewer, a: ScanRow, b: ScanRow): Promise<HostComparison> {
  const [[one], [other]] = await Promise.all([listScanSteps(viewer, a.hostId, [a.id]), listScanSteps(viewer, b.hostId, [b.id])]);
  if (one === undefined || other === undefined) throw new AppError("not-found", "There is no such scan any more.");
  return compareSides(one, other);
}
