import "server-only";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { NOTICE_KIND_FACTS, type PreferenceKind, readableKinds } from "@/lib/notices/notice-kinds";
import { AppError } from "@/lib/shared/app-error";
import { authorize } from "./authorize";
import { pool } from "./client";
import { transaction } from "./transaction";

/** By which ways a person is told of a kind. */
export interface NoticeWays {
  readonly kind: PreferenceKind;
  readonly inbox: boolean;
  readonly mail: boolean;
}

/** The viewer's own choices, with what holds where they chose nothing. The daily mail is last, and only ever a mail. */
export async function listNoticeWays(viewer: Viewer): Promise<NoticeWays[]> {
  authorize(viewer, "task:read");
  const { rows } = await pool().query<NoticeWays>("select kind, inbox, mail from notice_preference where user_id = $1", [
    viewer.userId ?? "",
  ]);
  const chosen = new Map(rows.map((row) => [row.kind, row]));
  const kinds = readableKinds((permission) => may(viewer, permission));
  return [
    ...kinds.map((kind) => chosen.get(kind) ?? { kind, inbox: true, mail: NOTICE_KIND_FACTS[kind].mailed }),
    chosen.get("digest") ?? { kind: "digest", inbox: false, mail: true },
  ];
}

/** Stores the viewer's own choices. What they are told of from then on follows them; what was told stays. */
export async function saveNoticeWays(viewer: Viewer, ways: readonly NoticeWays[]): Promise<void> {
  authorize(viewer, "task:read");
  const { userId } = viewer;
  if (userId === null) throw new AppError("forbidden", "Only a person with an account has notifications.");
  await transaction(async (sql) => {
    await sql.query(
      `insert into notice_preference (user_id, kind, inbox, mail)
       select $1, kind, inbox, mail from json_to_recordset($2::json) as w(kind text, inbox boolean, mail boolean)
       on conflict (user_id, kind) do update set inbox = excluded.inbox, mail = excluded.mail`,
      [userId, JSON.stringify(ways)],
    );
  });
}
