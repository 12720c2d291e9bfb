import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { HostState } from "@/lib/hardening/host-state";
import { tryAct } from "@/lib/hardening/refuse-act";
import type { FindingState } from "@/lib/hardening/states";
import type { ActDeed, ActStep } from "@/lib/hardening/steps";
import { groupBy } from "@/lib/shared/group-by";
import { advanceHost } from "./advance-host";
import { actorName } from "./audit";
import { type LockedHost, loadHostState } from "./host-state";
import type { Sql } from "./transaction";

/** What somebody does to a control on a host. */
export interface FindingAct {
  readonly hostId: number;
  readonly key: string;
  /** Null for a title that no catalogue knows. */
  readonly control: string | null;
  readonly deed: ActDeed;
}

/** What came of it. */
export interface ActOutcome extends Pick<FindingAct, "hostId" | "key"> {
  /** Null where it had no effect; then `refusal` says why, for people. */
  readonly actId: number | null;
  readonly refusal: string | null;
  readonly state: FindingState | null;
}

/**
 * Records acts on findings of hosts that the caller holds locked, and takes the fold's step on each host. An act that has no effect is
 * not recorded and answers why. `at` is the clock in epoch milliseconds. Outcomes are in the order of the acts.
 */
export async function recordActs(
  sql: Sql,
  viewer: Viewer,
  hosts: readonly LockedHost[],
  acts: readonly FindingAct[],
  at: number,
): Promise<ActOutcome[]> {
  const ids = await reserveIds(sql, acts.length);
  const numbered = acts.map((act, index): FindingAct & { step: ActStep } => ({
    ...act,
    step: { ...act.deed, actId: ids[index] ?? 0, at, key: act.key, control: act.control },
  }));
  const outcomes = new Map<number, ActOutcome>();
  for (const [hostId, own] of groupBy(numbered, (act) => act.hostId)) {
    const host = hosts.find(({ id }) => id === hostId);
    if (host === undefined) throw new Error(`host ${hostId} is not locked`);
    for (const outcome of await actOnHost(sql, viewer, host, own)) outcomes.set(outcome.step, outcome);
  }
  return numbered.flatMap(({ step }) => outcomes.get(step.actId) ?? []);
}

async function actOnHost(
  sql: Sql,
  viewer: Viewer,
  host: LockedHost,
  acts: readonly (FindingAct & { readonly step: ActStep })[],
): Promise<(ActOutcome & { readonly step: number })[]> {
  const before = await loadHostState(sql, host);
  let tried: HostState = before;
  const taken: ActStep[] = [];
  const outcomes = acts.map(({ hostId, key, step }) => {
    const { host: after, refusal } = tryAct(tried, step);
    tried = after;
    if (refusal === null) taken.push(step);
    return { hostId, key, step: step.actId, actId: refusal === null ? step.actId : null, refusal };
  });
  if (taken.length === 0) return outcomes.map((outcome) => ({ ...outcome, state: before.findings.get(outcome.key)?.state ?? null }));
  await insertActs(sql, viewer, host.id, taken);
  const after = await advanceHost(
    sql,
    host,
    before,
    taken.map((act) => ({ act })),
  );
  return outcomes.map((outcome) => ({ ...outcome, state: after.findings.get(outcome.key)?.state ?? null }));
}

/** Ids in the order of the acts: at one instant the fold takes acts by their ids. */
async function reserveIds(sql: Sql, count: number): Promise<number[]> {
  const { rows } = await sql.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('act', 'id'))::int as id from generate_series(1, $1::int) order by 1`,
    [count],
  );
  return rows.map(({ id }) => id);
}

async function insertActs(sql: Sql, viewer: Viewer, hostId: number, acts: readonly ActStep[]): Promise<void> {
  const rows = acts.map(({ actId, at: _, key, control, ...deed }) => ({ id: actId, key, control, kind: deed.kind, payload: deed }));
  await sql.query(
    `insert into act (id, host_id, key, control, kind, at, actor, actor_id, payload)
     select id, $2, key, control, kind, $3, $4, $5, payload
     from json_to_recordset($1::json) as a(id int, key text, control text, kind text, payload jsonb)`,
    [JSON.stringify(rows), hostId, new Date(acts[0]?.at ?? 0), actorName(viewer), viewer.userId],
  );
}
