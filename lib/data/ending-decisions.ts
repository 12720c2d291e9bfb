import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { DECISION_LABELS, type DecisionKind, EXPIRING_DAYS } from "@/lib/hardening/decision";
import type { Notice } from "@/lib/notices/notice";
import { counted } from "@/lib/shared/counted";
import { authorize } from "./authorize";
import { tell } from "./notices";
import { transaction } from "./transaction";

interface Ending {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly title: string;
  readonly until: Date;
  readonly hosts: number;
  readonly people: (string | null)[];
}

/** Tells who asked for a decision and who approved it that it ends soon, and again when it has ended. */
export async function tellOfEndingDecisions(viewer: Viewer, now: Date): Promise<void> {
  authorize(viewer, "settings:manage");
  await transaction(async (sql) => {
    const { rows } = await sql.query<Ending>(
      `select d.id, d.kind::text, coalesce(c.title, d.key) as title, d.until, array[d.requested_by_id, d.decided_by_id] as people,
         (select count(*)::int from decision_host h where h.decision_id = d.id and h.refusal is null) as hosts
       from decision d left join control c on c.slug = d.control
       where d.status = 'approved' and d.until > $1::timestamptz - interval '7 days'
         and d.until <= $1::timestamptz + make_interval(days => $2)
       order by d.until, d.id`,
      [now, EXPIRING_DAYS],
    );
    await tell(
      sql,
      rows.map((row) => noticeOf(row, now)),
    );
  });
}

function noticeOf({ id, kind, title, until, hosts, people }: Ending, now: Date): Notice {
  const ended = until.getTime() <= now.getTime();
  const noticeKind = ended ? "acceptance_expired" : "acceptance_expiring";
  return {
    kind: noticeKind,
    to: people.filter((person) => person !== null),
    by: null,
    title,
    detail: `${DECISION_LABELS[kind]} on ${counted(hosts, "host")} until ${until.toISOString().slice(0, 10)}.`,
    decisionId: id,
    // A decision that was prolonged ends anew.
    dedupe: `${noticeKind}:${id}:${until.getTime()}`,
  };
}
