import "server-only";
import { may, type Role } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { NoticeKind } from "@/lib/notices/notice-kinds";
import { readableKinds } from "@/lib/notices/notice-kinds";
import type { ToldNotice } from "@/lib/notices/told-notice";
import { authorize } from "./authorize";
import { pool } from "./client";
import { GATHER_SECONDS } from "./queue";

/** A mail to be written: to whom, and what they were told of, oldest first. */
export interface DueMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly ids: readonly number[];
  readonly notices: readonly ToldNotice[];
}

/** What a person may still be mailed; null for people without access. */
export async function getMailReader(
  viewer: Viewer,
  userId: string,
): Promise<{ readonly to: DueMail["to"]; readonly role: Role; readonly kinds: readonly NoticeKind[] } | null> {
  authorize(viewer, "user:manage");
  const { rows } = await pool().query<{ name: string; address: string; role: Role }>(
    `select name, email as address, role from "user" where id = $1 and disabled_at is null`,
    [userId],
  );
  const [user] = rows;
  if (user === undefined) return null;
  const kinds = readableKinds((permission) => may({ role: user.role, scopes: null }, permission));
  return { to: { name: user.name, address: user.address }, role: user.role, kinds };
}

/**
 * Takes what waits to be mailed to a person, once its oldest has waited long enough for the others of its minute. What another worker
 * took less than five minutes ago is left to it: it is sending, or it died and its mail goes out then. What is older than three days
 * was given up.
 */
export async function claimMail(viewer: Viewer, userId: string): Promise<DueMail | null> {
  authorize(viewer, "user:manage");
  const reader = await getMailReader(viewer, userId);
  if (reader === null) return null;
  const { rows } = await pool().query<ToldNotice & { id: number }>(
    `with due as (
       select id, at from notice where user_id = $1 and mail and mailed_at is null and kind = any($2::text[]) and at > now() - interval '3 days'
         and (mail_claimed_at is null or mail_claimed_at < now() - interval '5 minutes')
       order by id for update skip locked
     ), taken as (
       update notice set mail_claimed_at = now() from due
       where notice.id = due.id and (select min(at) from due) <= now() - make_interval(secs => $3)
       returning notice.*
     )
     select t.id, t.kind, t.title, t.detail, t.actor, t.task_id as "taskId", h.name as host, t.scan_id as "scanId", t.decision_id as "decisionId"
     from taken t left join host h on h.id = t.host_id order by t.id`,
    [userId, reader.kinds, GATHER_SECONDS - 1],
  );
  return rows.length === 0 ? null : { to: reader.to, ids: rows.map((row) => row.id), notices: rows };
}

/** Says what became of a mail: it was taken by the mail server, or it is to be tried again. */
export async function settleMail(viewer: Viewer, ids: readonly number[], sent: boolean): Promise<void> {
  authorize(viewer, "user:manage");
  await pool().query("update notice set mailed_at = case when $2 then now() end, mail_claimed_at = null where id = any($1::int[])", [
    ids,
    sent,
  ]);
}
