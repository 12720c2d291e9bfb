import "server-only";
import type { FindingEvent } from "@/lib/hardening/events";
import { groupBy } from "@/lib/shared/group-by";
import { type FollowedFinding, type FollowingTarget, followFinding, inTurn, type TargetChange } from "@/lib/tasks/follow-finding";
import { FOLLOWED } from "./followed-finding";
import { scanThatCured } from "./scan-that-cured";
import { refreshTasks } from "./task-targets";
import { type MovedTarget, tellOfFindings } from "./tell-of-findings";
import type { Sql } from "./transaction";

interface Target extends FollowingTarget {
  readonly key: string;
  /** Only asked for where a target is about some items. */
  readonly finding: FollowedFinding | null;
}

/**
 * Lets a host's tasks follow what happened to its findings: evidence verifies, a fail after "fixed" sends back, a regression
 * reopens the last task with its history and assignee. Events are in the order they happened. The caller holds the host's lock.
 * People are told of what is news: the events of the scans in `told`.
 */
export async function updateTargets(
  sql: Sql,
  hostId: number,
  events: readonly FindingEvent[],
  told: ReadonlySet<number> = NO_SCANS,
): Promise<void> {
  if (events.length === 0) return;
  const byKey = groupBy(events, (event) => event.key);
  const rows = await readTargets(sql, hostId, [...byKey.keys()]);
  const moved = new Map<string, MovedTarget>();
  const concerned = new Set<number>();
  for (const [key, targets] of groupBy(rows, (row) => row.key)) {
    const happened = byKey.get(key) ?? [];
    const changes = followFinding(targets, happened, targets.find(({ finding }) => finding !== null)?.finding ?? null);
    for (const change of changes) await moveTarget(sql, { hostId, key, scope: scopeIn(targets, change), change, events: happened });
    const [first] = inTurn(targets);
    if (first === undefined) continue;
    // Also where no target moved: an acceptance moves none, and the task may be done with it all the same.
    for (const { taskId } of [first, ...changes]) concerned.add(taskId);
    const [change = null] = changes;
    moved.set(key, { taskId: change?.taskId ?? first.taskId, verified: change?.status === "verified" });
  }
  if (concerned.size > 0) await refreshTasks(sql, [...concerned], hostId);
  await tellOfFindings(
    sql,
    hostId,
    events.filter((event) => event.scanId !== null && told.has(event.scanId)),
    moved,
  );
}

const NO_SCANS: ReadonlySet<number> = new Set();

async function readTargets(sql: Sql, hostId: number, keys: readonly string[]): Promise<Target[]> {
  const { rows } = await sql.query<Omit<Target, "verifiedAt"> & { verifiedAt: Date | null }>({
    name: "targets-of-findings",
    text: `select g.task_id as "taskId", g.key, g.status, g.verified_at as "verifiedAt",
        case when not g.any_item then to_json(g.item_keys) end as scope,
        case when not g.any_item and f.id is not null then ${FOLLOWED} end as finding
      from task_target g left join finding f on f.host_id = g.host_id and f.key = g.key
      where g.host_id = $1 and g.key = any($2::text[])`,
    values: [hostId, keys],
  });
  return rows.map((row) => ({ ...row, verifiedAt: row.verifiedAt?.getTime() ?? null }));
}

const scopeIn = (targets: readonly Target[], { taskId }: TargetChange): readonly string[] | null =>
  targets.find((target) => target.taskId === taskId)?.scope ?? null;

interface Move {
  readonly hostId: number;
  readonly key: string;
  readonly scope: readonly string[] | null;
  readonly change: TargetChange;
  readonly events: readonly FindingEvent[];
}

async function moveTarget(sql: Sql, move: Move): Promise<void> {
  const { hostId, key, change, events } = move;
  const { taskId, from, status } = change;
  const by = await causeOf(sql, move);
  const claimId = status === "awaiting_verification" ? (events.findLast((event) => event.kind === "said_fixed")?.actId ?? null) : null;
  await sql.query(
    `update task_target set status = $4::"TaskStatus",
       verified_scan_id = case when $4 = 'verified' then $5::int end,
       verified_at = case when $4 = 'verified' then $6::timestamptz else verified_at end,
       reopened_scan_id = case when $7 then $5::int else reopened_scan_id end,
       still_failing = $8,
       fixed_by = coalesce((select actor from act where id = $9::int), fixed_by),
       fixed_by_id = case when $9::int is null then fixed_by_id else (select actor_id from act where id = $9::int) end,
       fixed_at = coalesce((select at from act where id = $9::int), fixed_at)
     where task_id = $1 and host_id = $2 and key = $3`,
    [taskId, hostId, key, status, by.scanId, by.at, from === "verified", await stillFailing(sql, move), claimId],
  );
}

/** Which scan did it, and when; for an act of a person no scan. */
async function causeOf(
  sql: Sql,
  { hostId, key, scope, change, events }: Move,
): Promise<{ readonly scanId: number | null; readonly at: Date }> {
  const last = events.at(-1);
  const plain = { scanId: last?.scanId ?? null, at: new Date(last?.at ?? 0) };
  // A late scan, or a claim taken back, lets evidence count that is older than the last event.
  const older = last?.scanId === null || last?.kind === "items_changed";
  return scope === null || change.status !== "verified" || !older ? plain : ((await scanThatCured(sql, hostId, key, scope)) ?? plain);
}

/** What the scan that contradicted "fixed" still names, of what the task is about. */
async function stillFailing(sql: Sql, { hostId, key, scope, change, events }: Move): Promise<readonly string[]> {
  if (change.status === "verified" || events.at(-1)?.kind !== "still_failing") return [];
  const { rows } = await sql.query<{ key: string; name: string }>(
    `select i->>'key' as key, i->>'name' as name from finding f, json_array_elements(f.fold->'items') i where f.host_id = $1 and f.key = $2`,
    [hostId, key],
  );
  return rows.filter((item) => scope === null || scope.includes(item.key)).map((item) => item.name);
}
