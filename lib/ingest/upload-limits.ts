/** Unpacked bytes of one upload; more is refused while reading. */
export const MAX_LOG_BYTES = 64 * 1024 * 1024;

/** Results in one run. The largest edition has 132; a report with more is no report of this tool. */
export const MAX_RESULTS = 2_000;
