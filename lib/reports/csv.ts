/** A value of a cell; null is an empty one. */
export type CsvCell = string | number | Date | null;

/** Excel takes a file for UTF-8 only when it begins with this; other programs skip it. */
export const CSV_START = "\uFEFF";

// A spreadsheet runs what begins like this. Logs are written by whoever names a container on the host.
const FORMULA = /^[=+\-@\t\r]/;

const NEEDS_QUOTES = /[",\r\n]/;

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record of RFC 4180 with its line end. Text that a spreadsheet would take for a formula is made text by an apostrophe. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join(",")}\r\n`;
