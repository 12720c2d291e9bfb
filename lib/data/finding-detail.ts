import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Decisions, Finding } from "@/lib/hardening/finding";
import type { TaskStatus } from "@/lib/tasks/task-status";
import { authorize } from "./authorize";
import { pool } from "./client";

/** Why the newest scan does not bear a finding out: it did not run the check, or could not decide it any more. */
export type Unconfirmed = "absent" | "undecided";

/** What a list shows beside a finding's own columns. */
export interface FindingMark {
  readonly unconfirmed: Unconfirmed | null;
  /** End of the acceptance that ends last; null when nothing is accepted. */
  readonly acceptedUntil: Date | null;
}

const NEWEST_COVERING = `
  select distinct on (c.tool) c.tool, c.scan_id, s.keys
  from host_coverage c join coverage_set s on s.id = c.coverage_id
  where c.host_id = $1 order by c.tool, c.ran_at desc, c.scan_id desc`;

const UNCONFIRMED = `
  case when n.scan_id is null then null when f.key <> all(n.keys) then 'absent' when f.fold->>'held' is not null then 'undecided' end`;

/** The marks of a host's findings by their id; findings without any are left out. */
export async function listFindingMarks(viewer: Viewer, hostId: number): Promise<ReadonlyMap<number, FindingMark>> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<{ id: number; unconfirmed: Unconfirmed | null; acceptances: Decisions["acceptances"] | null }>(
    `select f.id, ${UNCONFIRMED} as unconfirmed, case when f.state = 'accepted' then f.fold->'decisions'->'acceptances' end as acceptances
     from finding f left join (${NEWEST_COVERING}) n on n.tool = f.fold->>'tool'
     where f.host_id = $1 limit 5000`,
    [hostId],
  );
  return new Map(
    rows
      .filter((row) => row.unconfirmed !== null || row.acceptances !== null)
      .map(({ id, unconfirmed, acceptances }) => [id, { unconfirmed, acceptedUntil: lastEnd(acceptances ?? []) }]),
  );
}

const lastEnd = (acceptances: Decisions["acceptances"]): Date | null =>
  acceptances.length === 0 ? null : new Date(Math.max(...acceptances.map(({ until }) => until)));

/** A container, image, file or port that a finding names. */
export interface FindingItem {
  readonly key: string;
  readonly name: string;
  /** Its risk is accepted by an acceptance that names it, or by one of the whole check. */
  readonly accepted: boolean;
}

const isAccepted = ({ decisions }: Finding, key: string): boolean =>
  decisions.acceptances.some(({ items }) => items === null || items.includes(key));

/** A finding in depth: what its state rests on, and what people decided. */
export interface FindingDetail extends FindingMark {
  /** The scan whose result to show: the newest that covers the check, or the last that decided it where the newest could not. */
  readonly evidenceScanId: number | null;
  /** The items it names: failing ones, or those that somebody has to look at. */
  readonly items: readonly FindingItem[];
  /** False where the list may be cut: then only an acceptance of the check as a whole covers it. */
  readonly itemsWhole: boolean;
  /** Regressed from a pass that had never failed. */
  readonly newlyFailing: boolean;
  /** It fails because the scanner asks something else than before. */
  readonly scannerChanged: boolean;
  readonly task: { readonly id: number; readonly title: string; readonly status: TaskStatus } | null;
}

/** Null for an unknown finding. */
export async function getFindingDetail(
  viewer: Viewer,
  finding: { readonly id: number; readonly hostId: number },
): Promise<FindingDetail | null> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<{
    fold: Finding;
    unconfirmed: Unconfirmed | null;
    newestScanId: number | null;
    taskId: number | null;
    taskTitle: string | null;
    taskStatus: TaskStatus | null;
  }>(
    `select f.fold, ${UNCONFIRMED} as unconfirmed, n.scan_id as "newestScanId", t.id as "taskId", t.title as "taskTitle", t.status as "taskStatus"
     from finding f
       left join (${NEWEST_COVERING}) n on n.tool = f.fold->>'tool'
       left join task t on t.id = f.task_id
     where f.host_id = $1 and f.id = $2`,
    [finding.hostId, finding.id],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { fold, unconfirmed, newestScanId, taskId, taskTitle, taskStatus } = row;
  return {
    unconfirmed,
    acceptedUntil: fold.state === "accepted" ? lastEnd(fold.decisions.acceptances) : null,
    evidenceScanId: fold.evidence === null ? null : unconfirmed === null ? newestScanId : fold.evidence.scanId,
    items: fold.items.map(({ key, name }) => ({ key, name, accepted: isAccepted(fold, key) })),
    itemsWhole: fold.itemsWhole,
    newlyFailing: fold.newlyFailing,
    scannerChanged: fold.scannerChanged,
    task: taskId === null || taskTitle === null || taskStatus === null ? null : { id: taskId, title: taskTitle, status: taskStatus },
  };
}
