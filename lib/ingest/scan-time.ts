import type { StartedAt } from "@/lib/bench/report";
import { AppError } from "@/lib/shared/app-error";

/** Where the time of a scan comes from; shown wherever it is not the log's own. */
export type TimeSource = "stated" | "log" | "log_assumed_zone" | "upload";

export interface ScanTime {
  /** Whole seconds: the start second is part of a scan's identity. */
  readonly ranAt: Date;
  readonly source: TimeSource;
  /** The log's own time where the caller stated another. */
  readonly loggedAt: Date | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Decides when a scan ran (rules of evidence 1.4): what the caller states, else the log, else the upload.
 * A wall clock without an offset is placed in the host's zone, else in UTC, and marked as assumed.
 */
export function decideScanTime(
  startedAt: StartedAt | null,
  given: { readonly stated: Date | null; readonly hostZone: string | null; readonly uploadedAt: Date },
): ScanTime {
  const logged = startedAt === null ? null : placeLogTime(startedAt, given.hostZone);
  const time: ScanTime =
    given.stated !== null
      ? { ranAt: wholeSecond(given.stated), source: "stated", loggedAt: logged?.at ?? null }
      : logged !== null
        ? { ranAt: logged.at, source: logged.assumed ? "log_assumed_zone" : "log", loggedAt: null }
        : { ranAt: wholeSecond(given.uploadedAt), source: "upload", loggedAt: null };
  refuseFuture(time.ranAt, given.uploadedAt);
  return time;
}

/** When a log says that it started: a wall clock without an offset is read as UTC. Null when it says nothing. */
export const startInstant = (startedAt: StartedAt | null): Date | null =>
  startedAt === null ? null : (placeLogTime(startedAt, null)?.at ?? null);

function placeLogTime(startedAt: StartedAt, hostZone: string | null): { at: Date; assumed: boolean } | null {
  if (startedAt.kind === "instant") return { at: wholeSecond(new Date(startedAt.epochMs)), assumed: false };
  const epochMs = wallClockToEpoch(startedAt.wallClock, hostZone ?? "UTC");
  return epochMs === null ? null : { at: wholeSecond(new Date(epochMs)), assumed: true };
}

/**
 * The instant at which clocks in `zone` show `wallClock` ("2019-11-12T13:20:30"), in epoch milliseconds.
 * In a gap or overlap of summer time the later offset reading is taken. Null when the text is no date.
 */
function wallClockToEpoch(wallClock: string, zone: string): number | null {
  const asUtc = Date.parse(`${wallClock}Z`);
  if (Number.isNaN(asUtc)) return null;
  const first = asUtc - offsetMs(asUtc, zone);
  return asUtc - offsetMs(first, zone);
}

function offsetMs(epochMs: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(epochMs / 1000) * 1000;
}

function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

function refuseFuture(ranAt: Date, now: Date): void {
  if (ranAt.getTime() <= now.getTime() + DAY_MS) return;
  throw new AppError("invalid-input", `The scan says it ran at ${ranAt.toISOString()}, more than a day after this server's clock.`, {
    detail: { expected: `a time before ${new Date(now.getTime() + DAY_MS).toISOString()}`, found: ranAt.toISOString() },
  });
}
