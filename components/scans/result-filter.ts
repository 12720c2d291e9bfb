import { LEVELS, type Level } from "@/lib/bench/report";
import type { ResolvedResult } from "@/lib/catalogue/resolve-run";

/** What of a scan's results is shown. Empty lists and texts filter nothing. */
export interface ResultFilter {
  readonly levels: readonly Level[];
  /** A section number ("5", "C"), or NO_SECTION. */
  readonly section: string | null;
  readonly text: string;
  /** Only results that no catalogue knows. */
  readonly unmapped: boolean;
}

export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

/** In the address, for results printed under no section. */
export const NO_SECTION = "none";

const TEXT_MAX = 200;

export const sectionOf = (result: Pick<ResolvedResult, "section">): string => result.section ?? NO_SECTION;

const isLevel = (value: string): value is Level => (LEVELS as readonly string[]).includes(value);

const first = (value: string | readonly string[] | undefined): string => (typeof value === "string" ? value : (value?.[0] ?? ""));

/** Reads the filter from an address; `ignored` names what was not understood, as "name=value". `sections` are those of the scan. */
export function readResultFilter(search: Search, sections: readonly string[]): { filter: ResultFilter; ignored: string[] } {
  const ignored: string[] = [];
  const given = first(search.level).split(",").filter(Boolean);
  const levels = LEVELS.filter((level) => given.some((value) => value.toUpperCase() === level));
  for (const value of given) if (!isLevel(value.toUpperCase())) ignored.push(`level=${value}`);
  const section = first(search.section) || null;
  const known = section !== null && sections.includes(section);
  if (section !== null && !known) ignored.push(`section=${section}`);
  const unmapped = first(search.unmapped);
  if (unmapped !== "" && unmapped !== "1") ignored.push(`unmapped=${unmapped}`);
  return {
    filter: { levels, section: known ? section : null, text: first(search.q).trim().slice(0, TEXT_MAX), unmapped: unmapped === "1" },
    ignored,
  };
}

/** The results of a scan that a filter leaves, in the order of the log. The text is looked for in number, title, items and notes. */
export function filterResults(results: readonly ResolvedResult[], filter: ResultFilter): ResolvedResult[] {
  const text = filter.text.toLowerCase();
  return results.filter(
    (result) =>
      (filter.levels.length === 0 || filter.levels.includes(result.level)) &&
      (filter.section === null || sectionOf(result) === filter.section) &&
      (!filter.unmapped || result.mapping === "unmapped") &&
      (text === "" || wordsOf(result).some((words) => words.toLowerCase().includes(text))),
  );
}

const wordsOf = ({ number, title, control, items, notes }: ResolvedResult): string[] => [
  number ?? "",
  title,
  control ?? "",
  ...items.map((item) => item.name),
  ...notes,
];

/** The same page with another filter. */
export function resultsHref(scanId: number, filter: ResultFilter): string {
  const query = new URLSearchParams();
  if (filter.levels.length > 0) query.set("level", filter.levels.join(","));
  if (filter.section !== null) query.set("section", filter.section);
  if (filter.unmapped) query.set("unmapped", "1");
  if (filter.text !== "") query.set("q", filter.text);
  const words = query.toString().replaceAll("%2C", ",");
  return `/scans/${scanId}${words === "" ? "" : `?${words}`}#results`;
}

export const NO_FILTER: ResultFilter = { levels: [], section: null, text: "", unmapped: false };
