import { plainLine } from "@/lib/shared/plain-line";

/** What begins a heading, a list or a rule at the start of a line; of a number only the point makes it one. */
const LEADING = /^(\d{1,9}(?=[.)])|)([#+.)-])/;

/** Everything that Markdown or HTML gives a meaning inside a line. */
const SPECIAL = /[\\`*_{}[\]<>|~&!()$^=]/g;
/** Addresses of which readers of Markdown make links by themselves: a word joiner, or an entity for the @, leaves them text. */
const BARE_ADDRESS = /(https?|ftp|mailto|www)(?=[:.])|(?<=\w)@(?=\w)/gi;

/**
 * Text of others as one line of Markdown that shows as it was written: no markup, no HTML, no links, no line break, no end of a table's
 * cell. Characters that change the direction of text are left out, so that a name cannot show as another.
 */
export const markdownLine = (text: string): string => escaped(plainLine(text));

function escaped(line: string): string {
  const safe = line.replace(SPECIAL, (character) => ENTITIES[character] ?? `\\${character}`);
  return safe.replace(BARE_ADDRESS, (part) => (part === "@" ? "&#64;" : `${part}\u2060`)).replace(LEADING, "$1\\$2");
}

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/** Text of others in paragraphs: an empty line parts them, every other line break becomes a space. */
export function markdownText(text: string): string {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(markdownLine)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** A row of a table, of cells that are Markdown already. */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** An address as a link that shows all of itself; as plain text when it is not plainly one of the web. */
export const markdownAddress = (url: string): string =>
  /^https:\/\/[\w.-]+(?:\/[\w./#?=&%~+:-]*)?$/.test(url) ? `<${url}>` : markdownLine(url);
