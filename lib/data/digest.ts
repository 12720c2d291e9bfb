import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { EXPIRING_DAYS } from "@/lib/hardening/decision";
import { DIGEST_HOUR, type Digest, type DigestLine } from "@/lib/notices/digest";
import { taskName } from "@/lib/tasks/task-priority";
import { authorize } from "./authorize";
import { pool } from "./client";
import { canMail } from "./notices";
import { addDigestJobs } from "./queue";
import { transaction } from "./transaction";

/** At the hour of the digest, lays a job for everybody who wants one into the queue. Other hours do nothing. */
export async function scheduleDigests(viewer: Viewer, now: Date): Promise<void> {
  authorize(viewer, "user:manage");
  if (!canMail() || now.getUTCHours() !== DIGEST_HOUR) return;
  await transaction(async (sql) => {
    const { rows } = await sql.query<{ id: string }>(
      `select id from "user" u where disabled_at is null
         and not exists (select 1 from notice_preference p where p.user_id = u.id and p.kind = 'digest' and not p.mail)`,
    );
    await addDigestJobs(
      sql,
      rows.map(({ id }) => id),
      now.toISOString().slice(0, 10),
    );
  });
}

/** How many lines of each part are named; the rest is counted. */
const MOST_LINES = 20;
const SOON_DAYS = 7;
const DAY_MS = 86_400_000;

/** What is still open for a person. */
export async function getDigest(viewer: Viewer, userId: string, now: Date): Promise<Digest> {
  authorize(viewer, "task:read");
  const today = now.toISOString().slice(0, 10);
  const soon = new Date(now.getTime() + SOON_DAYS * DAY_MS);
  const [tasks, regressed, ending] = await Promise.all([
    pool().query<{ id: number; title: string; status: string; due: string | null }>(
      `select id, title, status::text, to_char(due_on, 'YYYY-MM-DD') as due from task
       where assignee_id = $1 and status <> 'verified' order by due_on nulls last, id`,
      [userId],
    ),
    pool().query<{ title: string; host: string; id: number }>(
      `select f.title, h.name as host, f.id from finding f join host h on h.id = f.host_id
       where f.assignee_id = $1 and f.state = 'regressed' and h.retired_at is null order by f.since desc, f.id`,
      [userId],
    ),
    pool().query<{ id: number; title: string; until: string }>(
      `select d.id, coalesce(c.title, d.key) as title, to_char(d.until at time zone 'UTC', 'YYYY-MM-DD') as until from decision d
         left join control c on c.slug = d.control
       where d.status = 'approved' and d.until > $2 and d.until <= $3 and $1 in (d.requested_by_id, d.decided_by_id) order by d.until, d.id`,
      [userId, now, new Date(now.getTime() + EXPIRING_DAYS * DAY_MS)],
    ),
  ]);
  const line = (task: (typeof tasks.rows)[number]): DigestLine => ({
    words: `${taskName(task.id)}: ${task.title}`,
    detail: task.due === null ? null : `due ${task.due}`,
    path: `/tasks/${task.id}`,
  });
  const waiting = tasks.rows.filter((task) => task.status === "awaiting_verification");
  const toDo = tasks.rows.filter((task) => task.status !== "awaiting_verification");
  const lastSoon = soon.toISOString().slice(0, 10);
  return {
    overdue: part(toDo.filter(({ due }) => due !== null && due < today).map(line)),
    dueSoon: part(toDo.filter(({ due }) => due !== null && due >= today && due <= lastSoon).map(line)),
    awaiting: part(waiting.map(line)),
    regressed: part(
      regressed.rows.map(({ title, host, id }) => ({
        words: `${title} on ${host}`,
        detail: null,
        path: `/hosts/${encodeURIComponent(host)}?finding=${id}`,
      })),
    ),
    ending: part(ending.rows.map(({ id, title, until }) => ({ words: title, detail: `ends ${until}`, path: `/decisions/${id}` }))),
  };
}

const part = (lines: readonly DigestLine[]) => ({ lines: lines.slice(0, MOST_LINES), more: Math.max(0, lines.length - MOST_LINES) });
