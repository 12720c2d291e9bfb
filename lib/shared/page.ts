/** One page of a list. `nextCursor` is opaque to callers and null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** What a caller asks for. Lists are never unbounded. */
export interface PageRequest {
  readonly cursor: string | null;
  readonly limit: number;
}

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 500;

/** A larger limit than allowed is clamped, never refused. */
export const clampLimit = (limit: number): number => Math.min(Math.max(1, Math.trunc(limit)), MAX_PAGE_SIZE);

/** Cuts `limit + 1` rows to a page: the extra row only tells that there is more. */
export function toPage<Row, T>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => string, map: (row: Row) => T): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(map), nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
