import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";

/** Each costs a whole limit's worth of unpacking before it is known for what it is, so nobody gets many. */
const OVERSIZE_LIMIT = 20;
const WINDOW_MS = 10 * 60 * 1000;

interface Spent {
  readonly endsAt: number;
  readonly count: number;
}

// Of this process only: the work to be saved is this process's own, and a count in the database would cost every honest upload.
const spentBy = new Map<string, Spent>();

/**
 * Runs `read` unless its sender sent too many bodies lately that were too large once unpacked. Throws AppError "too-many-requests"
 * then, with the wait in `retryAfterSeconds`.
 */
export async function withinOversizeBudget<T>(viewer: Viewer, now: number, read: () => Promise<T>): Promise<T> {
  const key = viewer.tokenId === null ? `user ${viewer.userId}` : `token ${viewer.tokenId}`;
  const spent = current(key, now);
  if (spent.count >= OVERSIZE_LIMIT) {
    const retryAfterSeconds = Math.ceil((spent.endsAt - now) / 1000);
    throw new AppError("too-many-requests", "Too many logs that were too large once unpacked. Wait, then send others.", {
      detail: { retryAfterSeconds },
    });
  }
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.code === "too-large") charge(key, now);
    throw error;
  }
}

function current(key: string, now: number): Spent {
  const spent = spentBy.get(key);
  return spent === undefined || spent.endsAt <= now ? { endsAt: now + WINDOW_MS, count: 0 } : spent;
}

function charge(key: string, now: number): void {
  for (const [other, { endsAt }] of spentBy) if (endsAt <= now) spentBy.delete(other);
  const { endsAt, count } = current(key, now);
  spentBy.set(key, { endsAt, count: count + 1 });
}
