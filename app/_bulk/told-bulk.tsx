import { BulkStrip } from "@/components/bulk/bulk-strip";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { getBulkAction } from "@/lib/data/bulk-actions";
import { submitUndo } from "../undo-bulk";

export interface ToldBulkProps {
  readonly viewer: Viewer;
  /** As the address says it: `?bulk=12`. */
  readonly id: number | null;
  /** Where an undo leads; must show the action again. */
  readonly back: string;
}

/** What an action on many things did, what it left out, and the way to take it back. Nothing for a number nobody knows. */
export async function ToldBulk({ viewer, id, back }: ToldBulkProps) {
  const action = id === null ? null : await getBulkAction(viewer, id);
  if (action === null) return null;
  return (
    <div className="px-gutter pb-3">
      <BulkStrip action={action} now={new Date()} undo={may(viewer, "task:work") ? { action: submitUndo, back } : null} />
    </div>
  );
}
