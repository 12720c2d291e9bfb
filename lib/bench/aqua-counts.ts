import type { AquaLevel } from "./aqua-line";
import type { Level } from "./report";

/** What the tool says it found, by level; a level it did not print is absent. */
export type AquaCounts = { [level in AquaLevel]?: number | undefined };

const AQUA_LEVELS: readonly AquaLevel[] = ["PASS", "FAIL", "WARN", "INFO"];

/** All checks the tool counted; null when one of the four lines is missing. */
export function totalOf(counts: AquaCounts): number | null {
  const values = AQUA_LEVELS.map((level) => counts[level]);
  return values.every((value) => value !== undefined) ? values.reduce((sum, value) => sum + value, 0) : null;
}

/** Says where the results that were read differ from the tool's own counts, in words for people; null when they agree. */
export function differenceFrom(counts: AquaCounts, results: readonly { readonly level: Level }[]): string | null {
  const differing = AQUA_LEVELS.flatMap((level) => {
    const read = results.filter((result) => result.level === level).length;
    const counted = counts[level];
    return counted === read ? [] : [`${counted ?? "no"} ${level}, but ${read} ${read === 1 ? "is" : "are"} here`];
  });
  return differing.length === 0 ? null : `the tool counted ${differing.join("; ")}`;
}
