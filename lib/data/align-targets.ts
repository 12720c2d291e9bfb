import "server-only";
import type { FindingState } from "@/lib/hardening/states";
import { groupBy } from "@/lib/shared/group-by";
import { type PastTask, taskToReopen } from "@/lib/tasks/plan-tasks";
import { firstTargetStatus, type TaskStatus } from "@/lib/tasks/task-status";
import { refreshTasks } from "./task-targets";
import type { Sql } from "./transaction";

interface Target {
  readonly taskId: number;
  readonly key: string;
  readonly status: TaskStatus;
  readonly verifiedAt: Date | null;
  /** Null where nothing is known of the control any more. */
  readonly state: FindingState | null;
  /** The scan that the finding rests on; null for none and for an attestation. */
  readonly evidenceId: number | null;
  readonly since: Date | null;
  /** False when the scan that verified it is not of this host any more. */
  readonly provenHere: boolean;
}

/**
 * Lets the tasks of a host that was folded again say what its findings say: evidence verifies, a fail reopens the last task, and what
 * only a scan proved that is gone is open again. The caller holds the host's lock.
 */
export async function alignTargets(sql: Sql, hostId: number): Promise<void> {
  const { rows } = await sql.query<Target>(
    `select g.task_id as "taskId", g.key, g.status, g.verified_at as "verifiedAt", f.state, f.since,
       case when not coalesce((f.fold->'decisions'->>'attestation') is not null, false) then (f.fold->'evidence'->>'scanId')::int end as "evidenceId",
       g.verified_scan_id is null or exists (select 1 from scan s where s.id = g.verified_scan_id and s.host_id = $1) as "provenHere"
     from task_target g left join finding f on f.host_id = g.host_id and f.key = g.key where g.host_id = $1`,
    [hostId],
  );
  for (const targets of groupBy(rows, (row) => row.key).values()) await alignControl(sql, hostId, targets);
  // A scan that went elsewhere reopened nothing here.
  await sql.query(
    `update task_target g set reopened_scan_id = null where host_id = $1 and reopened_scan_id is not null
       and not exists (select 1 from scan s where s.id = g.reopened_scan_id and s.host_id = $1)`,
    [hostId],
  );
  const tasks = [...new Set(rows.map((row) => row.taskId))];
  if (tasks.length > 0) await refreshTasks(sql, tasks, hostId);
}

async function alignControl(sql: Sql, hostId: number, targets: readonly Target[]): Promise<void> {
  const last = targets.find((target) => target.taskId === taskToReopen(targets.map(pastTask)));
  for (const target of targets) {
    const aligned = alignedStatus(target, target === last);
    if (aligned === target.status && (aligned !== "verified" || target.provenHere)) continue;
    const proves = aligned === "verified" && target.state === "hardened";
    await sql.query(
      `update task_target set status = $3::"TaskStatus", still_failing = '{}',
         verified_scan_id = case when $4 then $5::int end,
         verified_at = case when $4 then $6::timestamptz when $3 = 'verified' then verified_at end
       where task_id = $1 and host_id = $2`,
      [target.taskId, hostId, aligned, proves, target.evidenceId, target.since],
    );
  }
}

function alignedStatus({ status, state, provenHere }: Target, last: boolean): TaskStatus {
  if (state === "hardened") return "verified";
  if (status !== "verified" || !last) return status;
  // Under a decision, or undecided, a target stays verified as long as its proof is there.
  const fails = state === "open" || state === "regressed" || state === "in_progress" || state === "awaiting_verification";
  if (fails) return firstTargetStatus(state);
  return provenHere ? status : "to_do";
}

const pastTask = ({ taskId, status, verifiedAt }: Target): PastTask => ({
  taskId,
  targetStatus: status === "verified" ? "verified" : "open",
  verifiedAt: verifiedAt?.getTime() ?? null,
});
