import type { StartedAt } from "@/lib/bench/report";
import { wallClockToEpoch } from "@/lib/bench/wall-clock";
import { AppError } from "@/lib/shared/app-error";

/** Where the time of a scan comes from; shown wherever it is not the log's own. */
export type TimeSource = "stated" | "log" | "log_assumed_zone" | "upload";

export interface ScanTime {
  /** Whole seconds: the start second is part of a scan's identity. */
  readonly ranAt: Date;
  readonly source: TimeSource;
  /** The log's own time where the caller stated another. */
  readonly loggedAt: Date | null;
  /** What the host's clock showed, where the zone it was read in is assumed. */
  readonly wallClock: string | null;
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
      ? { ranAt: wholeSecond(given.stated), source: "stated", loggedAt: logged?.at ?? null, wallClock: null }
      : logged !== null
        ? { ranAt: logged.at, source: logged.wallClock === null ? "log" : "log_assumed_zone", loggedAt: null, wallClock: logged.wallClock }
        : { ranAt: wholeSecond(given.uploadedAt), source: "upload", loggedAt: null, wallClock: null };
  refuseFuture(time.ranAt, given.uploadedAt);
  return time;
}

/** When a log says that it started: a wall clock without an offset is read as UTC. Null when it says nothing. */
export const startInstant = (startedAt: StartedAt | null): Date | null =>
  startedAt === null ? null : (placeLogTime(startedAt, null)?.at ?? null);

function placeLogTime(startedAt: StartedAt, hostZone: string | null): { at: Date; wallClock: string | null } | null {
  if (startedAt.kind === "instant") return { at: wholeSecond(new Date(startedAt.epochMs)), wallClock: null };
  const epochMs = wallClockToEpoch(startedAt.wallClock, hostZone ?? "UTC");
  return epochMs === null ? null : { at: wholeSecond(new Date(epochMs)), wallClock: startedAt.wallClock };
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
