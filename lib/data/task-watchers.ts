import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { Sql } from "./transaction";

/** Somebody who is told what happens to a task. */
export interface Watcher {
  readonly id: string;
  readonly name: string;
}

/** Who watches a task, by name. Disabled people hear nothing and are not among them. */
export async function listWatchers(viewer: Viewer, taskId: number): Promise<Watcher[]> {
  authorize(viewer, "task:read");
  return readWatchers(pool(), taskId);
}

/** For functions of this layer that have authorised. */
export async function readWatchers(sql: Pick<Sql, "query">, taskId: number): Promise<Watcher[]> {
  const { rows } = await sql.query<Watcher>(
    `select u.id, u.name from task_watcher w join "user" u on u.id = w.user_id
     where w.task_id = $1 and w.watching and u.disabled_at is null order by lower(u.name), u.id`,
    [taskId],
  );
  return rows;
}

/** E-mail addresses of those who watch tasks, by task. */
export async function listWatcherAddresses(viewer: Viewer, taskIds: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  authorize(viewer, "task:read");
  const { rows } = await pool().query<{ taskId: number; emails: string[] }>(
    `select w.task_id as "taskId", array_agg(u.email order by u.email) as emails from task_watcher w join "user" u on u.id = w.user_id
     where w.task_id = any($1::int[]) and w.watching and u.disabled_at is null group by w.task_id`,
    [taskIds],
  );
  return new Map(rows.map(({ taskId, emails }) => [taskId, emails]));
}

/** The viewer is told what happens to a task from now on, or no more. Everybody decides for themselves. */
export async function watchTask(viewer: Viewer, taskId: number, watching: boolean): Promise<void> {
  authorize(viewer, "task:watch");
  if (viewer.userId === null) throw new AppError("invalid-input", "Only a person can watch a task: this token is nobody's.");
  const { rows } = await pool().query(
    `insert into task_watcher (task_id, user_id, watching) select id, $2, $3 from task where id = $1
     on conflict (task_id, user_id) do update set watching = excluded.watching returning 1`,
    [taskId, viewer.userId, watching],
  );
  if (rows.length === 0) throw new AppError("not-found", `There is no task TSK-${taskId}.`);
}

/** Lets people watch tasks they have come to do with, but for those who once said that they would rather not. */
export async function letWatch(sql: Sql, taskIds: readonly number[], people: readonly (string | null)[]): Promise<void> {
  const ids = [...new Set(people)].filter((id) => id !== null);
  if (ids.length === 0 || taskIds.length === 0) return;
  await sql.query(
    `insert into task_watcher (task_id, user_id) select t, u.id from unnest($1::int[]) t, "user" u where u.id = any($2::text[])
     on conflict (task_id, user_id) do nothing`,
    [taskIds, ids],
  );
}
