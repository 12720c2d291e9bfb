/** Unpacked bytes of one upload; more is refused while reading. */
export const MAX_LOG_BYTES = 64 * 1024 * 1024;

/** Results in one run. The largest edition has 132; a report with more is no report of this tool. */
export const MAX_RESULTS = 2_000;

/** Characters of one title or item name that are kept for lists; the raw log keeps all. */
export const MAX_NAME_LENGTH = 2_000;
