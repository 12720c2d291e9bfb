import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Severity } from "@/lib/catalogue/judgement";
import { FAILING_STATES } from "@/lib/hardening/states";
import type { StrideLetter } from "@/lib/stride/categories";
import { authorize } from "./authorize";
import { pool } from "./client";

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
  const { rows } = await pool().query<TaskCandidate>(
    `select key, max(number) as number, max(title) as title, min(severity) as severity, to_json(min(stride)) as stride,
       count(*)::int as failing, (count(*) filter (where task_id is null))::int as free
     from finding where state = any($1::"FindingState"[]) group by key having count(*) filter (where task_id is null) > 0
     order by free desc, min(severity), key limit $2`,
    [FAILING_STATES, limit],
  );
  return rows;
}
