import "server-only";
import { catalogueFacts } from "@/lib/catalogue/catalogue-facts";
import { CATALOGUE_VERSION } from "@/lib/catalogue/version";
import { type FindingEvent, itemsOnlyIn } from "@/lib/hardening/events";
import type { Finding } from "@/lib/hardening/finding";
import { applyStep, foldHost, follows, type Step, settle } from "@/lib/hardening/fold";
import type { Covering, HostState } from "@/lib/hardening/host-state";
import { loadHistory } from "./history";
import type { LockedHost } from "./host-state";
import { moveProofs } from "./move-proofs";
import { saveExposures } from "./save-exposures";
import { saveFindings, saveHostSummary } from "./save-projection";
import { coverageId } from "./scan-step";
import { modelsAtWork } from "./threat-rules";
import type { Sql } from "./transaction";
import { updateTargets } from "./update-targets";

/**
 * Takes the next steps on a locked host, or folds it again where a step is older than what was folded. The scans and acts of
 * `steps` are stored already. One transaction: findings, events, coverage, roll-up and tasks change together.
 */
export async function advanceHost(sql: Sql, host: LockedHost, before: HostState, steps: readonly Step[]): Promise<HostState> {
  let state = before;
  const findings = new Map<string, Finding>();
  const events: FindingEvent[] = [];
  for (const step of steps) {
    if (!follows(state, step)) return refold(sql, host, before, scansOf(steps));
    const result = applyStep(state, step, catalogueFacts);
    state = result.host;
    for (const finding of result.changed) findings.set(finding.key, finding);
    events.push(...result.events);
  }
  const scan = steps.findLast((step) => "scan" in step)?.scan;
  const coverage =
    scan === undefined
      ? null
      : coverageId(
          scan.tool,
          scan.observations.map((observation) => observation.key),
        );
  await saveFindings(sql, host.id, { findings: [...findings.values()], events, coverageId: coverage });
  await updateTargets(sql, host.id, events, scansOf(steps));
  await saveHostSummary(
    sql,
    host.id,
    state,
    scan === undefined || coverage === null ? null : { ...scan, at: scan.ranAt, coverageId: coverage },
  );
  if (findings.size > 0 || !sameNewestCovering(before, state))
    await saveExposures(sql, [{ hostId: host.id, ...state }], await modelsAtWork(sql), Date.now());
  return state;
}

const scansOf = (steps: readonly Step[]): ReadonlySet<number> =>
  new Set(steps.flatMap((step) => ("scan" in step ? [step.scan.scanId] : [])));

/**
 * Ends what is due on a locked host by `now` (epoch milliseconds): acceptances and attestations whose day has come. The findings are what
 * the fold gives without them. False when nothing was due.
 */
export async function settleHost(sql: Sql, host: LockedHost, before: HostState, now: number): Promise<boolean> {
  const { host: state, changed, events } = settle(before, now);
  if (changed.length === 0) return false;
  await saveFindings(sql, host.id, { findings: changed, events, coverageId: null });
  await updateTargets(sql, host.id, events);
  await saveHostSummary(sql, host.id, state, null);
  await saveExposures(sql, [{ hostId: host.id, ...state }], await modelsAtWork(sql), now);
  return true;
}

/** A rescan that covers the same and changes nothing makes the evidence of threats younger, which no row of theirs holds. */
function sameNewestCovering(before: HostState, after: HostState): boolean {
  const [a, b] = [before.coverings.at(-1), after.coverings.at(-1)];
  if (a === undefined || b === undefined) return a === b;
  return a.tool === b.tool && a.edition === b.edition && a.keys.size === b.keys.size && [...a.keys].every((key) => b.keys.has(key));
}

/**
 * Makes a host's findings, events and coverage anew from its scans and acts. `before` is what they were, for the tasks. `arrived` are
 * the scans that just came, for which people are told what changed; a fold for another reason is no news.
 */
export async function refold(sql: Sql, host: LockedHost, before: HostState, arrived: ReadonlySet<number> = new Set()): Promise<HostState> {
  const history = await loadHistory(sql, host.id);
  const { host: state, events } = foldHost(history, catalogueFacts, Date.now());
  await sql.query("delete from finding_event using finding where finding.id = finding_event.finding_id and finding.host_id = $1", [
    host.id,
  ]);
  await sql.query("delete from finding where host_id = $1 and key <> all($2::text[])", [host.id, [...state.findings.keys()]]);
  await saveFindings(sql, host.id, { findings: [...state.findings.values()], events, coverageId: null });
  await sql.query("delete from host_coverage where host_id = $1", [host.id]);
  for (const covering of state.coverings) await saveCovering(sql, host.id, covering);
  const newest = state.coverings.at(-1)?.scanId;
  // A late scan may be news by what it makes of the newest one: a pass before it turns "open" into "regressed".
  const told = arrived.size === 0 || newest === undefined ? arrived : new Set([...arrived, newest]);
  await updateTargets(sql, host.id, lastChanges(before, state, events), told);
  await moveProofs(sql, host.id, before, state, events);
  await saveHostSummary(sql, host.id, state, null);
  await saveExposures(sql, [{ hostId: host.id, ...state }], await modelsAtWork(sql), Date.now());
  await sql.query("update host set projection_version = $2 where id = $1", [host.id, CATALOGUE_VERSION]);
  return state;
}

/** For each finding whose state, or what it names, is another now: the event that made it so, told as one change. */
function lastChanges(before: HostState, after: HostState, events: readonly FindingEvent[]): FindingEvent[] {
  const last = new Map(events.map((event) => [event.key, event]));
  return [...after.findings.values()].flatMap((finding) => {
    const was = before.findings.get(finding.key);
    const from = was?.state ?? null;
    const event = last.get(finding.key);
    if (event === undefined) return [];
    if (from !== finding.state) return [{ ...event, from, to: finding.state }];
    return was !== undefined && namesOthers(was, finding) ? [{ ...event, kind: "items_changed", from, to: finding.state }] : [];
  });
}

const namesOthers = (a: Finding, b: Finding): boolean =>
  itemsOnlyIn(a.items, b.items).length > 0 || itemsOnlyIn(b.items, a.items).length > 0;

/** A newer catalogue may give a scan other keys than it was stored with, so their set may be new. */
async function saveCovering(sql: Sql, hostId: number, { tool, keys, edition, at, scanId }: Covering): Promise<void> {
  const sorted = [...keys].sort();
  await sql.query({
    name: "save-covering",
    text: `with covered as (insert into coverage_set (id, keys) values ($2, $7::text[]) on conflict (id) do nothing)
      insert into host_coverage (host_id, coverage_id, tool, edition, ran_at, scan_id) values ($1, $2, $3, $4, $5, $6)
      on conflict (host_id, coverage_id) do update set edition = excluded.edition, ran_at = excluded.ran_at, scan_id = excluded.scan_id`,
    values: [hostId, coverageId(tool, sorted), tool, edition, new Date(at), scanId, sorted],
  });
}
