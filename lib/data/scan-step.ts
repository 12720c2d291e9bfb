import "server-only";
import { toolOf } from "@/lib/bench/tool";
import { type Observation, observations } from "@/lib/catalogue/observation";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import type { ScanStep } from "@/lib/hardening/steps";
import { sha256 } from "./blob";

/**
 * The digest of what a run says: equal for the text and the JSON of one run, because it is made of outcomes and item keys,
 * not of words and lines.
 */
export function digestResults(observed: readonly Observation[]): string {
  return sha256(JSON.stringify(observed.map(({ key, outcome, items }) => [key, outcome, items.map((item) => item.key)])));
}

/** A run as the fold takes it. */
export function scanStep(
  run: ResolvedRun,
  scan: { readonly scanId: number; readonly ranAt: Date; readonly digest: string },
  observed: readonly Observation[] = observations(run),
): ScanStep {
  return {
    scanId: scan.scanId,
    ranAt: scan.ranAt.getTime(),
    digest: scan.digest,
    tool: toolOf(run.format),
    edition: run.edition,
    observations: observed,
  };
}

/** The address of a set of keys one tool covered. */
export const coverageId = (tool: string, keys: Iterable<string>): string => sha256(JSON.stringify([tool, [...keys].sort()]));
