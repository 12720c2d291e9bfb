/**
 * Index after the number of a check or heading ("5", "5.31", "C.5.3.1") that begins at `from`; `from` itself when none does.
 * By hand, because a regular expression runs out of stack on a number of a million parts.
 */
export function endOfCheckNumber(text: string, from: number): number {
  const isCommunity = /[A-Z]/.test(text[from] ?? "") && text[from + 1] === ".";
  let end = endOfDigits(text, isCommunity ? from + 2 : from);
  if (end === (isCommunity ? from + 2 : from)) return from;
  for (let next = end; text[end] === "."; end = next) {
    next = endOfDigits(text, end + 1);
    if (next === end + 1) return end;
  }
  return end;
}

/** Index of the first character at or after `from` that is no blank. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return at;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (/\d/.test(text[at] ?? "")) at += 1;
  return at;
}
