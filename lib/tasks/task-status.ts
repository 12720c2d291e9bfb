import type { EventKind } from "@/lib/hardening/events";
import type { FindingState } from "@/lib/hardening/states";

/** Of a task, and of each of its targets (one host). Board columns, in this order. */
export const TASK_STATUSES = ["to_do", "in_progress", "awaiting_verification", "verified"] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const TASK_STATUS_LABELS: Readonly<Record<TaskStatus, string>> = {
  to_do: "To do",
  in_progress: "In progress",
  awaiting_verification: "Awaiting verification",
  verified: "Verified",
};

/** One host of a task. */
export interface TargetView {
  readonly status: TaskStatus;
  /** Its finding is accepted or not applicable: nothing is to be done there, and nothing is proved either. */
  readonly waived: boolean;
}

export const isWaived = (state: FindingState): boolean => state === "accepted" || state === "not_applicable";

/**
 * What a task is, by its hosts: verified when evidence verified every host that is not waived, and at least one;
 * awaiting when all that is left waits for a scan; in progress when anybody has begun on what is left.
 */
export function taskStatusOf(targets: readonly TargetView[]): TaskStatus {
  const left = targets.filter((target) => target.status !== "verified" && !target.waived);
  if (left.length === 0) return targets.some((target) => target.status === "verified") ? "verified" : statusOfOpen(targets);
  return statusOfOpen(left);
}

function statusOfOpen(targets: readonly TargetView[]): TaskStatus {
  if (targets.length > 0 && targets.every(({ status }) => status === "awaiting_verification")) return "awaiting_verification";
  return targets.some(({ status }) => status === "in_progress" || status === "awaiting_verification") ? "in_progress" : "to_do";
}

/** How far a task is: "3 of 4 hosts". Waived hosts are not counted. */
export function progressOf(targets: readonly TargetView[]): { readonly verified: number; readonly of: number } {
  const verified = targets.filter((target) => target.status === "verified").length;
  const waived = targets.filter((target) => target.status !== "verified" && target.waived).length;
  return { verified, of: targets.length - waived };
}

/** Where a target starts: on a finding that somebody works on already it is not "to do". */
export function firstTargetStatus(state: FindingState): TaskStatus {
  if (state === "hardened") return "verified";
  return state === "in_progress" || state === "awaiting_verification" ? state : "to_do";
}

/** The part of a finding's event that matters to the task on it. */
export interface TaskedEvent {
  readonly kind: EventKind;
  readonly from: FindingState | null;
  readonly to: FindingState;
}

/**
 * What an event of its finding makes of a target. Evidence, or an attestation, verifies; a fail after "says fixed"
 * sends it back to in progress; a fail after verified reopens it. Losing the evidence (undecided, absent) or being
 * waived leaves it where it is.
 */
export function targetAfterFinding(status: TaskStatus, { kind, to }: TaskedEvent): TaskStatus {
  switch (to) {
    case "hardened":
      return "verified";
    case "in_progress":
    case "awaiting_verification":
      return to;
    case "regressed":
    case "open":
      if (kind === "still_failing") return "in_progress";
      return kind === "reopened" || status === "verified" ? "to_do" : status;
    default:
      // Under an acceptance or "not applicable" the work may have been contradicted all the same.
      return kind === "still_failing" ? "in_progress" : status;
  }
}
