import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { contentOf, dropUnusedContent } from "./drop-content";
import { lockAllHosts, requireHostId } from "./host-names";
import { keepSamplesApart } from "./keep-samples-apart";
import { mergeDecisions } from "./merge-decisions";
import { mergeTargets } from "./merge-targets";
import { placeScans } from "./place-scans";
import { refoldRearranged, statesBefore } from "./rearrange-host";
import { setRetired } from "./retire-host";
import { transaction } from "./transaction";

/**
 * Makes one host of two: scans, uploads, acts, decisions, attestations and tasks of `hostId` go to the host called `intoName`, which keeps what people say of it
 * and folds again. The name of the one that goes leads to the other from now on. Answers the name of the host that stays.
 */
export async function mergeHosts(viewer: Viewer, hostId: number, intoName: string): Promise<string> {
  authorize(viewer, "host:delete");
  return transaction(async (sql) => {
    const intoId = await requireHostId(sql, intoName.normalize("NFKC").trim(), "into");
    if (intoId === hostId) throw new AppError("conflict", "A host cannot be merged into itself.", { detail: { field: "into" } });
    const [gone, kept] = await lockAllHosts(sql, [hostId, intoId]);
    if (gone === undefined || kept === undefined) throw new Error("a host was not locked");
    keepSamplesApart(kept, gone.sample, "into");
    const { rows } = await sql.query<{ id: number }>("select id from scan where host_id = $1", [gone.id]);
    const ids = rows.map((row) => row.id);
    const [before, content] = [await statesBefore(sql, [kept]), await contentOf(sql, ids)];
    const { placed, united } = await placeScans(sql, kept, ids);
    const acts = await sql.query("update act set host_id = $2 where host_id = $1", [gone.id, kept.id]);
    await sql.query("update threat_attestation set host_id = $2 where host_id = $1", [gone.id, kept.id]);
    await mergeDecisions(sql, gone.id, kept.id);
    const tasks = await mergeTargets(sql, viewer, gone, kept);
    await sql.query("update host_alias set host_id = $2 where host_id = $1", [gone.id, kept.id]);
    await sql.query("delete from host where id = $1", [gone.id]);
    await sql.query("insert into host_alias (name, host_id) values ($1, $2)", [gone.name, kept.id]);
    for (const state of before.values()) await refoldRearranged(sql, kept, state);
    // A machine in service is one by whichever name.
    if (gone.retiredAt === null) await setRetired(sql, viewer, kept, false);
    await dropUnusedContent(sql, content);
    await recordAudit(sql, viewer, {
      action: "host.merge",
      object: `host ${kept.name}`,
      before: { host: gone.name, scans: ids.length },
      after: { moved: placed.length, united: Object.fromEntries(united), acts: acts.rowCount ?? 0, ...tasks },
    });
    return kept.name;
  });
}
