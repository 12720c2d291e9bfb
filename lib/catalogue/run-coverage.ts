import { getEdition } from "./editions";
import type { ResolvedRun } from "./resolve-run";

/** The controls of a default run of an edition, and those of them that a run does not print. */
export interface RunCoverage {
  readonly usual: readonly string[];
  readonly missing: readonly string[];
}

/**
 * What a run covers of its edition. Null where no edition was identified, or not all of it is known. Checks that only run when they
 * are asked for do not count as missing.
 */
export function runCoverage({ edition: key, results }: Pick<ResolvedRun, "edition" | "results">): RunCoverage | null {
  const edition = key === null ? null : getEdition(key);
  if (edition === null || !edition.whole) return null;
  const printed = new Set(results.map((result) => result.control));
  const usual = new Set(edition.checks.flatMap((check) => (check.inDefaultRun && check.control !== null ? [check.control] : [])));
  return { usual: [...usual], missing: [...usual].filter((control) => !printed.has(control)) };
}
