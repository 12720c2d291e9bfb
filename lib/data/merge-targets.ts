import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { actorName } from "./audit";
import type { LockedHost } from "./host-state";
import { refreshTasks } from "./task-targets";
import type { Sql } from "./transaction";

/** What became of tasks. */
export interface MergedTasks {
  /** Tasks that went into another, whose only host they shared, by the task that stays. */
  readonly tasksUnited: Readonly<Record<number, number>>;
}

/**
 * Gives the tasks of one host to another. A task that has both keeps one target, an open one before a verified one. Where both hosts
 * have an open task for one control, the older task keeps the host; the other loses it with a comment that says so, and goes into the
 * older one, comments and all, when it has no host left.
 */
export async function mergeTargets(sql: Sql, viewer: Viewer, gone: LockedHost, kept: LockedHost): Promise<MergedTasks> {
  await sql.query(
    `delete from task_target g using task_target o
     where g.task_id = o.task_id and g.host_id = any($1::int[]) and o.host_id = any($1::int[]) and g.host_id <> o.host_id
       and (g.status = 'verified', g.host_id = $2) > (o.status = 'verified', o.host_id = $2)`,
    [[gone.id, kept.id], gone.id],
  );
  const { rows } = await sql.query<{ older: number; newer: number }>(
    `select least(g.task_id, o.task_id) as older, greatest(g.task_id, o.task_id) as newer from task_target g
       join task_target o on o.host_id = $2 and o.key = g.key and o.status <> 'verified' and o.task_id <> g.task_id
     where g.host_id = $1 and g.status <> 'verified' order by g.key`,
    [gone.id, kept.id],
  );
  const united: Record<number, number> = {};
  for (const { older, newer } of rows) {
    await sql.query("delete from task_target where task_id = $1 and host_id = any($2::int[]) and status <> 'verified'", [
      newer,
      [gone.id, kept.id],
    ]);
    if (await isEmpty(sql, newer)) {
      await sql.query("update task_comment set task_id = $2 where task_id = $1", [newer, older]);
      await sql.query("delete from task where id = $1", [newer]);
      united[newer] = older;
    } else await refreshTasks(sql, [newer]);
    const note =
      newer in united ? `TSK-${newer} was the same work and went into this task.` : `TSK-${newer} leaves this host to this task.`;
    await comment(sql, viewer, older, `${gone.name} was merged into ${kept.name}. ${note}`);
    if (!(newer in united)) await comment(sql, viewer, newer, `${gone.name} was merged into ${kept.name}, which TSK-${older} has already.`);
  }
  await sql.query("update task_target set host_id = $2 where host_id = $1", [gone.id, kept.id]);
  return { tasksUnited: united };
}

async function isEmpty(sql: Sql, taskId: number): Promise<boolean> {
  const { rows } = await sql.query("select 1 from task_target where task_id = $1 limit 1", [taskId]);
  return rows.length === 0;
}

async function comment(sql: Sql, viewer: Viewer, taskId: number, body: string): Promise<void> {
  await sql.query(
    'insert into task_comment (task_id, author_id, author, body) values ($1, (select id from "user" where id = $2), $3, $4)',
    [taskId, viewer.userId, actorName(viewer), body],
  );
}
