import { stripEscapes } from "./strip-escapes";

/** Text that any reader, page and database column can take, and what had to be done to it. */
export interface CleanText {
  readonly text: string;
  readonly remarks: readonly string[];
}

// \p{Cc} is C0, DEL and C1; under the u flag \p{Cs} is half a surrogate pair, never a whole one.
const UNCLEAN = /[^\P{Cc}\t\n]|\p{Cs}/u;
const CONTROL = /[^\P{Cc}\t\n]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * Makes CRLF and lone CR line feeds, removes terminal escapes, and puts U+FFFD for every other control character and for half
 * surrogate pairs (PostgreSQL text refuses NUL and lone surrogates). Bidirectional marks stay. The lines of the answer are the
 * lines of the raw view; cleaning twice changes nothing.
 */
export function cleanText(text: string): CleanText {
  if (!UNCLEAN.test(text)) return { text, remarks: [] };
  const remarks: string[] = [];
  const lines = oneLineEnd(text, remarks);
  const plain = stripEscapes(lines);
  if (plain !== lines) remarks.push("terminal escape sequences removed");
  const withoutControls = replaceCounting(plain, CONTROL, "control character", remarks);
  return { text: replaceCounting(withoutControls, LONE_SURROGATE, "half surrogate pair", remarks), remarks };
}

function oneLineEnd(text: string, remarks: string[]): string {
  if (!text.includes("\r")) return text;
  let lone = 0;
  const unified = text.replace(/\r\n?/g, (end) => {
    if (end.length === 1) lone += 1;
    return "\n";
  });
  if (lone > 0) remarks.push(`${counted(lone, "lone carriage return")} read as line ${lone === 1 ? "end" : "ends"}`);
  return unified;
}

function replaceCounting(text: string, pattern: RegExp, what: string, remarks: string[]): string {
  let count = 0;
  const replaced = text.replace(pattern, () => {
    count += 1;
    return "\ufffd";
  });
  if (count > 0) remarks.push(`${counted(count, what)} replaced`);
  return replaced;
}

/** "1 NUL byte", "2 NUL bytes". */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
