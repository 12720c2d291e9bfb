import type { Verdict } from "@/lib/hardening/finding";
import { type FindingState, isFailing } from "@/lib/hardening/states";
import { firstTargetStatus, type TaskedEvent, type TaskStatus, targetAfterFinding } from "./task-status";

/** One task on a control of a host. */
export interface FollowingTarget {
  readonly taskId: number;
  readonly status: TaskStatus;
  /** Epoch milliseconds; null when it was never verified. */
  readonly verifiedAt: number | null;
  /** Keys of the items it is about; null for the check as a whole. */
  readonly scope: readonly string[] | null;
}

/** What is known of the finding now. */
export interface FollowedFinding {
  readonly state: FindingState;
  /** What evidence alone says. */
  readonly verdict: Verdict;
  /** Somebody said that it is fixed, and no scan has run since. */
  readonly claimed: boolean;
  /** Keys of what it names. */
  readonly items: readonly string[];
}

export interface TargetChange {
  readonly taskId: number;
  readonly from: TaskStatus;
  readonly status: TaskStatus;
}

/**
 * What becomes of the tasks on one control of one host after something happened to their finding. The open one follows. When none is
 * open, or none any more, the one verified last of those whose work came undone reopens: at most one is ever open.
 */
export function followFinding(
  targets: readonly FollowingTarget[],
  events: readonly TaskedEvent[],
  finding: FollowedFinding | null,
): TargetChange[] {
  const changes: TargetChange[] = [];
  for (const target of inTurn(targets)) {
    const status = statusAfter(target, events, finding);
    if (status !== target.status) changes.push({ taskId: target.taskId, from: target.status, status });
    if (status !== "verified") break;
  }
  return changes;
}

/** The open target first, then the verified ones, newest first: in this order they may be open. */
export const inTurn = <T extends Pick<FollowingTarget, "taskId" | "status" | "verifiedAt">>(targets: readonly T[]): readonly T[] =>
  [...targets].sort(
    (a, b) =>
      Number(a.status === "verified") - Number(b.status === "verified") || (b.verifiedAt ?? 0) - (a.verifiedAt ?? 0) || b.taskId - a.taskId,
  );

function statusAfter(target: FollowingTarget, events: readonly TaskedEvent[], finding: FollowedFinding | null): TaskStatus {
  const said = target.scope === null || finding === null ? null : scopedStatus(target.status, target.scope, finding);
  if (said !== null) return said;
  let { status } = target;
  for (const event of events) status = targetAfterFinding(status, event);
  return status;
}

/**
 * What evidence makes of a target that is about some items only; null where evidence says nothing new and the target follows what
 * people do. Verified by a pass, or by a fail that names none of its items any more; open again when one of them is named again. What
 * else fails does not matter to it. A claim waits for a scan that runs after it, like every claim.
 */
export function scopedStatus(status: TaskStatus, scope: readonly string[], finding: FollowedFinding): TaskStatus | null {
  if (finding.state === "hardened") return "verified";
  const fails = finding.verdict === "open" || finding.verdict === "regressed";
  const named = fails && scope.some((key) => finding.items.includes(key));
  if (status === "verified") return named && isFailing(finding.state) ? firstTargetStatus(finding.state) : "verified";
  return fails && !named && !finding.claimed ? "verified" : null;
}
