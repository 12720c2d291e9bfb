const DAY_MS = 86_400_000;

/** For how long an attestation holds: so many days, or until a day that is named. */
export const ATTESTED_PERIODS = ["30", "90", "180", "day"] as const;
export type AttestedPeriod = (typeof ATTESTED_PERIODS)[number];

/**
 * The instant at which an attestation made at `now` (epoch ms) ends. A named day, "2026-11-30", is its last, so that it ends with
 * that day in UTC. Null where no such day is named.
 */
export function attestedUntil(period: AttestedPeriod, day: string, now: number): number | null {
  if (period !== "day") return now + Number(period) * DAY_MS;
  const begin = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(begin) ? null : begin + DAY_MS;
}
