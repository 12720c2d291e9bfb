import type { Observation } from "@/lib/catalogue/observation";

/** One scan of one host. `observations` name each key once; their keys are the scan's coverage. */
export interface ScanStep {
  readonly scanId: number;
  /** The scan's own time, epoch milliseconds. */
  readonly ranAt: number;
  /** Digest of the results: orders scans of one instant, so that every upload order folds alike. */
  readonly digest: string;
  /** Tool family ("docker-bench", "kube-bench"): what one family does not print says nothing about the other's controls. */
  readonly tool: string;
  readonly edition: string | null;
  readonly observations: readonly Observation[];
}

/** What a person did. `reopen` takes back work and decisions; `assign` is recorded and moves nothing. */
export type ActDeed =
  | { readonly kind: "start" | "saysFixed" | "assign" }
  | { readonly kind: "reopen"; readonly reason: string }
  | {
      readonly kind: "accept";
      readonly acceptanceId: string;
      /** Item keys; null accepts any item. */
      readonly items: readonly string[] | null;
      readonly until: number;
      readonly reason: string;
    }
  | { readonly kind: "retireAcceptance"; readonly acceptanceId: string; readonly reason: string }
  | { readonly kind: "notApplicable"; readonly reason: string }
  | {
      readonly kind: "attest";
      readonly attestationId: string;
      readonly says: "pass" | "fail";
      readonly until: number;
      readonly reason: string;
    }
  | { readonly kind: "retireAttestation"; readonly attestationId: string; readonly reason: string };

export type ActKind = ActDeed["kind"];

/** One act on one finding of one host. Append-only; `at` is the clock's time in epoch milliseconds. */
export type ActStep = ActDeed & {
  readonly actId: number;
  readonly at: number;
  readonly key: string;
  readonly control: string | null;
};

/**
 * A place in a host's history. At one instant an expiry comes first ("at d it becomes …"), then scans, then acts, so
 * that a claim is only ever verified by a scan that ran after it.
 */
export interface Position {
  readonly at: number;
  readonly rank: 0 | 1 | 2;
  readonly tie: string;
}

export const scanPosition = (scan: Pick<ScanStep, "ranAt" | "digest">): Position => ({ at: scan.ranAt, rank: 1, tie: scan.digest });

export const actPosition = (act: Pick<ActStep, "at" | "actId">): Position => ({
  at: act.at,
  rank: 2,
  tie: String(act.actId).padStart(16, "0"),
});

export const expiryPosition = (at: number, key: string, id: string): Position => ({ at, rank: 0, tie: `${key}\n${id}` });

export function comparePositions(a: Position, b: Position): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.tie === b.tie) return 0;
  return a.tie < b.tie ? -1 : 1;
}
