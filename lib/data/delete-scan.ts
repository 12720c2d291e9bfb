import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { contentOf, dropUnusedContent } from "./drop-content";
import { lockAllHosts } from "./host-names";
import { refoldRearranged, statesBefore } from "./rearrange-host";
import { scanHostId } from "./scan-host";
import { transaction } from "./transaction";

/** Removes a scan and what only it rested on, and folds its host again. */
export async function deleteScan(viewer: Viewer, scanId: number): Promise<void> {
  authorize(viewer, "scan:delete");
  await transaction(async (sql) => {
    const [host] = await lockAllHosts(sql, [await scanHostId(sql, scanId)]);
    if (host === undefined) return;
    if ((await scanHostId(sql, scanId)) !== host.id)
      throw new AppError("conflict", "Somebody moved this scan a moment ago. Look where it is now.");
    const [before, content] = [await statesBefore(sql, [host]), await contentOf(sql, [scanId])];
    const { rows } = await sql.query<{ ranAt: Date }>(`delete from scan where id = $1 returning ran_at as "ranAt"`, [scanId]);
    for (const state of before.values()) await refoldRearranged(sql, host, state);
    await dropUnusedContent(sql, content);
    await recordAudit(sql, viewer, {
      action: "scan.delete",
      object: `scan ${scanId}`,
      before: { host: host.name, ranAt: rows[0]?.ranAt, logs: content.logs },
    });
  });
}
