import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { getControl } from "@/lib/catalogue/controls";
import type { Severity } from "@/lib/catalogue/judgement";
import { DECISION_STANDINGS, type DecisionKind, type DecisionStanding } from "@/lib/hardening/decision";
import type { FindingState } from "@/lib/hardening/states";
import type { StrideLetter } from "@/lib/stride/categories";
import { authorize } from "./authorize";
import { pool } from "./client";
import { standingSql } from "./decision-standing";
import { hostIdByName } from "./host-names";

/** A decision as lists show it. */
export interface DecisionRow {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly status: "requested" | "approved" | "declined" | "withdrawn";
  readonly key: string;
  readonly control: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly severity: Severity | null;
  readonly stride: readonly StrideLetter[];
  /** Names; null for the check as a whole. */
  readonly items: readonly string[] | null;
  readonly reason: string;
  /** Null only for "not applicable". */
  readonly until: Date | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  /** How many of its hosts stand where; standings without a host are missing. */
  readonly standings: Readonly<Partial<Record<DecisionStanding, number>>>;
  /** By name, the first five. */
  readonly hosts: { readonly count: number; readonly names: readonly string[] };
}

export interface DecisionFilter {
  /** One or several. */
  readonly kind?: DecisionKind | readonly DecisionKind[] | null;
  /** At least one host stands there. */
  readonly standing?: DecisionStanding | null;
  readonly key?: string | null;
  readonly host?: string | null;
  readonly ids?: readonly number[];
}

/** Every decision with a host, as `t.standing`; `$1` is the instant to measure at. */
export const PLACED = `
  select d.id, t.host_id, h.name as host, ${standingSql("$1")} as standing, t.refusal, f.id as finding_id, f.state, f.title, f.number
  from decision d join decision_host t on t.decision_id = d.id join host h on h.id = t.host_id
    left join finding f on f.host_id = t.host_id and f.key = d.key`;

const WHERE = `
  ($2::"DecisionKind"[] is null or d.kind = any($2::"DecisionKind"[]))
  and ($3::text is null or exists (select 1 from placed p where p.id = d.id and p.standing = $3))
  and ($4::text is null or d.key = $4)
  and ($5::text is null or exists (select 1 from placed p where p.id = d.id and p.host_id = ${hostIdByName("$5::text")}))
  and ($6::int[] is null or d.id = any($6::int[]))`;

const valuesOf = ({ kind, standing, key, host, ids }: DecisionFilter, now: Date): unknown[] => [
  now,
  kind == null ? null : [kind].flat(),
  standing ?? null,
  key ?? null,
  host ?? null,
  ids ?? null,
];

type DecisionRecord = Omit<DecisionRow, "severity" | "stride" | "title" | "number"> & {
  readonly title: string | null;
  readonly number: string | null;
};

const toRow = ({ title, number, ...record }: DecisionRecord): DecisionRow => {
  const control = record.control === null ? null : getControl(record.control);
  return {
    ...record,
    title: control?.title ?? title ?? record.key,
    number: control?.number ?? number,
    severity: control?.judgement.severity ?? null,
    stride: control?.judgement.stride.map(({ letter }) => letter) ?? [],
  };
};

/** What waits for somebody, then what ends first, then what is over. */
const ORDER = `d.status <> 'requested', d.status <> 'approved' or coalesce(d.until <= $1::timestamptz, false),
  case when d.status = 'approved' and d.until > $1::timestamptz then d.until end nulls last, d.id desc`;

/** A numbered page of decisions: what is asked for first, then what ends first, then what is over, newest first. */
export async function listDecisions(
  viewer: Viewer,
  filter: DecisionFilter,
  now: Date,
  page: { readonly number: number; readonly size: number },
): Promise<{ readonly items: readonly DecisionRow[]; readonly total: number }> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<DecisionRecord & { readonly total: number }>(
    `with placed as materialized (${PLACED}), matching as (
       select d.*, count(*) over ()::int as total from decision d where ${WHERE}
       order by ${ORDER}
       limit $7 offset $8
     )
     select d.id, d.kind, d.status, d.key, d.control, case when d.any_item then null else to_json(d.item_names) end as items, d.reason, d.until,
       d.requested_by as "requestedBy", d.requested_at as "requestedAt", d.decided_by as "decidedBy", d.decided_at as "decidedAt", d.note,
       d.withdrawn_by as "withdrawnBy", d.withdrawn_at as "withdrawnAt", d.withdrawn_reason as "withdrawnReason", d.total,
       (select json_object_agg(s.standing, s.n) from (select standing, count(*)::int as n from placed where id = d.id group by standing) s) as standings,
       json_build_object('count', count(p.host_id)::int, 'names', coalesce((array_agg(p.host order by p.host))[1:5], '{}')) as hosts,
       max(p.title) as title, max(p.number) as number
     from matching d left join placed p on p.id = d.id
     group by d.id, d.kind, d.status, d.key, d.control, d.any_item, d.item_names, d.reason, d.until, d.requested_by, d.requested_at, d.decided_by,
       d.decided_at, d.note, d.withdrawn_by, d.withdrawn_at, d.withdrawn_reason, d.total
     order by ${ORDER}`,
    [...valuesOf(filter, now), page.size, (page.number - 1) * page.size],
  );
  return { items: rows.map(({ total: _, ...row }) => toRow({ ...row, standings: row.standings ?? {} })), total: rows[0]?.total ?? 0 };
}

/** One decision; null when there is none with this number. */
export async function getDecision(viewer: Viewer, id: number, now: Date): Promise<DecisionRow | null> {
  const { items } = await listDecisions(viewer, { ids: [id] }, now, { number: 1, size: 1 });
  return items[0] ?? null;
}

/** Decisions by number, in the order of the list; at most 1,000. */
export async function listDecisionsById(viewer: Viewer, ids: readonly number[], now: Date): Promise<readonly DecisionRow[]> {
  return (await listDecisions(viewer, { ids }, now, { number: 1, size: 1_000 })).items;
}

/** Where a decision stands on one of its hosts. */
export interface DecisionPlace {
  readonly hostId: number;
  readonly host: string;
  readonly standing: DecisionStanding;
  /** Null where nothing is known of the check any more. */
  readonly findingId: number | null;
  readonly state: FindingState | null;
  /** Items that fail and that the decision does not cover, where they leave the finding open. */
  readonly uncovered: readonly string[];
  /** Why the finding took none. */
  readonly refusal: string | null;
  /** What ended it before its day: the event of the finding that came first after it. */
  readonly endedBy: { readonly kind: string; readonly at: Date; readonly scanId: number | null } | null;
}

/** The hosts of a decision, those that need somebody first; at most `limit`. */
export async function listDecisionPlaces(viewer: Viewer, id: number, now: Date, limit: number): Promise<DecisionPlace[]> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<DecisionPlace>(
    `select p.host_id as "hostId", p.host, p.standing, p.finding_id as "findingId", p.state, p.refusal,
       case when p.standing in ('widened', 'active', 'expiring') and p.state <> 'accepted' and not d.any_item then coalesce((
         select array_agg(i->>'name') from finding f, json_array_elements(f.fold->'items') i
         where f.id = p.finding_id and i->>'key' <> all(d.item_keys)), '{}') else '{}' end as uncovered,
       case when p.standing = 'ended' and d.status = 'approved' then (
         select json_build_object('kind', e.kind, 'at', e.at, 'scanId', e.scan_id) from finding_event e
         where e.finding_id = p.finding_id and e.at > d.decided_at and e.kind = any($3::text[]) order by e.seq limit 1) end as "endedBy"
     from (${PLACED} where d.id = $2) p join decision d on d.id = p.id
     order by array_position($4::text[], p.standing), p.host limit $5`,
    [now, id, ENDING_EVENTS, [...DECISION_STANDINGS], limit],
  );
  return rows.map((row) => ({ ...row, endedBy: row.endedBy === null ? null : { ...row.endedBy, at: new Date(row.endedBy.at) } }));
}

/** What can end a decision before its day. */
const ENDING_EVENTS = [
  "passed",
  "failed",
  "regressed",
  "not_applicable_outgrown",
  "reopened",
  "acceptance_retired",
  "attestation_retired",
  "marked_not_applicable",
  "attested",
];

/** How many decisions have at least one host in each standing. */
export type DecisionCounts = Readonly<Record<DecisionStanding, number>> & { readonly all: number };

/** The counts of the decisions that match, whatever their standing. */
export async function countDecisions(viewer: Viewer, filter: Omit<DecisionFilter, "standing">, now: Date): Promise<DecisionCounts> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<{ standing: DecisionStanding | null; n: number }>(
    `with placed as materialized (${PLACED})
     select p.standing, count(distinct p.id)::int as n from placed p join decision d on d.id = p.id where ${WHERE}
     group by grouping sets ((p.standing), ())`,
    valuesOf({ ...filter, standing: null }, now),
  );
  const of = (standing: DecisionStanding | null): number => rows.find((row) => row.standing === standing)?.n ?? 0;
  return {
    ...(Object.fromEntries(DECISION_STANDINGS.map((standing) => [standing, of(standing)])) as Record<DecisionStanding, number>),
    all: of(null),
  };
}
