import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Level } from "@/lib/bench/report";
import type { Verdict } from "@/lib/hardening/finding";
import { FAILING_STATES, type FindingState } from "@/lib/hardening/states";
import { groupBy } from "@/lib/shared/group-by";
import { type ItemProgress, itemProgress } from "@/lib/tasks/item-scope";
import { hostsToOffer } from "@/lib/tasks/plan-tasks";
import { isWaived, type TaskStatus } from "@/lib/tasks/task-status";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { NumberedPage } from "./finding-explorer";
import { MAX_SELECTION } from "./task-selection";
import { findTaskRow, type TaskRow } from "./tasks";

/** One host of a task, with where its finding stands now. */
export interface TaskTarget {
  readonly taskId: number;
  readonly hostId: number;
  readonly host: string;
  readonly status: TaskStatus;
  /** Its finding is accepted or not applicable. */
  readonly waived: boolean;
  /** Null while nothing is known of the control there. */
  readonly findingId: number | null;
  readonly state: FindingState | null;
  readonly level: Level | null;
  /** What fails now, of what it is about. */
  readonly items: readonly string[];
  /** The items it is about, by name; null for the check as a whole. */
  readonly scope: readonly string[] | null;
  /** Of what failed when the task was made; null where no items were named. */
  readonly itemsFixed: ItemProgress | null;
  /** Null for an attestation too: nobody but evidence or an attestation verifies. */
  readonly verifiedScanId: number | null;
  readonly verifiedAt: Date | null;
  /** Who last said "fixed". */
  readonly fixedBy: string | null;
  readonly fixedAt: Date | null;
  /** What the scan that contradicted "fixed" still named. */
  readonly stillFailing: readonly string[];
  readonly reopenedScanId: number | null;
  /** The host's newest scan; null for a host that was never scanned. */
  readonly latestScanId: number | null;
  readonly latestRanAt: Date | null;
}

export interface TaskDetail extends TaskRow {
  /** A page of its hosts: what needs work first, then by name. */
  readonly targets: readonly TaskTarget[];
  /** Hosts where the control fails now and that are in no open task. Offered for a task of their own, never added. */
  readonly offered: readonly { readonly id: number; readonly name: string }[];
}

/** A task with a page of its hosts, the first 1,000 unless told; null when there is none with this number. */
export async function getTask(viewer: Viewer, id: number, page: NumberedPage = ALL_TARGETS): Promise<TaskDetail | null> {
  authorize(viewer, "task:read");
  const task = await findTaskRow(pool(), id);
  if (task === null) return null;
  const targets = await readTargets([id], page);
  return { ...task, targets, offered: task.status === "verified" ? [] : await offeredHosts(task) };
}

/** As many as one selection makes. */
const ALL_TARGETS: NumberedPage = { number: 1, size: MAX_SELECTION };

/** Of all tasks of a page together. */
const TARGETS_OF_TASKS = 100_000;

/** The hosts of tasks, by task. */
export async function listTaskTargets(viewer: Viewer, taskIds: readonly number[]): Promise<ReadonlyMap<number, readonly TaskTarget[]>> {
  authorize(viewer, "task:read");
  return groupBy(await readTargets(taskIds, { number: 1, size: TARGETS_OF_TASKS }), (row) => row.taskId);
}

interface TargetRecord extends Omit<TaskTarget, "waived" | "itemsFixed"> {
  readonly itemKeys: readonly string[];
  readonly verdict: Verdict | null;
  readonly failingKeys: readonly string[];
}

async function readTargets(taskIds: readonly number[], { number, size }: NumberedPage): Promise<TaskTarget[]> {
  const { rows } = await pool().query<TargetRecord>(
    `select g.task_id as "taskId", g.host_id as "hostId", h.name as host, g.status, f.id as "findingId", f.state, f.level,
       coalesce((
         select array_agg(i->>'name') from json_array_elements(f.fold->'items') i where g.any_item or i->>'key' = any(g.item_keys)
       ), '{}') as items,
       case when not g.any_item then g.item_names end as scope, g.item_keys as "itemKeys", f.fold->>'verdict' as verdict,
       coalesce((select array_agg(i->>'key') from json_array_elements(f.fold->'items') i), '{}') as "failingKeys",
       g.verified_scan_id as "verifiedScanId", case when g.status = 'verified' then g.verified_at end as "verifiedAt",
       g.fixed_by as "fixedBy", g.fixed_at as "fixedAt", g.still_failing as "stillFailing", g.reopened_scan_id as "reopenedScanId",
       h.latest_scan_id as "latestScanId", h.latest_ran_at as "latestRanAt"
     from task_target g join host h on h.id = g.host_id left join finding f on f.host_id = g.host_id and f.key = g.key
     where g.task_id = any($1::int[]) order by g.status = 'verified', h.name limit $2 offset $3`,
    [taskIds, size, (number - 1) * size],
  );
  return rows.map(({ itemKeys, verdict, failingKeys, ...row }) => ({
    ...row,
    waived: row.state !== null && row.status !== "verified" && isWaived(row.state),
    itemsFixed: itemProgress({ status: row.status, keys: itemKeys, verdict, failing: failingKeys }),
  }));
}

async function offeredHosts({ id, key }: Pick<TaskRow, "id" | "key">): Promise<TaskDetail["offered"]> {
  const { rows } = await pool().query<{ id: number; name: string; mine: boolean; busy: boolean }>(
    `select h.id, h.name, exists (select 1 from task_target g where g.task_id = $4 and g.host_id = f.host_id) as mine, exists (
       select 1 from task_target g where g.host_id = f.host_id and g.key = f.key and g.status <> 'verified') as busy
     from finding f join host h on h.id = f.host_id
     where f.key = $1 and h.retired_at is null and f.state = any($2::"FindingState"[]) order by h.name limit $3`,
    [key, FAILING_STATES, MAX_SELECTION, id],
  );
  const inTask = rows.filter((row) => row.mine).map((row) => row.id);
  const busy = rows.filter((row) => row.busy).map((row) => row.id);
  const offered = new Set(
    hostsToOffer(
      inTask,
      rows.map((row) => row.id),
      busy,
    ),
  );
  return rows.filter((row) => offered.has(row.id)).map((row) => ({ id: row.id, name: row.name }));
}
