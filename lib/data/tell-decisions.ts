import "server-only";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { DECISION_LABELS, type DecisionKind } from "@/lib/hardening/decision";
import { actorName } from "./audit";
import { DECISION_PERMISSION } from "./decision-permission";
import { tell } from "./notices";
import type { Sql } from "./transaction";

interface Asked {
  readonly id: number;
  readonly kind: DecisionKind;
  /** Of the check, as people name it. */
  readonly title: string;
  readonly reason: string;
}

const by = (viewer: Viewer) => ({ id: viewer.userId, name: actorName(viewer) });

/** Tells everybody who may approve it that a decision is asked for. */
export async function tellRequested(sql: Sql, viewer: Viewer, { id, kind, title, reason }: Asked): Promise<void> {
  const { rows } = await sql.query<{ id: string; role: Viewer["role"] }>(
    'select id, role from "user" where disabled_at is null order by id',
  );
  await tell(sql, [
    {
      kind: "acceptance_requested",
      to: rows.filter(({ role }) => may({ role, scopes: null }, DECISION_PERMISSION[kind])).map((person) => person.id),
      by: by(viewer),
      title,
      detail: `${DECISION_LABELS[kind]}: ${reason}`,
      decisionId: id,
      dedupe: `acceptance_requested:${id}`,
    },
  ]);
}

/** Tells who asked for a decision what became of it. */
export async function tellDecided(sql: Sql, viewer: Viewer, id: number, status: "approved" | "declined", note: string): Promise<void> {
  const { rows } = await sql.query<{ asker: string | null; title: string }>(
    `select d.requested_by_id as asker, coalesce(c.title, d.key) as title from decision d left join control c on c.slug = d.control where d.id = $1`,
    [id],
  );
  const [decision] = rows;
  if (decision === undefined) return;
  await tell(sql, [
    {
      kind: "acceptance_decided",
      to: decision.asker === null ? [] : [decision.asker],
      by: by(viewer),
      title: decision.title,
      detail: note.trim() === "" ? `It was ${status}.` : `It was ${status}: ${note.trim()}`,
      decisionId: id,
      dedupe: `acceptance_decided:${id}`,
    },
  ]);
}
