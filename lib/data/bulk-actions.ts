import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { actorName } from "./audit";
import { authorize } from "./authorize";
import { pool } from "./client";
import { storable } from "./storable";
import type { Sql } from "./transaction";

/** Every kind of action on many things that can be taken back. Each has its undo in `undo-bulk.ts`. */
export type BulkKind = "tasks.create" | "tasks.edit" | "decisions.make";

/** One of many things that an action, or its undo, left as it is. */
export interface BulkFailure {
  /** As people name it: "TSK-12", "web-01". */
  readonly what: string;
  /** Where it is; null for what is gone. */
  readonly href: string | null;
  /** For people: why. */
  readonly reason: string;
}

/** An action on many things, as it is told afterwards. */
export interface BulkAction {
  readonly id: number;
  readonly kind: string;
  readonly at: Date;
  readonly actor: string;
  readonly summary: string;
  readonly failures: readonly BulkFailure[];
  /** Null while it stands. */
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoFailures: readonly BulkFailure[];
}

export interface NewBulkAction {
  readonly kind: BulkKind;
  /** For people: "18 of 20 tasks changed". */
  readonly summary: string;
  readonly failures: readonly BulkFailure[];
  /** Whatever the undo of this kind needs. */
  readonly undo: unknown;
}

/** What an undo did. */
export interface Undone {
  /** So many things are as they were. */
  readonly done: number;
  readonly failures: readonly BulkFailure[];
}

/** Remembers an action on many things, in its transaction, so that it can be told and taken back. Answers its number. */
export async function recordBulk(sql: Sql, viewer: Viewer, { kind, summary, failures, undo }: NewBulkAction): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    "insert into bulk_action (kind, actor_id, actor, summary, failures, undo) values ($1, $2, $3, $4, $5, $6) returning id",
    [kind, viewer.userId, actorName(viewer), summary, JSON.stringify(storable(failures)), JSON.stringify(storable(undo))],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error("the action was not stored");
  return id;
}

/** What became of an action on many things; null when there is none with this number. */
export async function getBulkAction(viewer: Viewer, id: number): Promise<BulkAction | null> {
  authorize(viewer, "task:read");
  const { rows } = await pool().query<BulkAction>(
    `select id, kind, at, actor, summary, failures, undone_at as "undoneAt", undone_by as "undoneBy", undo_failures as "undoFailures"
     from bulk_action where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
