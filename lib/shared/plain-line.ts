const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text of others as one line that shows as it is: no line break, no escape sequence that a terminal would obey, and no character that
 * changes the direction of text, with which a name could show as another.
 */
export const plainLine = (text: string): string =>
  text
    .replace(INVISIBLE, "")
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ")
    .trim();
