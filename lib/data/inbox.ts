import "server-only";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { type NoticeKind, readableKinds } from "@/lib/notices/notice-kinds";
import type { ToldNotice } from "@/lib/notices/told-notice";
import { authorize } from "./authorize";
import { pool } from "./client";

/** A notice in its person's inbox. */
export interface InboxNotice extends ToldNotice {
  readonly id: number;
  readonly at: Date;
  readonly read: boolean;
}

export interface Inbox {
  /** Newest first. */
  readonly items: readonly InboxNotice[];
  readonly total: number;
  readonly unread: number;
}

/** What the viewer may still be shown: a kind that needs a right they lost stays away. */
const kindsFor = (viewer: Viewer): readonly NoticeKind[] => readableKinds((permission) => may(viewer, permission));

/** A page of the viewer's own inbox; of nobody's account it is empty. `unread` counts what they have not seen, whatever is listed. */
export async function listInbox(
  viewer: Viewer,
  unreadOnly: boolean,
  page: { readonly number: number; readonly size: number },
): Promise<Inbox> {
  authorize(viewer, "task:read");
  const { rows } = await pool().query<InboxNotice & { total: number }>(
    `select n.id, n.kind, n.title, n.detail, n.actor, n.task_id as "taskId", h.name as host, n.scan_id as "scanId",
       n.decision_id as "decisionId", n.at, n.read_at is not null as read, count(*) over ()::int as total
     from notice n left join host h on h.id = n.host_id
     where n.user_id = $1 and n.inbox and n.kind = any($2::text[]) and (not $3::boolean or n.read_at is null)
     order by n.at desc, n.id desc limit $4 offset $5`,
    [viewer.userId ?? "", kindsFor(viewer), unreadOnly, page.size, (page.number - 1) * page.size],
  );
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0, unread: await countUnread(viewer) };
}

/** How much of the viewer's inbox they have not seen. */
export async function countUnread(viewer: Viewer): Promise<number> {
  authorize(viewer, "task:read");
  const { rows } = await pool().query<{ n: number }>(
    "select count(*)::int as n from notice where user_id = $1 and inbox and read_at is null and kind = any($2::text[])",
    [viewer.userId ?? "", kindsFor(viewer)],
  );
  return rows[0]?.n ?? 0;
}

/** Marks all of the viewer's own notices as seen. Others' are never touched. */
export async function markAllRead(viewer: Viewer): Promise<void> {
  authorize(viewer, "task:read");
  await pool().query("update notice set read_at = now() where user_id = $1 and read_at is null", [viewer.userId ?? ""]);
}
