import { counted } from "@/lib/shared/counted";
import { groupBy } from "@/lib/shared/group-by";
import { oneLine } from "./notice";
import { groupOf, groupWords, noticePath, noticeWords, type ToldNotice } from "./told-notice";

/** A mail without its addresses. The subject is one line; the HTML holds no image, style sheet or script. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** One thing to tell, and where to read on: a path of this installation. */
export interface MailLine {
  readonly words: string;
  readonly details: readonly string[];
  readonly path: string;
}

export interface MailSection {
  /** Null where there is only one. */
  readonly heading: string | null;
  readonly lines: readonly MailLine[];
}

const LONGEST_SUBJECT = 150;
/** More than people read in a mail; the rest is in the inbox. */
const MOST_LINES = 50;
const MOST_DETAILS = 10;

/** One mail of all that a person was told in the meantime; checks of one host and scan are one line. `notices` is never empty. */
export function composeNotices(notices: readonly ToldNotice[], baseUrl: string): MailText {
  const groups = [...groupBy(notices, (notice) => groupOf(notice) ?? notice).values()];
  const lines = groups.slice(0, MOST_LINES).flatMap((group) => lineOf(group));
  if (groups.length > MOST_LINES) {
    lines.push({ words: `${groups.length - MOST_LINES} more are in your inbox`, details: [], path: "/inbox" });
  }
  const rest = groups.length - 1;
  const subject = `${lines[0]?.words ?? ""}${rest > 0 ? `, and ${counted(rest, "more notice")}` : ""}`;
  return renderMail(subject, [{ heading: null, lines }], baseUrl);
}

function lineOf(group: readonly ToldNotice[]): MailLine[] {
  const [first] = group;
  if (first === undefined) return [];
  const path = noticePath(first, group.length);
  if (group.length === 1) return [{ words: noticeWords(first), details: first.detail === null ? [] : [first.detail], path }];
  const titles = group.slice(0, MOST_DETAILS).map(({ title }) => title);
  if (group.length > MOST_DETAILS) titles.push(`and ${group.length - MOST_DETAILS} more`);
  return [{ words: groupWords(first, group.length), details: titles, path }];
}

/** Plain text and HTML of the same sections, with whole addresses and the way to the settings. */
export function renderMail(subject: string, sections: readonly MailSection[], baseUrl: string): MailText {
  const settings = `${baseUrl}/settings/notifications`;
  return {
    subject: oneLine(subject, LONGEST_SUBJECT),
    text: [...sections.map((section) => sectionText(section, baseUrl)), `What you are told of: ${settings}`].join("\n\n"),
    html: `<!doctype html><html lang="en"><body>${sections.map((section) => sectionHtml(section, baseUrl)).join("")}<p><small><a href="${escapeHtml(settings)}">What you are told of</a></small></p></body></html>`,
  };
}

function sectionText({ heading, lines }: MailSection, baseUrl: string): string {
  const texts = lines.map(({ words, details, path }) => [words, ...details.map((line) => `  ${line}`), `  ${baseUrl}${path}`].join("\n"));
  return [...(heading === null ? [] : [heading.toUpperCase()]), ...texts].join("\n\n");
}

function sectionHtml({ heading, lines }: MailSection, baseUrl: string): string {
  const items = lines.map(
    ({ words, details, path }) =>
      `<li><a href="${escapeHtml(`${baseUrl}${path}`)}">${escapeHtml(words)}</a>${details.map((line) => `<br>${escapeHtml(line)}`).join("")}</li>`,
  );
  return `${heading === null ? "" : `<h2>${escapeHtml(heading)}</h2>`}<ul>${items.join("")}</ul>`;
}

const HTML_MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => HTML_MARKS[mark] ?? mark);
