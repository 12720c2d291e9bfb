import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { settle } from "@/lib/hardening/fold";
import type { HostState } from "@/lib/hardening/host-state";
import type { ActDeed } from "@/lib/hardening/steps";
import { AppError } from "@/lib/shared/app-error";
import { moveTask as moveTargets, type TargetMove } from "@/lib/tasks/move-task";
import { TASK_STATUS_LABELS, type TaskStatus } from "@/lib/tasks/task-status";
import { advanceHost } from "./advance-host";
import { actorName } from "./audit";
import { type LockedHost, loadHostState } from "./host-state";
import { refreshTasks } from "./task-targets";
import type { Sql } from "./transaction";

export interface TaskToMove {
  readonly id: number;
  readonly key: string;
  readonly control: string | null;
  readonly status: TaskStatus;
}

/** What a move did: the acts it recorded, and on how many hosts. */
export interface Moved {
  readonly actIds: readonly number[];
  readonly hosts: number;
}

/**
 * Moves the hosts of a task whose rows the caller holds locked. Where the finding takes the act, the act is recorded and the fold
 * goes on from it, so finding and task say the same; elsewhere only the task's host moves. Throws "conflict" for a move nobody may make.
 */
export async function moveLockedTask(
  sql: Sql,
  viewer: Viewer,
  task: TaskToMove,
  hosts: readonly LockedHost[],
  to: TaskStatus,
): Promise<Moved> {
  const at = Date.now();
  const states = new Map<number, HostState>();
  for (const host of hosts) states.set(host.id, await loadHostState(sql, host));
  const moves = await decide(sql, task, states, to, at);
  const acting = moves.filter((move) => move.act !== null);
  const acts = await insertActs(sql, viewer, task, acting, at);
  for (const host of hosts) {
    const act = acts.get(host.id);
    const state = states.get(host.id);
    if (act === undefined || state === undefined) continue;
    await advanceHost(sql, host, state, [{ act: { ...act.deed, actId: act.id, at, key: task.key, control: task.control } }]);
  }
  await moveTheRest(sql, viewer, task, moves, at);
  await refreshTasks(sql, [task.id]);
  return { actIds: [...acts.values()].map((act) => act.id), hosts: moves.length };
}

async function decide(
  sql: Sql,
  task: TaskToMove,
  states: ReadonlyMap<number, HostState>,
  to: TaskStatus,
  at: number,
): Promise<readonly TargetMove[]> {
  const { rows } = await sql.query<{ hostId: number; status: TaskStatus }>(
    `select host_id as "hostId", status from task_target where task_id = $1 order by host_id`,
    [task.id],
  );
  const targets = rows.map(({ hostId, status }) => {
    const state = states.get(hostId);
    // An acceptance may have ended since the last step.
    const finding = state === undefined ? undefined : settle(state, at).host.findings.get(task.key);
    return { hostId, status, state: finding?.state ?? null };
  });
  const moves = moveTargets(task.status, to, targets);
  if (!moves.ok) throw new AppError("conflict", moves.error.message, { detail: { reason: moves.error.code } });
  if (moves.value.length === 0) {
    throw new AppError("conflict", "Nothing is left to move: every host of this task is verified, accepted or not applicable.");
  }
  return moves.value;
}

function deedOf(kind: NonNullable<TargetMove["act"]>, task: TaskToMove): ActDeed {
  return kind === "reopen" ? { kind, reason: `TSK-${task.id} was moved back to "${TASK_STATUS_LABELS.to_do}".` } : { kind };
}

/** Stores the acts, by host. */
async function insertActs(
  sql: Sql,
  viewer: Viewer,
  task: TaskToMove,
  moves: readonly TargetMove[],
  at: number,
): Promise<ReadonlyMap<number, { readonly id: number; readonly deed: ActDeed }>> {
  const rows = moves.flatMap(({ hostId, act }) => (act === null ? [] : [{ host_id: hostId, kind: act, payload: deedOf(act, task) }]));
  const stored = await sql.query<{ id: number; hostId: number; deed: ActDeed }>(
    `insert into act (host_id, key, control, kind, at, actor, actor_id, payload)
     select host_id, $2, $3, kind, $4, $5, $6, payload from json_to_recordset($1::json) as a(host_id int, kind text, payload jsonb)
     returning id, host_id as "hostId", payload as deed`,
    [JSON.stringify(rows), task.key, task.control, new Date(at), actorName(viewer), viewer.userId],
  );
  return new Map(stored.rows.map(({ id, hostId, deed }) => [hostId, { id, deed }]));
}

/** The hosts whose finding takes no act, e.g. because a person has to review it: only the task knows who is at work there. */
async function moveTheRest(sql: Sql, viewer: Viewer, task: TaskToMove, moves: readonly TargetMove[], at: number): Promise<void> {
  const rest = moves.filter((move) => move.act === null);
  const [first] = rest;
  if (first === undefined) return;
  const claims = first.status === "awaiting_verification";
  await sql.query(
    `update task_target set status = $3::"TaskStatus", still_failing = '{}',
       fixed_by = case when $4 then $5 else fixed_by end, fixed_by_id = case when $4 then $7 else fixed_by_id end,
       fixed_at = case when $4 then $6::timestamptz else fixed_at end
     where task_id = $1 and host_id = any($2::int[])`,
    [task.id, rest.map((move) => move.hostId), first.status, claims, actorName(viewer), new Date(at), viewer.userId],
  );
}
