import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { actorName, recordAudit } from "./audit";
import type { LockedHost } from "./host-state";
import type { Sql } from "./transaction";

/** Takes a locked host out of every count, or brings it back. Its scans, findings and tasks stay as they are. */
export async function setRetired(sql: Sql, viewer: Viewer, host: LockedHost, retired: boolean): Promise<void> {
  if (retired === (host.retiredAt !== null)) return;
  const retiredAt = retired ? new Date() : null;
  await sql.query("update host set retired_at = $2, retired_by = $3 where id = $1", [
    host.id,
    retiredAt,
    retired ? actorName(viewer) : null,
  ]);
  await recordAudit(sql, viewer, {
    action: retired ? "host.retire" : "host.return",
    object: `host ${host.name}`,
    before: { retiredAt: host.retiredAt },
    after: { retiredAt },
  });
}
