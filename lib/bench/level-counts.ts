import type { BenchRun, Level } from "./report";

/** Results of a run by level as printed. */
export function levelCounts(run: Pick<BenchRun, "results">): Record<Level, number> {
  const counts: Record<Level, number> = { PASS: 0, WARN: 0, INFO: 0, NOTE: 0, FAIL: 0 };
  for (const result of run.results) counts[result.level] += 1;
  return counts;
}
