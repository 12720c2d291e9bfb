import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { pool } from "./client";

/** A label and how many open tasks have it. */
export interface UsedLabel {
  readonly label: string;
  readonly tasks: number;
}

/** The labels of open tasks, most used first. */
export async function listUsedLabels(viewer: Viewer, limit: number): Promise<UsedLabel[]> {
  authorize(viewer, "task:read");
  const { rows } = await pool().query<UsedLabel>(
    `select label, count(*)::int as tasks from task, unnest(labels) label where status <> 'verified'
     group by label order by tasks desc, label limit $1`,
    [limit],
  );
  return rows;
}
