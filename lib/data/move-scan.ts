import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { contentOf, dropUnusedContent } from "./drop-content";
import { checkedHostName, hostIdByName, lockAllHosts } from "./host-names";
import { lockHostByName } from "./host-state";
import { keepSamplesApart } from "./keep-samples-apart";
import { placeScans } from "./place-scans";
import { refoldRearranged, statesBefore } from "./rearrange-host";
import { setRetired } from "./retire-host";
import { scanHostId } from "./scan-host";
import { transaction } from "./transaction";

/**
 * Gives a scan to another host, which is made if nobody knows it yet; both fold again. Answers the number of the scan there: another
 * one where that host had the same run already.
 */
export async function moveScan(viewer: Viewer, scanId: number, toName: string): Promise<number> {
  authorize(viewer, "host:edit");
  const name = checkedHostName(toName, "host");
  return transaction(async (sql) => {
    const fromId = await scanHostId(sql, scanId);
    // The order of ids is kept: a host that is made now has the largest, and one that is there is looked up without a lock first.
    const known = await sql.query<{ id: number | null }>(`select ${hostIdByName("$1")} as id`, [name]);
    const toId = known.rows[0]?.id ?? null;
    const [from, to] =
      toId === null ? [...(await lockAllHosts(sql, [fromId])), await lockHostByName(sql, name)] : await lockAllHosts(sql, [fromId, toId]);
    if (from === undefined || to === undefined) throw new Error("a host was not locked");
    keepSamplesApart(to, from.sample, "host");
    if (from.id === to.id) throw new AppError("conflict", `The scan is of ${to.name} already.`, { detail: { field: "host" } });
    if ((await scanHostId(sql, scanId)) !== from.id)
      throw new AppError("conflict", "Somebody moved this scan a moment ago. Look where it is now.");
    const [before, content] = [await statesBefore(sql, [from, to]), await contentOf(sql, [scanId])];
    const { united } = await placeScans(sql, to, [scanId]);
    const now = united.get(scanId) ?? scanId;
    for (const host of [from, to]) {
      const state = before.get(host.id);
      if (state !== undefined) await refoldRearranged(sql, host, state);
    }
    if (await isNewerThan(sql, now, to.retiredAt)) await setRetired(sql, viewer, to, false);
    await dropUnusedContent(sql, content);
    await recordAudit(sql, viewer, {
      action: "scan.move",
      object: `scan ${scanId}`,
      before: { host: from.name },
      after: { host: to.name, ...(now === scanId ? {} : { unitedWith: now }) },
    });
    return now;
  });
}

async function isNewerThan(sql: Parameters<typeof scanHostId>[0], scanId: number, instant: Date | null): Promise<boolean> {
  if (instant === null) return false;
  const { rows } = await sql.query("select 1 from scan where id = $1 and ran_at > $2", [scanId, instant]);
  return rows.length > 0;
}
