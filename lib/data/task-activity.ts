import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { EventKind } from "@/lib/hardening/events";
import type { FindingState } from "@/lib/hardening/states";
import { authorize } from "./authorize";
import { pool } from "./client";

/** One thing that happened to a task: a change by a person, or what became of its finding on one or many hosts. */
export type TaskActivity =
  | {
      readonly kind: "change";
      readonly at: Date;
      readonly actor: string;
      readonly action: "task.create" | "task.edit" | "task.move";
      readonly before: Readonly<Record<string, unknown>>;
      readonly after: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: "finding";
      readonly at: Date;
      readonly event: EventKind;
      readonly to: FindingState;
      readonly scanId: number | null;
      /** Who did it, where it was a person. */
      readonly actor: string | null;
      /** By name; all of them changed alike and at once. */
      readonly hosts: readonly string[];
      readonly itemsLost: readonly string[];
      readonly note: string | null;
    };

type Change = Extract<TaskActivity, { kind: "change" }>;
type FindingActivity = Extract<TaskActivity, { kind: "finding" }>;

/** What happened to a task, newest first; at most `limit`. */
export async function listTaskActivity(viewer: Viewer, taskId: number, limit: number): Promise<TaskActivity[]> {
  authorize(viewer, "task:read");
  const changes = await listChanges(taskId, limit);
  // The move itself is told once, not again for each host.
  const told = new Set(changes.flatMap(({ after }) => (Array.isArray(after.acts) ? after.acts : [])));
  const findings = await listFindingActivity(taskId, [...told], limit);
  return [...changes, ...findings].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit);
}

async function listChanges(taskId: number, limit: number): Promise<Change[]> {
  const { rows } = await pool().query<Omit<Change, "kind">>(
    // The time is asked for because it has an index.
    `select at, actor, action, coalesce(before, '{}') as before, coalesce(after, '{}') as after from audit_event
     where at >= (select created_at from task where id = $1) and object = $2 and action in ('task.create', 'task.edit', 'task.move')
     order by at desc, id desc limit $3`,
    [taskId, `task ${taskId}`, limit],
  );
  return rows.map((row) => ({ kind: "change", ...row }));
}

async function listFindingActivity(taskId: number, toldActs: readonly unknown[], limit: number): Promise<FindingActivity[]> {
  const { rows } = await pool().query<Omit<FindingActivity, "kind">>(
    `select e.at, e.kind as event, e."to", e.scan_id as "scanId", a.actor, array_agg(h.name order by h.name) as hosts,
       case when count(*) = 1 then (array_agg(to_json(e.items_lost)))[1] else '[]'::json end as "itemsLost", min(e.note) as note
     from task t join task_target g on g.task_id = t.id join host h on h.id = g.host_id
       join finding f on f.host_id = g.host_id and f.key = g.key join finding_event e on e.finding_id = f.id
       left join act a on a.id = e.act_id left join scan s on s.id = e.scan_id
     where t.id = $1 and (e.at >= t.created_at or s.uploaded_at >= t.created_at) and (e.act_id is null or e.act_id <> all($2::int[]))
     group by e.at, e.kind, e."to", e.scan_id, a.actor
     order by e.at desc limit $3`,
    [taskId, toldActs, limit],
  );
  return rows.map((row) => ({ kind: "finding", ...row }));
}
