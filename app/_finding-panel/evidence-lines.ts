import type { CodeLine } from "@/components/ui/code-block";

/** Lines of the log for one check; what does not fit is one step away in the raw view. */
const SHOWN_LINES = 8;
const SHOWN_WIDTH = 400;

/** What of a log stands for a check. */
export interface EvidenceLines {
  readonly lines: readonly CodeLine[];
  /** The line that names the check, where others stand beside it. */
  readonly marked: number | null;
  /** Lines of the same check that are left out. */
  readonly left: number;
  /** Every item has a line of its own among them. */
  readonly itemsShown: boolean;
}

/** The last line to ask the log for. */
export const lastLineToRead = (line: number): number => line + SHOWN_LINES - 1;

/**
 * Cuts what was read from `line` on to the check itself: its line and those of its items, or the object that begins there.
 * Null where a line is too long to be shown, as in JSON without line breaks, or where there is nothing to show.
 */
export function evidenceLines(read: readonly CodeLine[], line: number, itemLines: readonly number[]): EvidenceLines | null {
  const [first] = read;
  if (first === undefined) return null;
  const isObject = first.text.trim() === "{";
  const last = isObject ? endOfObject(read) : Math.max(line, ...itemLines);
  const lines = read.filter((candidate) => candidate.line <= last);
  if (lines.some(({ text }) => text.length > SHOWN_WIDTH)) return null;
  const left = Math.max(0, last - (lines.at(-1)?.line ?? last));
  const marked = isObject || lines.length === 1 ? null : line;
  return { lines, marked, left, itemsShown: left === 0 && itemLines.length > 0 && itemLines.every((item) => item > line && item <= last) };
}

function endOfObject(read: readonly CodeLine[]): number {
  const end = read.find(({ text }) => text.trim().startsWith("}")) ?? read.at(-1);
  return end?.line ?? 0;
}
