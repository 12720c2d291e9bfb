import "server-only";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { type DecisionKind, deedOf, LONGEST_DECISION_DAYS } from "@/lib/hardening/decision";
import { AppError } from "@/lib/shared/app-error";
import { groupBy } from "@/lib/shared/group-by";
import { actorName, recordAudit } from "./audit";
import { authorize } from "./authorize";
import { DECISION_PERMISSION } from "./decision-permission";
import { type LockedHost, lockHosts } from "./host-state";
import { type PersonRef, requirePerson } from "./people";
import { type ActOutcome, recordActs } from "./record-acts";
import { rememberDecisions } from "./remember-decisions";
import { limitOf, readSelection, type SelectedFinding, type TaskSelection } from "./task-selection";
import { tellRequested } from "./tell-decisions";
import { type Sql, transaction } from "./transaction";
import { tryActs } from "./try-acts";

const DAY_MS = 86_400_000;

export interface NewDecision {
  readonly selection: TaskSelection;
  readonly kind: DecisionKind;
  /** Names of the items it covers, of a single control; null for the check as a whole. Only a risk is accepted by items. */
  readonly items: readonly string[] | null;
  readonly reason: string;
  /** Null only for "not applicable". */
  readonly until: Date | null;
  /** Who asks for it, where it is not who enters it. */
  readonly requestedBy?: PersonRef | null | undefined;
  /** As many findings as somebody was shown; another number by now decides nothing. */
  readonly expected?: number | undefined;
}

/** A finding on which nothing was decided, with the reason for people. */
export interface RefusedFinding {
  readonly findingId: number;
  readonly host: string;
  readonly title: string;
  readonly reason: string;
}

export interface MadeDecisions {
  /** One per control. `requested`: nothing is in force until a lead approves. */
  readonly decisions: readonly { readonly id: number; readonly key: string; readonly title: string; readonly hosts: number }[];
  readonly requested: boolean;
  readonly refused: readonly RefusedFinding[];
  /** What takes it all back; null where nothing was made. */
  readonly bulkId: number | null;
}

/**
 * Decides about the findings of a selection: one decision per control over its hosts, one reason for all. Findings on which it has no
 * effect are left out and listed. An engineer's acceptance or "not applicable" is a request that a lead approves. All or nothing is stored.
 */
export async function decideOnFindings(viewer: Viewer, wanted: NewDecision): Promise<MadeDecisions> {
  const requested = !may(viewer, DECISION_PERMISSION[wanted.kind]);
  authorize(viewer, requested ? "risk:request" : DECISION_PERMISSION[wanted.kind]);
  const now = Date.now();
  const decision = checked(wanted, now);
  return transaction(async (sql) => {
    const first = await readSelection(sql, viewer, wanted.selection);
    const hosts = await lockHosts(sql, [...new Set(first.map((finding) => finding.hostId))]);
    const found = await readSelection(sql, viewer, wanted.selection);
    checkSelection(wanted, found);
    const decisions: MadeDecisions["decisions"][number][] = [];
    const refused: RefusedFinding[] = [];
    for (const findings of groupBy(found, (finding) => finding.key).values()) {
      const made = await decideOnControl(sql, viewer, { ...decision, requested, at: now }, findings, hosts);
      if (made.decision !== null) decisions.push(made.decision);
      refused.push(...made.refused);
    }
    const left = new Set(refused.map(({ findingId }) => findingId));
    const reached = new Set(found.filter(({ id }) => !left.has(id)).map(({ hostId }) => hostId));
    const bulkId = await rememberDecisions(sql, viewer, { decisions, requested, refused, hosts: reached.size });
    return { decisions, requested, refused, bulkId };
  });
}

type Checked = Omit<NewDecision, "selection" | "expected">;

function checked({ kind, items, reason, until, requestedBy }: NewDecision, now: number): Checked {
  const refuse = (field: string, message: string) => new AppError("invalid-input", message, { detail: { field } });
  const text = reason.trim();
  if (text === "") throw refuse("reason", "Say why, in words that still make sense in a year.");
  if (text.length > 4_000) throw refuse("reason", "A reason has at most 4,000 characters.");
  if (kind !== "accept" && items !== null) throw refuse("items", "Only a risk is accepted item by item.");
  if (items !== null && items.length === 0) throw refuse("items", "Tick at least one item, or accept the check as a whole.");
  if (kind === "not_applicable") return { kind, items, reason: text, until: null, requestedBy };
  if (until === null || until.getTime() <= now || until.getTime() > now + LONGEST_DECISION_DAYS * DAY_MS)
    throw refuse("until", "Give a day within the next year; then somebody looks again.");
  return { kind, items, reason: text, until, requestedBy };
}

function checkSelection({ selection, expected, items }: NewDecision, found: readonly SelectedFinding[]): void {
  const limit = limitOf(selection);
  if (found.length === 0) throw nothingFound(selection);
  if (found.length > limit) throw new AppError("invalid-input", `Choose at most ${limit.toLocaleString("en")} findings at a time.`);
  if (expected !== undefined && expected !== found.length)
    throw new AppError(
      "conflict",
      `You were shown ${expected} findings, and now ${found.length} match. Nothing was decided: look at them again.`,
    );
  if (items !== null && new Set(found.map(({ key }) => key)).size > 1)
    throw new AppError("invalid-input", "Items can be chosen for one check at a time.", { detail: { field: "items" } });
}

const nothingFound = (selection: TaskSelection): AppError =>
  "key" in selection
    ? new AppError(
        "invalid-input",
        `There is no finding of "${selection.key}"${selection.hosts ? ` on ${selection.hosts.join(", ")}` : " that fails on any host"}.`,
        { detail: { field: "control" } },
      )
    : new AppError("invalid-input", "Choose at least one finding.", { detail: { field: "finding" } });

interface Entering extends Checked {
  readonly requested: boolean;
  readonly at: number;
}

async function decideOnControl(
  sql: Sql,
  viewer: Viewer,
  entering: Entering,
  findings: readonly SelectedFinding[],
  hosts: readonly LockedHost[],
): Promise<{ readonly decision: MadeDecisions["decisions"][number] | null; readonly refused: readonly RefusedFinding[] }> {
  const [subject] = findings;
  if (subject === undefined) return { decision: null, refused: [] };
  const items = entering.items === null ? null : await itemsNamed(sql, findings, entering.items);
  const id = await insertDecision(sql, viewer, entering, subject, items);
  const scope = { id, kind: entering.kind, items: items?.map(({ key }) => key) ?? null, reason: entering.reason };
  const deed = deedOf({ ...scope, until: entering.until?.getTime() ?? null });
  const acts = findings.map(({ hostId, key, control }) => ({ hostId, key, control, deed }));
  // A request is put to the findings when it is approved, for they may stand otherwise by then; what has no effect now is none.
  const outcomes = entering.requested
    ? (await tryActs(sql, acts, entering.at)).map(({ act, refusal }) => ({ hostId: act.hostId, actId: null, refusal }))
    : await recordActs(sql, viewer, hosts, acts, entering.at);
  const reasons = new Map(outcomes.map((outcome) => [outcome.hostId, outcome.refusal]));
  const refused = findings.flatMap(({ id: findingId, hostId, host, title }) => {
    const reason = reasons.get(hostId);
    return reason ? [{ findingId, host, title, reason }] : [];
  });
  if (refused.length === findings.length) {
    await sql.query("delete from decision where id = $1", [id]);
    return { decision: null, refused };
  }
  await insertHosts(
    sql,
    id,
    outcomes.filter(({ refusal }) => refusal === null),
  );
  await recordAudit(sql, viewer, {
    action: entering.requested ? "decision.request" : "decision.make",
    object: `decision ${id}`,
    after: {
      kind: entering.kind,
      check: subject.key,
      hosts: findings.filter((finding) => !reasons.get(finding.hostId)).map((finding) => finding.host),
      ...(items === null ? {} : { items: items.map(({ name }) => name) }),
      reason: entering.reason,
      until: entering.until,
    },
  });
  if (entering.requested) {
    const { kind, reason } = entering;
    await tellRequested(sql, viewer, { id, kind, title: subject.title, reason });
  }
  return { decision: { id, key: subject.key, title: subject.title, hosts: findings.length - refused.length }, refused };
}

/** Failing items of the findings by name or key, each once. Throws for one that none of them names: it may be a slip of the pen. */
async function itemsNamed(
  sql: Sql,
  findings: readonly SelectedFinding[],
  names: readonly string[],
): Promise<{ key: string; name: string }[]> {
  const { rows } = await sql.query<{ key: string; name: string }>(
    `select distinct on (i->>'key') i->>'key' as key, i->>'name' as name
     from finding f, json_array_elements(f.fold->'items') i where f.id = any($1::int[]) order by 1, 2`,
    [findings.map(({ id }) => id)],
  );
  return [...new Set(names)].map((name) => {
    const item = rows.find((row) => row.key === name) ?? rows.find((row) => row.name === name);
    if (item === undefined)
      throw new AppError("invalid-input", `The check names no item "${name.slice(0, 80)}" there now.`, { detail: { field: "items" } });
    return item;
  });
}

async function insertDecision(
  sql: Sql,
  viewer: Viewer,
  { kind, reason, until, requested, requestedBy, at }: Entering,
  { key, control }: SelectedFinding,
  items: readonly { readonly key: string; readonly name: string }[] | null,
): Promise<number> {
  const asker = requestedBy == null ? { id: viewer.userId, name: actorName(viewer) } : await requirePerson(sql, requestedBy);
  const decided = requested ? [null, null, null] : [actorName(viewer), viewer.userId, new Date(at)];
  const { rows } = await sql.query<{ id: number }>(
    `insert into decision (kind, status, key, control, any_item, item_keys, item_names, reason, until, requested_by, requested_by_id,
       requested_at, decided_by, decided_by_id, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    [
      kind,
      requested ? "requested" : "approved",
      key,
      control,
      items === null,
      items?.map((item) => item.key) ?? [],
      items?.map((item) => item.name) ?? [],
      reason,
      until,
      asker.name,
      asker.id,
      new Date(at),
      ...decided,
    ],
  );
  if (rows[0] === undefined) throw new Error("the decision was not stored");
  return rows[0].id;
}

async function insertHosts(sql: Sql, decisionId: number, hosts: readonly Pick<ActOutcome, "hostId" | "actId">[]): Promise<void> {
  await sql.query(
    `insert into decision_host (decision_id, host_id, act_id)
     select $1, host_id, act_id from json_to_recordset($2::json) as h(host_id int, act_id int)`,
    [decisionId, JSON.stringify(hosts.map(({ hostId, actId }) => ({ host_id: hostId, act_id: actId })))],
  );
}
