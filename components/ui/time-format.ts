const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const dayOfYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** "21 Nov 2026, 09:14 UTC". */
export const formatStamp = (at: Date): string => `${dayOfYear.format(at)}, ${clock.format(at)} UTC`;

/** "21 Nov", with the year when it is not the year of `now`. Days are UTC. */
export const formatDay = (at: Date, now: Date): string => (at.getUTCFullYear() === now.getUTCFullYear() ? day : dayOfYear).format(at);

/** "21 Nov 09:14", UTC. */
export const formatMoment = (at: Date, now: Date): string => `${formatDay(at, now)} ${clock.format(at)}`;

/** "just now", "5 min", "5 h", "19 d": the distance without its direction, rounded down. */
export function formatDistance(milliseconds: number): string {
  const distance = Math.abs(milliseconds);
  if (distance < MINUTE) return "just now";
  if (distance < HOUR) return `${Math.floor(distance / MINUTE)} min`;
  if (distance < DAY) return `${Math.floor(distance / HOUR)} h`;
  return `${Math.floor(distance / DAY)} d`;
}

/** "2 d ago", "in 4 d", "just now". */
export function formatAgo(at: Date, now: Date): string {
  const distance = formatDistance(now.getTime() - at.getTime());
  if (distance === "just now") return distance;
  return at.getTime() > now.getTime() ? `in ${distance}` : `${distance} ago`;
}
