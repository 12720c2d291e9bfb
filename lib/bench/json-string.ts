/** Where a string stands decides what may follow its closing quote. */
export type StringRole = "key" | "member" | "element" | "root";

export interface JsonString {
  readonly value: string;
  /** Index after the string. */
  readonly end: number;
  /** True when the string follows the grammar. */
  readonly intact: boolean;
}

/** Keys the tool writes; one of them in a list means that the opening brace was never written. */
const TOOL_KEYS: ReadonlySet<string> = new Set([
  "id",
  "desc",
  "result",
  "details",
  "items",
  "results",
  "remediation",
  "remediation-impact",
]);
const LONGEST_TOOL_KEY = 24;
const KEY_LOOK_AHEAD = 256;

/**
 * Reads the string whose opening quote is at `start`. The tool never escapes, so a quote ends the string only if what follows
 * could follow a string there; a backslash that starts no escape stands for itself. Valid JSON is read as JSON.parse reads it.
 */
export function readJsonString(text: string, start: number, role: StringRole): JsonString {
  // Filled by the first escape only: most strings have none, and a large file has a million strings.
  let parts: string[] | null = null;
  let intact = true;
  let from = start + 1;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      if (closes(text, start, at, role)) return { value: joined(parts, text.slice(from, at)), end: at + 1, intact };
      intact = false;
    } else if (code === BACKSLASH) {
      const escaped = readEscape(text, at);
      parts ??= [];
      parts.push(text.slice(from, at), escaped.value);
      intact &&= escaped.intact;
      at = escaped.end - 1;
      from = escaped.end;
    } else if (code < 0x20) {
      intact = false;
      if (code === LINE_FEED && startsMember(text, at + 1)) return { value: joined(parts, text.slice(from, at)), end: at, intact };
    }
  }
  return { value: joined(parts, text.slice(from)), end: text.length, intact: false };
}

const joined = (parts: readonly string[] | null, rest: string): string => (parts === null ? rest : parts.join("") + rest);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

function readEscape(text: string, at: number): JsonString {
  const simple = ESCAPES.get(text[at + 1] ?? "");
  if (simple !== undefined) return { value: simple, end: at + 2, intact: true };
  const hex = text[at + 1] === "u" ? text.slice(at + 2, at + 6) : "";
  if (/^[0-9a-fA-F]{4}$/.test(hex)) return { value: String.fromCharCode(Number.parseInt(hex, 16)), end: at + 6, intact: true };
  return { value: "\\", end: at + 1, intact: false };
}

function closes(text: string, start: number, quote: number, role: StringRole): boolean {
  const at = skipJsonBlanks(text, quote + 1);
  const next = text[at];
  if (next === undefined || role === "root") return true;
  if (next === ":")
    return role === "key" || (role === "element" && quote - start <= LONGEST_TOOL_KEY && TOOL_KEYS.has(text.slice(start + 1, quote)));
  if (next === "}" || next === "]") return true;
  if (role === "key") return next === ",";
  if (next === ",")
    return role === "member" ? mayBeKey(text, skipJsonBlanks(text, at + 1)) : mayBeValue(text[skipJsonBlanks(text, at + 1)]);
  // A forgotten comma before the next member.
  return next === '"' && at > quote + 1 && role === "member" && startsKey(text, at);
}

const mayBeValue = (next: string | undefined): boolean => next === undefined || /["{[\]\d\-tfn]/.test(next);

/** After a comma in an object: a key, the end of a cut file, or the closing brace of a list that ends in a comma. */
function mayBeKey(text: string, at: number): boolean {
  const next = text[at];
  return next === undefined || next === "}" || (next === '"' && startsKey(text, at));
}

/** True unless the string at `at` is plainly no key: keys are followed by a colon. A key too long to tell is believed. */
function startsKey(text: string, at: number): boolean {
  const limit = Math.min(text.length, at + KEY_LOOK_AHEAD);
  for (let index = at + 1; index < limit; index += 1) {
    const code = text.charCodeAt(index);
    if (code === BACKSLASH) index += 1;
    else if (code === QUOTE) {
      const after = text[skipJsonBlanks(text, index + 1)];
      return after === ":" || after === undefined;
    } else if (code < 0x20) return false;
  }
  return true;
}

/** After a raw line break in a string: is the next line one the tool would write? Then the closing quote is missing. */
function startsMember(text: string, from: number): boolean {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  const next = text[at];
  return next === "}" || next === "]" || next === "{" || (next === '"' && startsKey(text, at));
}

/** Index of the first character at or after `from` that JSON does not pass over. */
export function skipJsonBlanks(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 0x20 || code === LINE_FEED || code === 0x09 || code === 0x0d; code = text.charCodeAt(at))
    at += 1;
  return at;
}
