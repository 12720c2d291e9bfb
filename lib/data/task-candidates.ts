import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Severity } from "@/lib/catalogue/judgement";
import { FAILING_STATES } from "@/lib/hardening/states";
import type { StrideLetter } from "@/lib/stride/categories";
import { authorize } from "./authorize";
import { pool } from "./client";
import { listFailingControls } from "./control-status";

/** A control that fails somewhere without a task. */
export interface TaskCandidate {
  readonly key: string;
  readonly number: string | null;
  readonly title: string;
  readonly severity: Severity | null;
  readonly stride: readonly StrideLetter[];
  /** Hosts on which it fails. */
  readonly failing: number;
  /** Of those, the ones in no open task. Never 0. */
  readonly free: number;
}

/** Controls that fail on hosts without a task, most hosts first. */
export async function listTaskCandidates(viewer: Viewer, limit: number): Promise<TaskCandidate[]> {
  authorize(viewer, "finding:read");
  const [failing, taken] = await Promise.all([listFailingControls(viewer), countTaken()]);
  return failing
    .map(({ subject: { key, number, title, severity, stride }, findings }) => ({
      ...{ key, number, title, severity, stride },
      failing: findings,
      free: findings - (taken.get(key) ?? 0),
    }))
    .filter(({ free }) => free > 0)
    .sort((a, b) => b.free - a.free)
    .slice(0, limit);
}

/** Failing findings that are in an open task, by key: few among all, and an index holds just them. */
async function countTaken(): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool().query<{ key: string; taken: number }>(
    `select f.key, count(*)::int as taken from finding f join host h on h.id = f.host_id
     where f.task_id is not null and f.state = any($1::"FindingState"[]) and h.retired_at is null group by f.key`,
    [FAILING_STATES],
  );
  return new Map(rows.map(({ key, taken }) => [key, taken]));
}
