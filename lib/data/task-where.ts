import { findByNumber } from "@/lib/catalogue/controls";
import type { TaskPriority } from "@/lib/tasks/task-priority";
import type { TaskStatus } from "@/lib/tasks/task-status";
import { hostIdByName } from "./host-names";

/** Which tasks are meant; what is absent filters nothing. */
export interface TaskFilter {
  readonly statuses?: readonly TaskStatus[];
  /** Null: nobody's. */
  readonly assigneeId?: string | null;
  /** E-mail address. */
  readonly assignee?: string;
  /** A day; tasks that were due before it and are not verified. */
  readonly dueBefore?: string;
  readonly host?: string;
  /** Part of the title, a check's number in any edition, or "TSK-12". */
  readonly text?: string;
  /** Only the verified tasks are asked for it. */
  readonly verifiedSince?: Date;
  readonly ids?: readonly number[];
  /** Of these controls. */
  readonly keys?: readonly string[];
  /** With all of these. */
  readonly labels?: readonly string[];
  readonly priorities?: readonly TaskPriority[];
  /** Of one action on many tasks. */
  readonly bulkId?: number;
  /** Watched by this person. */
  readonly watcherId?: string;
}

/** Which tasks `t`, with their assignee `u`, match the values of `taskWhereValues`. */
export const TASK_WHERE = `
  ($1::"TaskStatus"[] is null or t.status = any($1::"TaskStatus"[]))
  and ($2::text is null or t.assignee_id = $2::text)
  and (not $3::boolean or t.assignee_id is null)
  and ($4::text is null or u.email = $4::text)
  and ($5::date is null or (t.due_on < $5::date and t.status <> 'verified'))
  and ($6::text is null or exists (
    select 1 from task_target x join host y on y.id = x.host_id where x.task_id = t.id
      and y.id = ${hostIdByName("$6::text")}))
  and ($7::text is null or t.title ilike $7::text or t.id = $8::int or t.key = any($9::text[]))
  and ($10::timestamptz is null or t.status <> 'verified' or t.verified_at >= $10::timestamptz)
  and ($11::int[] is null or t.id = any($11::int[]))
  and ($12::text[] is null or t.key = any($12::text[]))
  and ($13::text[] is null or t.labels @> $13::text[])
  and ($14::"TaskPriority"[] is null or t.priority = any($14::"TaskPriority"[]))
  and ($15::int is null or t.id in (
    select (x->>'id')::int from bulk_action b, jsonb_array_elements(b.undo->'tasks') x where b.id = $15::int and b.kind like 'tasks.%'))
  and ($16::text is null or exists (select 1 from task_watcher w where w.task_id = t.id and w.user_id = $16::text and w.watching))`;

/** As many values as the condition takes. */
export const TASK_WHERE_VALUES = 16;

export function taskWhereValues(filter: TaskFilter): unknown[] {
  const text = filter.text?.trim() || null;
  const id = text === null ? null : (/^(?:TSK-?)?(\d{1,9})$/i.exec(text)?.[1] ?? null);
  return [
    filter.statuses ?? null,
    filter.assigneeId ?? null,
    filter.assigneeId === null,
    filter.assignee?.toLowerCase() ?? null,
    filter.dueBefore ?? null,
    filter.host ?? null,
    text === null ? null : `%${text.replace(/[\\%_]/g, "\\$&")}%`,
    id,
    text === null ? [] : findByNumber(text).map(({ control }) => control.slug),
    filter.verifiedSince ?? null,
    filter.ids ?? null,
    filter.keys ?? null,
    filter.labels ?? null,
    filter.priorities ?? null,
    filter.bulkId ?? null,
    filter.watcherId ?? null,
  ];
}
