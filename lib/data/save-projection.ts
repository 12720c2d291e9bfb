import "server-only";
import { getControl, stride } from "@/lib/catalogue/controls";
import type { FindingEvent } from "@/lib/hardening/events";
import type { Finding } from "@/lib/hardening/finding";
import type { Covering, HostState } from "@/lib/hardening/host-state";
import { type ControlFacts, postureOf } from "@/lib/hardening/posture";
import { findingColumns } from "./finding-row";
import type { Sql } from "./transaction";

const CONTROL_FACTS: ControlFacts = {
  strideOf: stride,
  severityOf: (slug) => getControl(slug)?.judgement.severity ?? null,
};

/** Writes findings and their events in two statements. Unchanged findings are not among them, so they cost nothing. */
export async function saveFindings(
  sql: Sql,
  hostId: number,
  changes: { readonly findings: readonly Finding[]; readonly events: readonly FindingEvent[]; readonly coverageId: string | null },
): Promise<void> {
  if (changes.findings.length > 0) {
    const rows = changes.findings.map((finding) => findingColumns(finding, changes.coverageId));
    await sql.query({ name: "save-findings", text: UPSERT_FINDINGS, values: [hostId, JSON.stringify(rows)] });
  }
  if (changes.events.length > 0) {
    const rows = changes.events.map((event, index) => ({
      ...event,
      index,
      at: new Date(event.at).toISOString(),
      items_gained: event.itemsGained,
      items_lost: event.itemsLost,
      scan_id: event.scanId,
      act_id: event.actId,
    }));
    await sql.query({ name: "save-events", text: INSERT_EVENTS, values: [hostId, JSON.stringify(rows)] });
  }
}

const UPSERT_FINDINGS = `
  insert into finding (host_id, key, control, number, title, section, level, outcome, state, severity, stride, stride_first, item_count,
    since, first_seen_at, changed_scan_id, coverage_id, line, failing_since, decision_until, fold)
  select $1::int, key, control, number, title, section, level, outcome, state, severity, stride, stride_first, item_count,
    since, first_seen_at, changed_scan_id, coverage_id, line, failing_since, decision_until, fold
  from json_to_recordset($2::json) as f(key text, control text, number text, title text, section text, level "Level", outcome "Outcome",
    state "FindingState", severity "Severity", stride char(1)[], stride_first char(1), item_count int, since timestamptz,
    first_seen_at timestamptz, changed_scan_id int, coverage_id char(64), line int, failing_since timestamptz,
    decision_until timestamptz, fold json)
  on conflict (host_id, key) do update set control = excluded.control, number = excluded.number, title = excluded.title,
    section = excluded.section, level = excluded.level, outcome = excluded.outcome, state = excluded.state, severity = excluded.severity,
    stride = excluded.stride, stride_first = excluded.stride_first, item_count = excluded.item_count, since = excluded.since,
    first_seen_at = excluded.first_seen_at, changed_scan_id = excluded.changed_scan_id,
    coverage_id = coalesce(excluded.coverage_id, finding.coverage_id), line = excluded.line,
    failing_since = excluded.failing_since, decision_until = excluded.decision_until, fold = excluded.fold`;

const INSERT_EVENTS = `
  insert into finding_event (finding_id, seq, at, kind, "from", "to", scan_id, act_id, items_gained, items_lost, note)
  select f.id,
    coalesce((select max(old.seq) from finding_event old where old.finding_id = f.id), 0) + row_number() over (partition by f.id order by e.index),
    e.at, e.kind, e."from", e."to", e.scan_id, e.act_id, e.items_gained, e.items_lost, e.note
  from json_to_recordset($2::json) as e(index int, key text, at timestamptz, kind text, "from" "FindingState", "to" "FindingState",
    scan_id int, act_id int, items_gained text[], items_lost text[], note text)
  join finding f on f.host_id = $1::int and f.key = e.key`;

/** When a scan saw a set of controls; null where a step was an act. */
export type SavedCovering = (Omit<Covering, "keys"> & { readonly coverageId: string }) | null;

/**
 * Writes the roll-up of a host from its current findings, where the fold stands, and when it was last seen. Counted from
 * scratch in memory: the whole state is at hand, so that a stored count can never drift from the findings beside it.
 */
export async function saveHostSummary(sql: Sql, hostId: number, state: HostState, covering: SavedCovering): Promise<void> {
  const posture = postureOf(state.findings.values(), CONTROL_FACTS);
  await sql.query({
    name: "save-host-summary",
    text: `with seen as (
        insert into host_coverage (host_id, coverage_id, tool, edition, ran_at, scan_id)
        select $1::int, $24::text, $25::text, $26::text, $27::timestamptz, $28::int where $24::text is not null
        on conflict (host_id, coverage_id) do update set edition = excluded.edition, ran_at = excluded.ran_at, scan_id = excluded.scan_id
      )
      update host set cursor = $2::json,
        level_pass = $3, level_warn = $4, level_info = $5, level_note = $6, level_fail = $7,
        open = $8, in_progress = $9, awaiting_verification = $10, hardened = $11, regressed = $12, accepted = $13,
        not_applicable = $14, needs_review = $15, not_assessable = $16,
        failing_s = $17, failing_t = $18, failing_r = $19, failing_i = $20, failing_d = $21, failing_e = $22, failing_unmapped = $23,
        latest_scan_id = newest.id, latest_ran_at = newest.ran_at,
        scan_count = (select count(*) from scan where host_id = $1)
      from (select 1) one
      left join lateral (select id, ran_at from scan where host_id = $1 order by ran_at desc, results_digest desc limit 1) newest on true
      where host.id = $1`,
    values: [hostId, JSON.stringify(state.cursor), ...summaryValues(posture), ...coveringValues(covering)],
  });
}

const coveringValues = (covering: SavedCovering): (string | number | Date | null)[] =>
  covering === null
    ? [null, null, null, null, null]
    : [covering.coverageId, covering.tool, covering.edition, new Date(covering.at), covering.scanId];

function summaryValues({ levels, states, failing, failingUnmapped }: ReturnType<typeof postureOf>): number[] {
  return [
    ...[levels.PASS, levels.WARN, levels.INFO, levels.NOTE, levels.FAIL],
    ...[states.open, states.in_progress, states.awaiting_verification, states.hardened, states.regressed, states.accepted],
    ...[states.not_applicable, states.needs_review, states.not_assessable],
    ...[failing.S, failing.T, failing.R, failing.I, failing.D, failing.E, failingUnmapped],
  ];
}
