import "server-only";
import type { FindingState } from "@/lib/hardening/states";
import { groupBy } from "@/lib/shared/group-by";
import { type FollowedFinding, inTurn, scopedStatus } from "@/lib/tasks/follow-finding";
import { firstTargetStatus, type TaskStatus } from "@/lib/tasks/task-status";
import { FOLLOWED } from "./followed-finding";
import { scanThatCured } from "./scan-that-cured";
import { refreshTasks } from "./task-targets";
import type { Sql } from "./transaction";

interface Target {
  readonly taskId: number;
  readonly key: string;
  readonly status: TaskStatus;
  /** Epoch milliseconds. */
  readonly verifiedAt: number | null;
  /** Keys of the items it is about; null for the check as a whole. */
  readonly scope: readonly string[] | null;
  /** Null where nothing is known of the control any more. */
  readonly finding: FollowedFinding | null;
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
  const rows = await readTargets(sql, hostId);
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

async function readTargets(sql: Sql, hostId: number): Promise<Target[]> {
  const { rows } = await sql.query<Omit<Target, "verifiedAt"> & { verifiedAt: Date | null }>(
    `select g.task_id as "taskId", g.key, g.status, g.verified_at as "verifiedAt", f.since,
       case when not g.any_item then to_json(g.item_keys) end as scope,
       case when f.id is not null then ${FOLLOWED} end as finding,
       case when not coalesce((f.fold->'decisions'->>'attestation') is not null, false) then (f.fold->'evidence'->>'scanId')::int end as "evidenceId",
       g.verified_scan_id is null or exists (select 1 from scan s where s.id = g.verified_scan_id and s.host_id = $1) as "provenHere"
     from task_target g left join finding f on f.host_id = g.host_id and f.key = g.key where g.host_id = $1`,
    [hostId],
  );
  return rows.map((row) => ({ ...row, verifiedAt: row.verifiedAt?.getTime() ?? null }));
}

async function alignControl(sql: Sql, hostId: number, targets: readonly Target[]): Promise<void> {
  let mayReopen = true;
  for (const [index, target] of inTurn(targets).entries()) {
    const aligned = alignedStatus(target, { first: index === 0, mayReopen });
    if (aligned !== "verified") mayReopen = false;
    if (aligned === target.status && (aligned !== "verified" || target.provenHere)) continue;
    const proof = aligned === "verified" ? await proofOf(sql, hostId, target) : null;
    await sql.query(
      `update task_target set status = $3::"TaskStatus", still_failing = '{}',
         verified_scan_id = case when $4 then $5::int end,
         verified_at = case when $4 then $6::timestamptz when $3 = 'verified' then verified_at end
       where task_id = $1 and host_id = $2`,
      [target.taskId, hostId, aligned, proof !== null, proof?.scanId ?? null, proof?.at ?? null],
    );
  }
}

interface Turn {
  /** The open one, or the one verified last. */
  readonly first: boolean;
  /** No other task on this control and host is open. */
  readonly mayReopen: boolean;
}

function alignedStatus(target: Target, turn: Turn): TaskStatus {
  const { status, finding, scope, provenHere } = target;
  if (finding?.state === "hardened") return "verified";
  if (scope !== null && finding !== null) return alignedToItems(target, scope, finding, turn);
  if (status !== "verified" || !turn.first) return status;
  return reopened(finding?.state ?? null) ?? (provenHere ? status : "to_do");
}

function alignedToItems(
  { status, provenHere }: Target,
  scope: readonly string[],
  finding: FollowedFinding,
  { mayReopen }: Turn,
): TaskStatus {
  const unproven = scopedStatus("to_do", scope, finding);
  if (status !== "verified") return unproven ?? status;
  const wanted = provenHere || unproven === "verified" ? (scopedStatus(status, scope, finding) ?? status) : "to_do";
  return mayReopen ? wanted : status;
}

/** What the last task of a whole check becomes of a fail. Under a decision, or undecided, it stays as long as its proof is there. */
function reopened(state: FindingState | null): TaskStatus | null {
  const fails = state === "open" || state === "regressed" || state === "in_progress" || state === "awaiting_verification";
  return fails ? firstTargetStatus(state) : null;
}

/** What proves a verified target now; null where nothing does any more. */
async function proofOf(
  sql: Sql,
  hostId: number,
  { key, scope, finding, evidenceId, since }: Target,
): Promise<{ readonly scanId: number | null; readonly at: Date | null } | null> {
  if (finding?.state === "hardened") return { scanId: evidenceId, at: since };
  if (scope === null) return null;
  // Where no scan here ever named the items, the one that the finding rests on is the one that names others only.
  return (await scanThatCured(sql, hostId, key, scope)) ?? { scanId: evidenceId, at: since };
}
