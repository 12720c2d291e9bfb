import type { Refusal, RefusalCode } from "./report";

const CONTEXT_LINES = 2;
const CONTEXT_WIDTH = 200;

/** What a refusal says; its context is cut from the text around `line`. */
export interface RefusalPoint {
  readonly code: RefusalCode;
  readonly message: string;
  readonly expected: string;
  readonly found: string;
  /** 1-based; the first line unless told. */
  readonly line?: number;
  /** 1-based; the first column unless told. */
  readonly column?: number;
}

/** Builds a refusal that shows people the place: two lines before and after, cut to a readable width. */
export function refuse(text: string, point: RefusalPoint): Refusal {
  const line = point.line ?? 1;
  return {
    code: point.code,
    message: point.message,
    line,
    column: point.column ?? 1,
    expected: point.expected,
    found: point.found,
    context: linesAround(text, line),
  };
}

/** Cuts a stretch of the input to something that fits in a message. */
export const shorten = (text: string, width = 120): string => (text.length > width ? `${text.slice(0, width)}…` : text);

function linesAround(text: string, line: number): Refusal["context"] {
  const context: { line: number; text: string }[] = [];
  if (text.length === 0) return context;
  let start = 0;
  for (let number = 1; start <= text.length && number <= line + CONTEXT_LINES; number += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if (number >= line - CONTEXT_LINES)
      context.push({ line: number, text: shorten(text.slice(start, Math.min(end, start + CONTEXT_WIDTH + 1)), CONTEXT_WIDTH) });
    start = end + 1;
  }
  return context;
}
