import { endOfCheckNumber, endWithoutBlanks, isBlank, skipBlanks } from "./check-number";
import { foldBlanks } from "./fold-blanks";
import { levelTagAt, TAG_LENGTH } from "./level-tag";
import type { Level } from "./report";
import { undressLine } from "./undress-line";
import { readUntagged, type UntaggedLine } from "./untagged-line";

/** What one printed line of docker-bench-security is, by its shape alone. */
export type BenchLine =
  | { readonly kind: "blank" }
  | UntaggedLine
  | { readonly kind: "heading"; readonly level: Level; readonly section: string; readonly title: string }
  /** A check, or a sub-heading such as "1.1 - General Configuration": only what follows tells. */
  | { readonly kind: "check"; readonly level: Level; readonly id: string; readonly title: string }
  | { readonly kind: "without-id"; readonly level: Level; readonly title: string }
  | { readonly kind: "sub"; readonly level: Level; readonly words: string }
  | { readonly kind: "checks" | "score"; readonly value: number }
  /** "[PASS] 1.1.1 Title": the id is followed by no dash, as kube-bench and aquasecurity's docker-bench print it. */
  | { readonly kind: "no-dash"; readonly level: Level; readonly id: string }
  | { readonly kind: "notice"; readonly words: string }
  | { readonly kind: "other" };

const BLANK: BenchLine = { kind: "blank" };
const OTHER: BenchLine = { kind: "other" };

const ANY_TAG = /\[(?:PASS|WARN|INFO|NOTE|FAIL)\]/g;

/**
 * Cuts a line on which several results were joined ("… web-1 [WARN] 5.11 - …") into one piece per result. Only a line that begins
 * with a level is one of the tool's: a sentence in which a result is quoted stays whole.
 */
export function splitJoined(line: string): string[] {
  if (line.indexOf("[", 1) === -1) return [line];
  const plain = undressed(line);
  const cuts: number[] = [];
  if (levelTagAt(plain, skipBlanks(plain, 0)) !== null) {
    for (const { index } of plain.matchAll(ANY_TAG)) if (index > 0 && startsResult(plain, index + TAG_LENGTH)) cuts.push(index);
  }
  return cuts.length === 0 ? [line] : [0, ...cuts].map((start, index) => plain.slice(start, cuts[index]));
}

/** A level in the middle of a line starts a second result only when a number and a dash, or a bullet, follow it. */
function startsResult(line: string, afterTag: number): boolean {
  const at = skipBlanks(line, afterTag);
  if (at === afterTag) return false;
  if (line.charCodeAt(at) === STAR) return isBlank(line.charCodeAt(at + 1));
  const end = endOfCheckNumber(line, at);
  const dash = skipBlanks(line, end);
  return end > at && line.slice(at, end).includes(".") && line.charCodeAt(dash) === DASH && isBlank(line.charCodeAt(dash + 1));
}

/** Reads one line, already free of terminal escapes. Total, and linear in the length of the line. */
export function readLine(line: string): BenchLine {
  const at = skipBlanks(line, 0);
  if (at === line.length || line.startsWith("```", at)) return BLANK;
  const level = levelTagAt(line, at);
  if (level !== null) return readTagged(line, level, at + TAG_LENGTH);
  const plain = undressLine(line);
  const start = skipBlanks(plain, 0);
  if (start === plain.length) return BLANK;
  const inner = levelTagAt(plain, start);
  if (inner !== null) return readTagged(plain, inner, start + TAG_LENGTH);
  return readUntagged(plain.trim()) ?? OTHER;
}

const undressed = (line: string): string => (levelTagAt(line, skipBlanks(line, 0)) === null ? undressLine(line) : line);

const STAR = 0x2a;
const DASH = 0x2d;

function readTagged(line: string, level: Level, from: number): BenchLine {
  const at = skipBlanks(line, from);
  const end = endWithoutBlanks(line, at, line.length);
  if (line.charCodeAt(at) === STAR) return { kind: "sub", level, words: line.slice(skipBlanks(line, at + 1), end) };
  const afterId = endOfCheckNumber(line, at);
  const numbered = afterId > at ? readNumbered(line, level, at, afterId, end) : null;
  return numbered ?? readUnnumbered(level, line.slice(at, end));
}

function readUnnumbered(level: Level, body: string): BenchLine {
  const footer = /^(Checks|Score): *(-?\d{1,9})$/.exec(body);
  if (footer) return { kind: footer[1] === "Checks" ? "checks" : "score", value: Number(footer[2]) };
  if (body.startsWith("Some tests might require root")) return { kind: "notice", words: body };
  return { kind: "without-id", level, title: foldBlanks(body) };
}

function readNumbered(line: string, level: Level, at: number, afterId: number, end: number): BenchLine | null {
  const id = line.slice(at, afterId);
  const dash = skipBlanks(line, afterId);
  const code = line.charCodeAt(dash);
  // Word processors make a dash an en or em dash.
  if (code !== DASH && code !== 0x2013 && code !== 0x2014) return dash > afterId && dash < end ? { kind: "no-dash", level, id } : null;
  const title = foldBlanks(line.slice(dash + 1, end));
  if (!id.includes(".")) return { kind: "heading", level, section: id, title };
  return title === "" ? null : { kind: "check", level, id, title };
}
