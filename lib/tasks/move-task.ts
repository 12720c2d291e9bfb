import type { FindingState } from "@/lib/hardening/states";
import type { ActKind } from "@/lib/hardening/steps";
import { err, ok, type Result } from "@/lib/shared/result";
import { isWaived, type TaskStatus } from "./task-status";

/** Where a person may move a task. Nobody moves one to verified, and only a scan moves one away from it. */
export const TASK_MOVES: Readonly<Record<TaskStatus, readonly TaskStatus[]>> = {
  to_do: ["in_progress", "awaiting_verification"],
  in_progress: ["to_do", "awaiting_verification"],
  awaiting_verification: ["to_do", "in_progress"],
  verified: [],
};

export interface MoveRefusal {
  readonly code: "only_evidence_verifies" | "already_verified" | "already_there";
  /** For people. */
  readonly message: string;
}

/** Null when a person may move a task from one status to another. */
export function refusalOf(from: TaskStatus, to: TaskStatus): MoveRefusal | null {
  if (TASK_MOVES[from].includes(to)) return null;
  if (from === to) return { code: "already_there", message: "The task is there already." };
  if (to === "verified") {
    return { code: "only_evidence_verifies", message: "Only a scan can verify. Upload one, or attest with a reason." };
  }
  return { code: "already_verified", message: "A verified task reopens by itself when a scan fails." };
}

/** One host of the task with the present state of its finding; null when nothing is known of the control there. */
export interface MovingTarget {
  readonly hostId: number;
  readonly status: TaskStatus;
  readonly state: FindingState | null;
}

export interface TargetMove {
  readonly hostId: number;
  readonly status: TaskStatus;
  /** The act to record on the host's finding, whose fold then says the same; null where the finding takes none. */
  readonly act: Extract<ActKind, "start" | "saysFixed" | "reopen"> | null;
}

const ACT_OF = { to_do: "reopen", in_progress: "start", awaiting_verification: "saysFixed" } as const;

const TAKES_ACT: Readonly<Record<keyof typeof ACT_OF, readonly FindingState[]>> = {
  to_do: ["in_progress", "awaiting_verification"],
  in_progress: ["open", "regressed", "awaiting_verification"],
  awaiting_verification: ["open", "regressed", "in_progress"],
};

/**
 * Moves a task: every host that is neither verified nor waived goes along. Answers only the hosts that move; the
 * caller guards on the status it read.
 */
export function moveTask(from: TaskStatus, to: TaskStatus, targets: readonly MovingTarget[]): Result<readonly TargetMove[], MoveRefusal> {
  const refusal = refusalOf(from, to);
  if (refusal !== null) return err(refusal);
  if (to === "verified") return err({ code: "only_evidence_verifies", message: "Only a scan can verify." });
  const moves = targets
    .filter(({ status, state }) => status !== "verified" && !(state !== null && isWaived(state)))
    .filter(({ status, state }) => status !== to || (state !== null && TAKES_ACT[to].includes(state)))
    .map(({ hostId, state }) => ({ hostId, status: to, act: state !== null && TAKES_ACT[to].includes(state) ? ACT_OF[to] : null }));
  return ok(moves);
}
