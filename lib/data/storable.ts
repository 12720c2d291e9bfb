// JSON escapes of what PostgreSQL's jsonb refuses: NUL, and halves of surrogate pairs. JSON.stringify escapes no whole pairs.
const REFUSED = /(?<=(?:^|[^\\])(?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi;

/** The same document with U+FFFD in the place of every character that the database cannot hold, in names of fields too. */
export const storable = <T>(document: T): T => JSON.parse(JSON.stringify(document).replace(REFUSED, "\ufffd"));
