import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { contentOf, dropUnusedContent } from "./drop-content";
import { countHostContents, type HostContents } from "./host-contents";
import { lockAllHosts } from "./host-names";
import { refreshTasks } from "./task-targets";
import { type Sql, transaction } from "./transaction";

/**
 * Removes a host with its scans, findings, acts and what only they rested on. `typedName` must be its name. A task that had only this
 * host goes with it; others lose the host.
 */
export async function deleteHost(viewer: Viewer, hostId: number, typedName: string): Promise<void> {
  authorize(viewer, "host:delete");
  await transaction(async (sql) => {
    const [host] = await lockAllHosts(sql, [hostId]);
    if (host === undefined) return;
    if (typedName.normalize("NFKC").trim() !== host.name) {
      throw new AppError("invalid-input", `Type ${host.name} to delete it.`, { detail: { field: "typedName", expected: host.name } });
    }
    const contents = await removeHost(sql, hostId);
    await recordAudit(sql, viewer, { action: "host.delete", object: `host ${host.name}`, before: contents });
  });
}

/** Takes a locked host and what only it rested on away, and answers what that was. */
export async function removeHost(sql: Sql, hostId: number): Promise<HostContents> {
  const contents = await countHostContents(sql, hostId);
  const scans = await sql.query<{ id: number }>("select id from scan where host_id = $1", [hostId]);
  const content = await contentOf(
    sql,
    scans.rows.map((row) => row.id),
  );
  await sql.query("delete from host where id = $1", [hostId]);
  await sql.query("delete from task where id = any($1::int[])", [contents.tasksThatGo]);
  await refreshTasks(sql, contents.tasksThatStay);
  await dropUnusedContent(sql, content);
  return contents;
}
