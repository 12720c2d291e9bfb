import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import { runCoverage } from "@/lib/catalogue/run-coverage";

/** How many controls of a default run of its numbering a scan printed; null where that is not known. */
export function coverageOf(run: Pick<ResolvedRun, "edition" | "results">): { printed: number; usual: number } | null {
  const coverage = runCoverage(run);
  return coverage === null ? null : { printed: coverage.usual.length - coverage.missing.length, usual: coverage.usual.length };
}
