import "server-only";
import type { FindingEvent } from "@/lib/hardening/events";
import type { Notice } from "@/lib/notices/notice";
import { tell } from "./notices";
import type { Sql } from "./transaction";

/** The task that an event of a finding went to. */
export interface MovedTarget {
  readonly taskId: number;
  /** True when just this verified it. */
  readonly verified: boolean;
}

type Told = Extract<Notice["kind"], "regressed" | "still_failing" | "verified">;

interface People {
  readonly taskId: number;
  readonly key: string;
  readonly assigneeId: string | null;
  readonly createdById: string | null;
  readonly fixedById: string | null;
}

/**
 * Tells who works on a host's findings what a scan did to them. A regression goes to webhooks also where nobody has a task.
 * A scan says the same of a finding however often it is folded, so each is told once.
 */
export async function tellOfFindings(
  sql: Sql,
  hostId: number,
  events: readonly FindingEvent[],
  targets: ReadonlyMap<string, MovedTarget>,
): Promise<void> {
  const news = events.flatMap((event) => {
    const kind = kindOf(event, targets.get(event.key));
    return kind === null ? [] : [{ kind, event }];
  });
  if (news.length === 0) return;
  const people = await peopleOf(sql, hostId, targets);
  const titles = await titlesOf(
    sql,
    hostId,
    news.map(({ event }) => event.key),
  );
  const notices = news.map(({ kind, event }): Notice => {
    const who = people.get(event.key);
    return {
      kind,
      to: who === undefined ? [] : [...new Set(whom(kind, who))].filter((id) => id !== null),
      by: null,
      title: titles.get(event.key) ?? event.key,
      detail: detailOf(event),
      taskId: who?.taskId ?? null,
      hostId,
      key: event.key,
      scanId: event.scanId,
      dedupe: `${kind}:${hostId}:${event.key}:${event.scanId}`,
    };
  });
  await tell(sql, notices);
}

function kindOf(event: FindingEvent, target: MovedTarget | undefined): Told | null {
  // Of what its task is about nothing fails any more, whatever else of the check still does.
  if (target?.verified) return "verified";
  if (event.kind === "still_failing") return target === undefined ? null : "still_failing";
  if (event.kind === "regressed") return "regressed";
  // No regression by itself, but the task on it is open again, which its people should hear.
  if (event.kind === "scanner_changed" && target !== undefined) return "regressed";
  return null;
}

function whom(kind: Told, { assigneeId, createdById, fixedById }: People): readonly (string | null)[] {
  return kind === "verified" ? [assigneeId, createdById] : [assigneeId, fixedById];
}

function detailOf({ kind, itemsGained }: FindingEvent): string | null {
  if (kind === "scanner_changed") return "The scanner's own check changed between the two scans.";
  return itemsGained.length === 0 ? null : itemsGained.join(", ");
}

async function peopleOf(sql: Sql, hostId: number, targets: ReadonlyMap<string, MovedTarget>): Promise<ReadonlyMap<string, People>> {
  const { rows } = await sql.query<People>(
    `select g.task_id as "taskId", g.key, t.assignee_id as "assigneeId", t.created_by_id as "createdById", g.fixed_by_id as "fixedById"
     from task_target g join task t on t.id = g.task_id where g.host_id = $1 and g.task_id = any($2::int[])`,
    [hostId, [...targets.values()].map(({ taskId }) => taskId)],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

async function titlesOf(sql: Sql, hostId: number, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql.query<{ key: string; title: string }>(
    "select key, title from finding where host_id = $1 and key = any($2::text[])",
    [hostId, keys],
  );
  return new Map(rows.map(({ key, title }) => [key, title]));
}
