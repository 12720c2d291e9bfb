const DAY_MS = 86_400_000;

/**
 * A host that has not been scanned for longer than this is silent, and verdicts that rest on its scans are stale. Holds until an
 * admin sets another limit; pages ask lib/data/settings.
 */
export const DEFAULT_FRESH_DAYS = 14;

export type Freshness = "fresh" | "silent" | "never";

/**
 * The last instant at which evidence of `at` is fresh. Stored beside a verdict, it tells staleness without a write:
 * stale is `now > staleAt`. Epoch milliseconds.
 */
export const staleAt = (at: number, freshDays: number): number => at + freshDays * DAY_MS;

/** The instant before which evidence is stale at `now`. Epoch milliseconds. */
export const staleBefore = (now: number, freshDays: number): number => now - freshDays * DAY_MS;

export const isStale = (at: number, now: number, freshDays: number): boolean => now > staleAt(at, freshDays);

/** Of a host, by the time of its newest scan; null when it was never scanned. */
export function freshnessOf(newestScanAt: number | null, now: number, freshDays: number): Freshness {
  if (newestScanAt === null) return "never";
  return isStale(newestScanAt, now, freshDays) ? "silent" : "fresh";
}

/** "Silent for over 14 days". */
export const silentWords = (freshDays: number): string => `Silent for over ${freshDays === 1 ? "a day" : `${freshDays} days`}`;
