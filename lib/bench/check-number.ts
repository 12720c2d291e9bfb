/**
 * Index after the number of a check or heading ("5", "5.31", "C.5.3.1") that begins at `from`; `from` itself when none does.
 * By hand, because a regular expression runs out of stack on a number of a million parts.
 */
export function endOfCheckNumber(text: string, from: number): number {
  const first = text.charCodeAt(from);
  const isCommunity = first >= UPPER_A && first <= UPPER_Z && text.charCodeAt(from + 1) === DOT;
  const digits = isCommunity ? from + 2 : from;
  let end = endOfDigits(text, digits);
  if (end === digits) return from;
  for (let next = end; text.charCodeAt(end) === DOT; end = next) {
    next = endOfDigits(text, end + 1);
    if (next === end + 1) return end;
  }
  return end;
}

/** Index of the first character at or after `from` that is no blank. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Index after the last character before `to` that is no blank, and not below `from`. */
export function endWithoutBlanks(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** What `\s` matches, asked of a character code: most lines are ASCII, and a regular expression per character is slow. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code >= 0xa0 && /\s/.test(String.fromCharCode(code));
}

const DOT = 0x2e;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;

function endOfDigits(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; code = text.charCodeAt(at)) at += 1;
  return at;
}
