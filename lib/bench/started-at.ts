import { foldBlanks } from "./fold-blanks";
import { MONTH_PREFIXES } from "./month-names";
import type { StartedAt } from "./report";
import { ZONE_OFFSETS } from "./zone-offsets";

interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?(.*)$/s;
const TIME = /^(\d{1,2}):(\d{2}):(\d{2})$/;
const NUMERIC_ZONE = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?$/;

/**
 * Reads what stands after "Initializing": ISO with an offset, or the output of `date` in some locale ("Tue Nov 12 13:20:30 CET 2019").
 * An offset or an unambiguous zone gives an instant, otherwise wall-clock time. Null when it is no date: then nobody should guess.
 */
export function readStartedAt(words: string): StartedAt | null {
  const raw = foldBlanks(words);
  // A date is short; anything longer is a stray line, and must not cost time.
  if (raw.length > 80) return null;
  return readIso(raw) ?? readDateOutput(raw);
}

/** The `start` of a JSON report: whole seconds since 1970, without a zone. */
export function readEpochSeconds(raw: string): StartedAt | null {
  if (!/^\d{1,11}$/.test(raw)) return null;
  return { kind: "instant", raw, epochMs: Number(raw) * 1000 };
}

/**
 * docker-bench-security 1.3.5 of March 2021 printed the month in the place of the minutes (`%H:%m:%S`). Such a time may be up to
 * an hour off; it cannot be told from a run that really started three minutes past.
 */
export const hasMonthForMinutes = (startedAt: StartedAt): boolean => /^2021-03-\d\dT\d\d:03:\d\d/.test(startedAt.raw);

function readIso(raw: string): StartedAt | null {
  const match = ISO.exec(raw);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  return place(raw, { year, month, day, hour, minute, second }, (match[7] ?? "").trim() || null);
}

function readDateOutput(raw: string): StartedAt | null {
  const words = raw.split(/[\s,]+/).filter((word) => word !== "");
  const timeAt = words.findIndex((word) => TIME.test(word));
  const time = TIME.exec(words[timeAt] ?? "");
  const year = words.find((word) => /^(?:19|20)\d{2}$/.test(word));
  const month = monthOf(words);
  const day = words.find(
    (word, index) => words[index - 1]?.toLowerCase().normalize("NFC") !== "tháng" && /^(?:[1-9]|0[1-9]|[12]\d|3[01])\.?$/.test(word),
  );
  if (!time || !year || month === null || !day) return null;
  const half = words.find((word) => /^[AP]M$/i.test(word))?.toUpperCase();
  const zone = words
    .slice(timeAt + 1)
    .find((word) => word !== year && word.toUpperCase() !== half && /^(?:[A-Z]{1,5}|.*[+-]\d\d.*)$/.test(word));
  const clock = {
    year: Number(year),
    month,
    day: Number.parseInt(day, 10),
    hour: onTwentyFourHours(Number(time[1]), half),
    minute: Number(time[2]),
    second: Number(time[3]),
  };
  return place(raw, clock, zone ?? null);
}

const onTwentyFourHours = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half === "PM" ? 12 : 0);

/** Month 1–12 from its name in one of the known languages, or from Vietnamese "Tháng 11"; weekdays that look like months come first and lose. */
function monthOf(words: readonly string[]): number | null {
  const lower = words.map((word) => word.toLowerCase().normalize("NFC"));
  const numbered = lower.indexOf("tháng");
  if (numbered !== -1) return monthNumber(lower[numbered + 1]);
  for (const word of [...lower.slice(1), ...lower.slice(0, 1)]) {
    const bare = word.replace(/^tháng/, "th").replace(/^th(\d)$/, "th0$1");
    const month = longestMatch(bare);
    if (month !== null) return month;
  }
  return null;
}

function longestMatch(word: string): number | null {
  let best: { month: number; length: number } | null = null;
  MONTH_PREFIXES.forEach((prefixes, index) => {
    for (const prefix of prefixes) {
      if (word.startsWith(prefix) && prefix.length > (best?.length ?? 0)) best = { month: index + 1, length: prefix.length };
    }
  });
  return (best as { month: number } | null)?.month ?? null;
}

function monthNumber(word: string | undefined): number | null {
  const month = Number.parseInt(word ?? "", 10);
  return month >= 1 && month <= 12 ? month : null;
}

function place(raw: string, clock: WallClock, zone: string | null): StartedAt | null {
  const asUtc = Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
  const back = new Date(asUtc);
  // Date.UTC rolls 31 February over to March: such a date is not believed.
  const real =
    back.getUTCMonth() === clock.month - 1 && back.getUTCDate() === clock.day && back.getUTCHours() === clock.hour && clock.minute < 60;
  if (!real) return null;
  const offset = offsetMinutes(zone);
  if (offset !== null) return { kind: "instant", raw, epochMs: asUtc - offset * 60_000 };
  return { kind: "local", raw, wallClock: back.toISOString().slice(0, 19), zone: zone !== null && /^[A-Z]{1,5}$/.test(zone) ? zone : null };
}

function offsetMinutes(zone: string | null): number | null {
  if (zone === null) return null;
  const named = ZONE_OFFSETS.get(zone);
  if (named !== undefined) return named;
  const match = NUMERIC_ZONE.exec(zone);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 ? null : match[1] === "-" ? -minutes : minutes;
}
