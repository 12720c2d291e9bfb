import type { ResultDraft } from "./run-draft";

const DOTTED = /^\d+(?:\.\w+)+$/;
const READS_LIKE_CHECK =
  /\((?:Scored|Not Scored|Automated|Manual)\)$|^(?:\[DEPRECATED\]|Ensure|Verify|Avoid|Minimi[sz]e|Prefer|Restrict|Do not|Use|If) /;

/**
 * The headings among the INFO results of one run: "1.1 API Server" is printed like a check that was skipped. A heading is followed
 * by a number below its own, or by a number of the DISA STIG, which have no parents; where its checks are not there, it is
 * less deep than the checks of its section. In a section of nothing but INFO a shallow number is a check if its title reads like one.
 */
export function headingsAmong(results: readonly ResultDraft[]): ReadonlySet<ResultDraft> {
  const shallowest = shallowestChecks(results);
  const headings = new Set<ResultDraft>();
  for (const [index, result] of results.entries()) {
    if (result.level !== "INFO" || result.id === null || !DOTTED.test(result.id)) continue;
    const next = results[index + 1];
    if (isAbove(result.id, next?.id ?? null)) headings.add(result);
    else {
      const depth = depthOf(result.id);
      const least = shallowest.get(result.section ?? "");
      if (least === undefined ? depth < 3 && !READS_LIKE_CHECK.test(result.title) : depth < least) headings.add(result);
    }
  }
  return headings;
}

/** True when the line with the number `next` belongs under a heading with the number `id`. */
const isAbove = (id: string, next: string | null): boolean =>
  next !== null && (!/^\d/.test(next) || (next.startsWith(`${id}.`) && /^\d/.test(next.slice(id.length + 1))));

/** Letters do not count: "5.25.a" stands beside "5.24". */
const depthOf = (id: string): number => id.split(".").filter((part) => /^\d/.test(part)).length;

function shallowestChecks(results: readonly ResultDraft[]): Map<string, number> {
  const least = new Map<string, number>();
  for (const { level, id, section } of results) {
    if (level === "INFO" || id === null || !/^\d/.test(id)) continue;
    const depth = depthOf(id);
    if (depth < (least.get(section ?? "") ?? Number.POSITIVE_INFINITY)) least.set(section ?? "", depth);
  }
  return least;
}
