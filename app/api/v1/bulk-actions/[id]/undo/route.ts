import { undoBulkAction as undoOperation } from "@/lib/api/operations/bulk-actions";
import { undoBulkAction } from "@/lib/data/undo-bulk";
import { apiRoute } from "@/lib/http/api-route";

export const POST = apiRoute(undoOperation, async ({ viewer, params }) => {
  const { done, failures } = await undoBulkAction(viewer, params.id);
  return { undone: done, left: failures.map(({ what, reason }) => ({ what, reason })) };
});
