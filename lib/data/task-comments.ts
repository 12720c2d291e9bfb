import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { findMentions, type Mention, type Mentionable } from "@/lib/tasks/mentions";
import { actorName, recordAudit } from "./audit";
import { authorize } from "./authorize";
import { pool } from "./client";
import { tell } from "./notices";
import { letWatch, readWatchers } from "./task-watchers";
import { requireTaskRow, type TaskRow } from "./tasks";
import { type Sql, transaction } from "./transaction";

export interface TaskComment {
  readonly id: number;
  readonly author: string;
  readonly at: Date;
  readonly body: string;
  /** Whom it names, and where: as it was when it was written. */
  readonly mentions: readonly Mention[];
}

/** The newest comments, oldest first. */
export async function listTaskComments(viewer: Viewer, taskId: number, limit: number): Promise<TaskComment[]> {
  authorize(viewer, "task:read");
  const { rows } = await pool().query<TaskComment>(
    "select id, author, at, body, mentions from task_comment where task_id = $1 order by at desc, id desc limit $2",
    [taskId, limit],
  );
  return rows.reverse();
}

/** Adds a comment; comments are never changed. Who writes and who is named watch the task; who is named and who watches are told. */
export async function commentOnTask(viewer: Viewer, id: number, body: string): Promise<TaskComment> {
  authorize(viewer, "task:comment");
  return transaction(async (sql) => {
    const task = await requireTaskRow(sql, id);
    const mentions = body.includes("@") ? findMentions(body, await readMentionable(sql)) : [];
    const { rows } = await sql.query<TaskComment>(
      `insert into task_comment (task_id, author_id, author, body, mentions) values ($1, $2, $3, $4, $5)
       returning id, author, at, body, mentions`,
      [id, viewer.userId, actorName(viewer), body, JSON.stringify(mentions)],
    );
    const [comment] = rows;
    if (comment === undefined) throw new Error("the comment was not stored");
    await recordAudit(sql, viewer, { action: "task.comment", object: `task ${id}`, after: { comment: comment.id } });
    await letWatch(sql, [id], [viewer.userId, ...mentions.map(({ userId }) => userId)]);
    await tellOfComment(sql, viewer, task, comment);
    return comment;
  });
}

/** Everybody who has access: a name that nobody answers to any more names nobody. */
async function readMentionable(sql: Sql): Promise<Mentionable[]> {
  const { rows } = await sql.query<Mentionable>('select id, name, email from "user" where disabled_at is null');
  return rows;
}

async function tellOfComment(sql: Sql, viewer: Viewer, { id, key, title }: TaskRow, { id: commentId, body, mentions }: TaskComment) {
  const named = [...new Set(mentions.map(({ userId }) => userId))];
  const watchers = (await readWatchers(sql, id)).map((watcher) => watcher.id).filter((watcher) => !named.includes(watcher));
  const about = { by: { id: viewer.userId, name: actorName(viewer) }, title, detail: body, taskId: id, key };
  await tell(sql, [
    { kind: "mentioned", to: named, dedupe: `mentioned:${commentId}`, ...about },
    { kind: "commented", to: watchers, dedupe: `commented:${commentId}`, ...about },
  ]);
}
