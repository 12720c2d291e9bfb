import "server-only";
import type { Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { actorName, recordAudit } from "./audit";
import { authorize } from "./authorize";
import type { BulkKind, Undone } from "./bulk-actions";
import { storable } from "./storable";
import { type Sql, transaction } from "./transaction";
import { undoCreatedTasks } from "./undo-created-tasks";
import { undoDecisions } from "./undo-decisions";
import { undoEditedTasks } from "./undo-edited-tasks";

/** How one kind of action on many things is taken back. */
interface Undoer {
  /** What it takes to undo: no less than it took to do. */
  readonly permission: Permission;
  /** Reads what `recordBulk` stored; puts back what nobody changed since and names the rest. */
  readonly undo: (sql: Sql, viewer: Viewer, stored: unknown) => Promise<Undone>;
}

/** The one table of undos. A new kind of bulk action is a new line here. */
const UNDOERS: Readonly<Record<BulkKind, Undoer>> = {
  "tasks.create": { permission: "task:create", undo: undoCreatedTasks },
  "tasks.edit": { permission: "task:work", undo: undoEditedTasks },
  "decisions.make": { permission: "risk:request", undo: undoDecisions },
};

const isKind = (kind: string): kind is BulkKind => Object.hasOwn(UNDOERS, kind);

/**
 * Takes an action on many things back, wherever nobody changed the thing since; the others stay and are named. Once: what an undo
 * left is there to be looked at, not to be undone again. Throws "conflict" when it was undone before.
 */
export async function undoBulkAction(viewer: Viewer, id: number): Promise<Undone> {
  // The kind decides what it takes; this much it takes in any case.
  authorize(viewer, "task:read");
  return transaction(async (sql) => {
    const { rows } = await sql.query<{ kind: string; summary: string; undo: unknown; undoneBy: string | null }>(
      `select kind, summary, undo, undone_by as "undoneBy" from bulk_action where id = $1 for update`,
      [id],
    );
    const [action] = rows;
    if (action === undefined || !isKind(action.kind)) throw new AppError("not-found", "There is nothing of this number to undo.");
    const { permission, undo } = UNDOERS[action.kind];
    authorize(viewer, permission);
    if (action.undoneBy !== null) throw new AppError("conflict", `${action.undoneBy} has undone it already.`);
    const undone = await undo(sql, viewer, action.undo);
    await sql.query("update bulk_action set undone_at = now(), undone_by = $2, undo_failures = $3 where id = $1", [
      id,
      actorName(viewer),
      JSON.stringify(storable(undone.failures)),
    ]);
    await recordAudit(sql, viewer, {
      action: "bulk.undo",
      object: `bulk action ${id}`,
      before: { summary: action.summary },
      after: { undone: undone.done, left: undone.failures.map(({ what }) => what) },
    });
    return undone;
  });
}
