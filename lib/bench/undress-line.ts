import { endWithoutBlanks, skipBlanks } from "./check-number";
import { levelTagAt, TAG_LENGTH } from "./level-tag";
import { endOfPrefixes } from "./line-prefix";
import { readUntagged } from "./untagged-line";

const DECORATION = /[\s*_>#|`~"'+-]{1,64}/y;
/** `$\color{red}{\textsf{[WARN]}}$`, as people colour a log on GitHub. */
const COLOUR_MARKUP = /\$`?\{?\\(?:text)?color\{#?\w{1,20}\}\{?(?:\\text\w{0,4}\{)?(?=\[)/y;
const END_OF_COLOUR = /[}`]{0,4}\$/y;
const ELEMENT = /(?:<(?:span|font|p|li|pre|code|strong|b)(?: [^<>]{0,200})?>){1,3}(?=\[)/y;
const END_OF_ELEMENT = /(?:<\/\w{1,6}>){1,3}/y;

/**
 * A line without what others put around it: the prefix of a log collector, Markdown, a table, colour markup. The answer begins with
 * a level, or is a line of the header, or is the line itself. Linear, and what is no known shape stays as it is.
 */
export function undressLine(line: string): string {
  const rest = line.slice(endOfPrefixes(line));
  const start = skipBlanks(rest, 0);
  if (start === rest.length || levelTagAt(rest, start) !== null) return rest;
  return fromTable(rest) ?? fromMarkup(rest) ?? fromMarkdown(rest) ?? line;
}

function fromMarkdown(rest: string): string | null {
  const from = endOf(DECORATION, rest, 0);
  const decoration = rest.slice(0, from);
  if (from > 0 && levelTagAt(rest, from) !== null) return withoutClosing(rest.slice(from), decoration);
  if (readUntagged(rest.trim()) !== null) return rest;
  // "**# Docker Bench …**", "> # ---", "\"Section A - …\",": the first sign of the header's own lines is not taken for decoration.
  const open = endOf(QUOTING, rest, 0);
  if (open === 0) return null;
  const bare = withoutClosing(rest.slice(open), rest.slice(0, open)).trim();
  return readUntagged(bare) === null ? null : bare;
}

const QUOTING = /[\s*>"'`|]{1,64}/y;

/** Removes what closes the decoration that a line opened with, and only that. */
function withoutClosing(text: string, opening: string): string {
  let end = endWithoutBlanks(text, 0, text.length);
  if (opening.includes('"') && text[end - 1] === ",") end -= 1;
  for (const mark of ["**", '"', "`", "|"]) {
    if (opening.includes(mark) && end > TAG_LENGTH && text.endsWith(mark, end)) end = endWithoutBlanks(text, 0, end - mark.length);
  }
  return text.slice(0, end);
}

function fromMarkup(rest: string): string | null {
  const colour = endOf(COLOUR_MARKUP, rest, 0);
  const element = colour > 0 ? 0 : endOf(ELEMENT, rest, 0);
  const at = colour + element;
  if (at === 0 || levelTagAt(rest, at) === null) return null;
  const tag = rest.slice(at, at + TAG_LENGTH);
  const after = endOf(colour > 0 ? END_OF_COLOUR : END_OF_ELEMENT, rest, at + TAG_LENGTH);
  return tag + withoutEndTags(rest.slice(Math.max(after, at + TAG_LENGTH)));
}

const LONGEST_ENDING = 64;

/** Removes "<br>", "</li>" at the end of a line. Only the last characters are looked at. */
function withoutEndTags(text: string): string {
  const near = Math.max(0, text.length - LONGEST_ENDING);
  const ending = /(?:<br ?\/?>|<\/\w{1,6}>|\s){1,8}$/.exec(text.slice(near));
  return ending ? text.slice(0, near + ending.index) : text;
}

const LONGEST_ROW = 4096;
const LEVEL_CELL = /^[`*]{0,2}(?:\[(PASS|WARN|INFO|NOTE)\]|(PASS|WARN|INFO|NOTE))[`*]{0,2}$/;
const NUMBER_CELL = /^[`*]{0,2}((?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,3})[`*]{0,2}$/;
const NUMBERED_TITLE = /^(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,3} {1,2}- \S/;

/** Items, the footer, and the one check that is printed without its number. */
const UNNUMBERED = /^(?:\* |Checks: |Score: |Ensure )/;

/**
 * A row of a table of results: "| [WARN] | 5.1 | Title |", "| WARN | 5.1 - Title |". The level comes first, so that the tables of
 * other things, in which a word and a number occur too, stay what they are.
 */
function fromTable(rest: string): string | null {
  const at = skipBlanks(rest, 0);
  if (rest[at] !== "|" || rest.length > LONGEST_ROW) return null;
  const cells = rest.slice(at + 1).split("|", 5);
  const [first = "", second, third] = cells.map((cell) => cell.trim());
  const level = LEVEL_CELL.exec(first);
  if (!level || second === undefined) return null;
  const tag = `[${level[1] ?? level[2]}] `;
  if (NUMBERED_TITLE.test(second) || UNNUMBERED.test(second)) return tag + second;
  const number = NUMBER_CELL.exec(second)?.[1];
  return number !== undefined && third !== undefined && /^[A-Z\d]/.test(third) ? `${tag}${number} - ${third}` : null;
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
