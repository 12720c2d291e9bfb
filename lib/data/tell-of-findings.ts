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

interface TaskPeople {
  readonly taskId: number;
  readonly key: string;
  readonly assigneeId: string | null;
  readonly createdById: string | null;
  readonly fixedById: string | null;
  readonly watcherIds: readonly string[];
}

/**
 * Tells who works on a host's findings what a scan did to them: whoever has, made or watches the task, and who said last that it is
 * fixed, with a task or without. Webhooks hear of it also where that is nobody. A scan says the same of a finding however often it is
 * folded, so each is told once.
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
  const keys = news.map(({ event }) => event.key);
  const people = await peopleOf(sql, hostId, targets);
  const fixers = await fixersOf(sql, hostId, keys);
  const titles = await titlesOf(sql, hostId, keys);
  const notices = news.map(({ kind, event }): Notice => {
    const who = people.get(event.key);
    return {
      kind,
      to: whom(kind, who, who?.fixedById ?? fixers.get(event.key) ?? null),
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
  if (event.kind === "still_failing" || event.kind === "regressed") return event.kind;
  // No regression by itself, but the task on it is open again, which its people should hear.
  if (event.kind === "scanner_changed" && target !== undefined) return "regressed";
  return null;
}

function whom(kind: Told, task: TaskPeople | undefined, fixerId: string | null): readonly string[] {
  const own = kind === "verified" ? (task?.createdById ?? null) : fixerId;
  return [...new Set([task?.assigneeId ?? null, own, ...(task?.watcherIds ?? [])])].filter((id) => id !== null);
}

function detailOf({ kind, itemsGained }: FindingEvent): string | null {
  if (kind === "scanner_changed") return "The scanner's own check changed between the two scans.";
  return itemsGained.length === 0 ? null : itemsGained.join(", ");
}

async function peopleOf(sql: Sql, hostId: number, targets: ReadonlyMap<string, MovedTarget>): Promise<ReadonlyMap<string, TaskPeople>> {
  const { rows } = await sql.query<TaskPeople>(
    `select g.task_id as "taskId", g.key, t.assignee_id as "assigneeId", t.created_by_id as "createdById", g.fixed_by_id as "fixedById",
       array(select w.user_id from task_watcher w where w.task_id = t.id and w.watching) as "watcherIds"
     from task_target g join task t on t.id = g.task_id where g.host_id = $1 and g.task_id = any($2::int[])`,
    [hostId, [...targets.values()].map(({ taskId }) => taskId)],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Who said last of each control that it is fixed on the host. */
async function fixersOf(sql: Sql, hostId: number, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql.query<{ key: string; actorId: string | null }>(
    `select distinct on (key) key, actor_id as "actorId" from act
     where host_id = $1 and key = any($2::text[]) and kind = 'saysFixed' order by key, at desc, id desc`,
    [hostId, keys],
  );
  return new Map(rows.flatMap(({ key, actorId }) => (actorId === null ? [] : [[key, actorId]])));
}

async function titlesOf(sql: Sql, hostId: number, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql.query<{ key: string; title: string }>(
    "select key, title from finding where host_id = $1 and key = any($2::text[])",
    [hostId, keys],
  );
  return new Map(rows.map(({ key, title }) => [key, title]));
}
