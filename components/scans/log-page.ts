/** Lines of a log on one page. */
const PAGE_LINES = 2000;

/** A part of a log, in lines from 1. */
export interface LogPage {
  readonly page: number;
  readonly pages: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** The line the address asked for, if there is one. */
  readonly line: number | null;
  readonly ignored: readonly string[];
}

type Given = string | readonly string[] | undefined;

/** A decimal number from 1 to `most`; null for anything else. */
function numberUpTo(most: number, given: string): number | null {
  const value = /^[1-9]\d{0,8}$/.test(given) ? Number(given) : null;
  return value !== null && value <= most ? value : null;
}

/** The page an address asks for: that of `line`, else `page`, else the first. What cannot be followed is named. */
export function readLogPage(search: { readonly line?: Given; readonly page?: Given }, lines: number): LogPage {
  const pages = Math.max(1, Math.ceil(lines / PAGE_LINES));
  const given = { line: String(search.line ?? ""), page: String(search.page ?? "") };
  const line = numberUpTo(lines, given.line);
  const asked = numberUpTo(pages, given.page);
  const page = line === null ? (asked ?? 1) : Math.ceil(line / PAGE_LINES);
  const ignored = [
    ...(given.line !== "" && line === null ? [`line=${given.line}`] : []),
    ...(given.page !== "" && asked === null ? [`page=${given.page}`] : []),
  ];
  const firstLine = (page - 1) * PAGE_LINES + 1;
  return { page, pages, firstLine, lastLine: Math.min(lines, page * PAGE_LINES), line, ignored };
}
