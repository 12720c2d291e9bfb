import type { NumberedLine } from "./run-draft";

/**
 * How many lines a decoded log has. Lines end with a line feed, as for the readers; the empty rest after the last one is no
 * line, so "a\n" has one.
 */
export function countLines(text: string): number {
  if (text === "") return 0;
  let count = text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/**
 * At most `count` lines of a decoded log from line `first` on, numbered from 1 like the lines of results and items. Nothing
 * but these lines is copied: a log may have a million.
 */
export function sliceLines(text: string, first: number, count: number): NumberedLine[] {
  const lines: NumberedLine[] = [];
  let start = 0;
  for (let line = 1; line < first + count && start < text.length; line += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if (line >= first) lines.push({ line, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/** True when nothing but blank lines stands before line `first` and after line `last`. */
export function isAllBetween(text: string, first: number, last: number): boolean {
  let start = 0;
  for (let line = 1; start < text.length; line += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if ((line < first || line > last) && text.slice(start, end).trim() !== "") return false;
    start = end + 1;
  }
  return true;
}

/** A line as far as a page shows it; `more` counts the characters that were left out. Never half a surrogate pair. */
export function cutLine(text: string, limit: number): { readonly text: string; readonly more: number } {
  if (text.length <= limit) return { text, more: 0 };
  const last = text.charCodeAt(limit - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
  return { text: text.slice(0, end), more: text.length - end };
}
