import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { FindingState } from "@/lib/hardening/states";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { lockHosts } from "./host-state";
import { recordActs } from "./record-acts";
import { transaction } from "./transaction";

/** What somebody does about one finding without deciding about its risk. */
export type FindingWork = { readonly kind: "start" | "saysFixed" } | { readonly kind: "reopen"; readonly reason: string };

/**
 * Starts work on a finding, says that it is fixed, or reopens it: takes back the work and all decisions about it. Answers its state after
 * that. Throws "conflict" where it has no effect, saying why.
 */
export async function workOnFinding(viewer: Viewer, findingId: number, work: FindingWork): Promise<FindingState | null> {
  authorize(viewer, work.kind === "reopen" ? "finding:reopen" : "task:work");
  if (work.kind === "reopen" && work.reason.trim() === "")
    throw new AppError("invalid-input", "Say why, in words that still make sense in a year.", { detail: { field: "reason" } });
  return transaction(async (sql) => {
    const { rows } = await sql.query<{ hostId: number; key: string; control: string | null; state: FindingState }>(
      'select host_id as "hostId", key, control, state from finding where id = $1',
      [findingId],
    );
    const finding = rows[0];
    if (finding === undefined) throw new AppError("not-found", "There is no such finding.");
    const { hostId, key, control } = finding;
    const hosts = await lockHosts(sql, [hostId]);
    const [outcome] = await recordActs(sql, viewer, hosts, [{ hostId, key, control, deed: work }], Date.now());
    if (outcome === undefined) throw new Error("the act has no outcome");
    if (outcome.refusal !== null) throw new AppError("conflict", outcome.refusal);
    await recordAudit(sql, viewer, {
      action: `finding.${work.kind === "saysFixed" ? "says_fixed" : work.kind}`,
      object: `host ${hosts[0]?.name ?? hostId}`,
      before: { check: key, state: finding.state },
      after: { state: outcome.state, ...("reason" in work ? { reason: work.reason } : {}) },
    });
    return outcome.state;
  });
}
