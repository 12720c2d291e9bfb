import { getEdition } from "@/lib/catalogue/editions";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";

/**
 * How many controls of a default run of its numbering a scan printed. Null where no numbering was
 * identified, or not all of it is known. Checks that only
 * run when they are asked for do not count as missing.
 */
export function coverageOf(run: Pick<ResolvedRun, "edition" | "results">): { printed: number; usual: number } | null {
  const edition = run.edition === null ? null : getEdition(run.edition);
  if (edition === null || !edition.whole) return null;
  const printed = new Set(run.results.map((result) => result.control));
  const usual = new Set(edition.checks.flatMap((check) => (check.inDefaultRun && check.control !== null ? [check.control] : [])));
  return { printed: [...usual].filter((control) => printed.has(control)).length, usual: usual.size };
}
