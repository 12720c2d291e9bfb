import type { ExposureCounts } from "./exposure-words";

/**
 * One word for a threat over the whole fleet, for formats that hold only one: open while any host is, accepted while any is and none
 * is open, mitigated when every host with a verdict is. Null where nothing decides; stale and partly are no verdict to rest on, so they
 * keep it open. `counts` null: no host is asked.
 */
export function fleetStatus(counts: ExposureCounts | null | undefined): "Open" | "Mitigated" | "Accepted" | null {
  if (counts === null || counts === undefined) return null;
  const { unmitigated, partly, stale, accepted, mitigated } = counts;
  if (unmitigated + partly + stale > 0) return "Open";
  if (accepted > 0) return "Accepted";
  return mitigated > 0 ? "Mitigated" : null;
}
