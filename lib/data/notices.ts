import "server-only";
import { env } from "@/lib/env";
import { LONGEST_DETAIL, LONGEST_TITLE, type Notice, oneLine } from "@/lib/notices/notice";
import { NOTICE_KIND_FACTS } from "@/lib/notices/notice-kinds";
import { addMailJobs } from "./queue";
import { tellWebhooks } from "./tell-webhooks";
import type { Sql } from "./transaction";

/**
 * Tells people of what happened, in its transaction: what is rolled back was never told, and what is stored is told however the
 * program ends, for mails wait in a queue in the same database. Nobody hears of their own act or twice of one happening; who has no
 * access hears nothing, and everybody hears by the ways they chose. Webhooks hear of it whether or not anybody else does.
 */
export async function tell(sql: Sql, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await tellPeople(sql, notices.flatMap(rowsOf));
  await tellWebhooks(sql, notices);
}

async function tellPeople(sql: Sql, rows: ReturnType<typeof rowsOf>): Promise<void> {
  if (rows.length === 0) return;
  // In one order: two transactions that tell the same people of the same happening wait for each other, never in a circle.
  const told = await sql.query<{ userId: string; mail: boolean }>(
    `insert into notice (user_id, kind, title, detail, actor, task_id, host_id, key, scan_id, decision_id, dedupe, inbox, mail)
     select n.user_id, n.kind, n.title, n.detail, n.actor, n.task_id, n.host_id, n.key, n.scan_id, n.decision_id, n.dedupe,
       coalesce(p.inbox, true), $2 and coalesce(p.mail, n.mailed)
     from json_to_recordset($1::json) as n(user_id text, kind text, title text, detail text, actor text, task_id int, host_id int, key text,
         scan_id int, decision_id int, dedupe text, mailed boolean)
       join "user" u on u.id = n.user_id and u.disabled_at is null
       left join notice_preference p on p.user_id = n.user_id and p.kind = n.kind
     where coalesce(p.inbox, true) or ($2 and coalesce(p.mail, n.mailed))
     order by n.user_id, n.dedupe
     on conflict (user_id, dedupe) do nothing
     returning user_id as "userId", mail`,
    [JSON.stringify(rows), canMail()],
  );
  await addMailJobs(sql, new Set(told.rows.filter((row) => row.mail).map((row) => row.userId)));
}

function rowsOf({ to, by, ...notice }: Notice) {
  const people = new Set(to.filter((id) => id !== by?.id));
  return [...people].map((userId) => ({
    user_id: userId,
    kind: notice.kind,
    title: oneLine(notice.title, LONGEST_TITLE),
    detail: notice.detail == null ? null : oneLine(notice.detail, LONGEST_DETAIL),
    actor: by === null ? null : oneLine(by.name, LONGEST_TITLE),
    task_id: notice.taskId ?? null,
    host_id: notice.hostId ?? null,
    key: notice.key ?? null,
    scan_id: notice.scanId ?? null,
    decision_id: notice.decisionId ?? null,
    dedupe: notice.dedupe,
    mailed: NOTICE_KIND_FACTS[notice.kind].mailed,
  }));
}

/** Whether this installation sends mail at all. */
export const canMail = (): boolean => {
  const { BULKHEAD_SMTP_URL: server, BULKHEAD_MAIL_FROM: from } = env();
  return server !== undefined && from !== undefined;
};
