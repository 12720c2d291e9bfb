import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type DecisionKind, deedOf, undoingDeedOf } from "@/lib/hardening/decision";
import { AppError } from "@/lib/shared/app-error";
import { actorName, recordAudit } from "./audit";
import { authorize } from "./authorize";
import { DECISION_PERMISSION } from "./decision-permission";
import { IN_FORCE } from "./decision-standing";
import { type LockedHost, lockHosts } from "./host-state";
import { recordActs } from "./record-acts";
import { tellDecided } from "./tell-decisions";
import { type Sql, transaction } from "./transaction";

interface LockedDecision {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly status: "requested" | "approved" | "declined" | "withdrawn";
  readonly key: string;
  readonly control: string | null;
  readonly anyItem: boolean;
  readonly itemKeys: readonly string[];
  readonly reason: string;
  readonly until: Date | null;
  readonly hosts: readonly LockedHost[];
}

/** A host on which an approved decision took no effect, and why. */
export interface WithoutEffect {
  readonly host: string;
  readonly reason: string;
}

/**
 * Approves what somebody asked for: it is in force on its hosts from now on. Hosts whose finding takes it no longer (it passes by now) are
 * answered. Throws "conflict" when it was decided already, when its end is past, and when no host takes it.
 */
export async function approveDecision(viewer: Viewer, id: number, note: string): Promise<readonly WithoutEffect[]> {
  authorize(viewer, "risk:request");
  return transaction(async (sql) => {
    const decision = await lockDecision(sql, id);
    authorize(viewer, DECISION_PERMISSION[decision.kind]);
    refuseUnless(decision, "requested");
    const at = Date.now();
    if (decision.until !== null && decision.until.getTime() <= at)
      throw new AppError("conflict", "The day it was asked for has passed. Decline it; a new one can be asked for.");
    const { key, control } = decision;
    const deed = deedOf({ ...decision, items: decision.anyItem ? null : decision.itemKeys, until: decision.until?.getTime() ?? null });
    const acts = decision.hosts.map((host) => ({ hostId: host.id, key, control, deed }));
    const outcomes = await recordActs(sql, viewer, decision.hosts, acts, at);
    const without = outcomes.flatMap(({ hostId, refusal }) =>
      refusal === null ? [] : [{ host: nameOf(decision, hostId), reason: refusal }],
    );
    if (without.length === outcomes.length)
      throw new AppError("conflict", `It has no effect any more on any of its hosts: ${without[0]?.reason ?? "they are gone."}`);
    await sql.query(
      `update decision_host d set act_id = o.act_id, refusal = o.refusal
       from json_to_recordset($2::json) as o(host_id int, act_id int, refusal text) where d.decision_id = $1 and d.host_id = o.host_id`,
      [id, JSON.stringify(outcomes.map(({ hostId, actId, refusal }) => ({ host_id: hostId, act_id: actId, refusal })))],
    );
    await settleStatus(sql, viewer, decision, "approved", note);
    return without;
  });
}

/** Declines what somebody asked for; nothing was ever in force. */
export async function declineDecision(viewer: Viewer, id: number, note: string): Promise<void> {
  authorize(viewer, "risk:request");
  await transaction(async (sql) => {
    const decision = await lockDecision(sql, id);
    authorize(viewer, DECISION_PERMISSION[decision.kind]);
    refuseUnless(decision, "requested");
    if (note.trim() === "") throw new AppError("invalid-input", "Say why it is declined.", { detail: { field: "note" } });
    await settleStatus(sql, viewer, decision, "declined", note);
  });
}

/** Takes a decision back before its day, on all of its hosts; a request by whoever may ask. What it covered is what the evidence says. */
export async function withdrawDecision(viewer: Viewer, id: number, reason: string): Promise<void> {
  authorize(viewer, "risk:request");
  await transaction(async (sql) => withdrawLocked(sql, viewer, id, reason));
}

/** The same inside a transaction; the hosts get locked in it. Answers the hosts where it was not in force any more. */
export async function withdrawLocked(sql: Sql, viewer: Viewer, id: number, reason: string): Promise<readonly WithoutEffect[]> {
  authorize(viewer, "risk:request");
  const decision = await lockDecision(sql, id);
  authorize(viewer, decision.status === "requested" ? "risk:request" : "finding:reopen");
  if (decision.status !== "requested") refuseUnless(decision, "approved");
  const without = decision.status === "approved" ? await retire(sql, viewer, decision, reason) : [];
  await sql.query(
    "update decision set status = 'withdrawn', withdrawn_by = $2, withdrawn_at = now(), withdrawn_reason = $3 where id = $1",
    [id, actorName(viewer), reason],
  );
  await recordAudit(sql, viewer, {
    action: "decision.withdraw",
    object: `decision ${id}`,
    before: { status: decision.status },
    after: { reason },
  });
  return without;
}

/** Where it is not in force, something else was decided since, which is not to be touched. */
async function retire(sql: Sql, viewer: Viewer, decision: LockedDecision, reason: string): Promise<readonly WithoutEffect[]> {
  const { id, key, control, hosts } = decision;
  const { rows } = await sql.query<{ hostId: number }>(
    `select t.host_id as "hostId" from decision d join decision_host t on t.decision_id = d.id
       join finding f on f.host_id = t.host_id and f.key = d.key where d.id = $1 and t.act_id is not null and ${IN_FORCE}`,
    [id],
  );
  const held = new Set(rows.map(({ hostId }) => hostId));
  const deed = undoingDeedOf(decision, reason);
  const acts = hosts.filter((host) => held.has(host.id)).map((host) => ({ hostId: host.id, key, control, deed }));
  const outcomes = await recordActs(sql, viewer, hosts, acts, Date.now());
  const refusals = new Map(outcomes.map(({ hostId, refusal }) => [hostId, refusal]));
  return hosts.flatMap((host) => {
    const refusal = held.has(host.id) ? refusals.get(host.id) : "It is not in force there any more.";
    return refusal ? [{ host: host.name, reason: refusal }] : [];
  });
}

/** Hosts first, then the decision: the order of every writer, so that none waits for another in a circle. */
async function lockDecision(sql: Sql, id: number): Promise<LockedDecision> {
  const { rows: targets } = await sql.query<{ hostId: number }>('select host_id as "hostId" from decision_host where decision_id = $1', [
    id,
  ]);
  const hosts = await lockHosts(
    sql,
    targets.map((target) => target.hostId),
  );
  const { rows } = await sql.query<Omit<LockedDecision, "hosts">>(
    `select id, kind, status, key, control, any_item as "anyItem", item_keys as "itemKeys", reason, until from decision where id = $1 for update`,
    [id],
  );
  if (rows[0] === undefined) throw new AppError("not-found", "There is no such decision.");
  return { ...rows[0], hosts };
}

function refuseUnless({ status }: LockedDecision, wanted: LockedDecision["status"]): void {
  if (status === wanted) return;
  const now = status === "requested" ? "only asked for so far" : `${status} already`;
  throw new AppError("conflict", `Nothing was changed: it is ${now}.`, { detail: { reason: "changed" } });
}

const nameOf = ({ hosts }: LockedDecision, hostId: number): string => hosts.find(({ id }) => id === hostId)?.name ?? "";

async function settleStatus(
  sql: Sql,
  viewer: Viewer,
  { id }: LockedDecision,
  status: "approved" | "declined",
  note: string,
): Promise<void> {
  await sql.query(
    "update decision set status = $2::\"DecisionStatus\", decided_by = $3, decided_by_id = $4, decided_at = now(), note = nullif($5, '') where id = $1",
    [id, status, actorName(viewer), viewer.userId, note.trim()],
  );
  const action = status === "approved" ? "decision.approve" : "decision.decline";
  await recordAudit(sql, viewer, { action, object: `decision ${id}`, before: { status: "requested" }, after: { status, note } });
  await tellDecided(sql, viewer, id, status, note);
}
