import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Level } from "@/lib/bench/report";
import { type Decisions, type Finding, NO_DECISIONS } from "@/lib/hardening/finding";
import { isConfirmed, lastSighting } from "@/lib/hardening/host-state";
import { FAILING_STATES, type FindingState } from "@/lib/hardening/states";
import { type ControlStanding, controlStanding } from "@/lib/threats/control-standing";
import { findingAt } from "@/lib/threats/host-exposure";
import { passableOn } from "@/lib/threats/passable-on";
import { authorize } from "./authorize";
import { pool } from "./client";
import { loadEvidence } from "./recompute-exposures";

/** What one control says of a threat on one host, and what that rests on. */
export interface ControlEvidence {
  readonly control: string;
  readonly standing: ControlStanding;
  /** Null where no scan and nobody has said anything of the control on this host. */
  readonly finding: {
    readonly id: number;
    readonly state: FindingState;
    readonly level: Level | null;
    readonly taskId: number | null;
  } | null;
  /** The scan whose result counts; null where no scan does. */
  readonly scan: { readonly id: number; readonly at: Date } | null;
  /** False where the newest scan of the tool did not cover the control, or could not decide it any more. */
  readonly confirmed: boolean;
  readonly decisions: Decisions;
}

/**
 * What decides a threat on a host, control by control in the order given: the same facts that its exposure is computed from, read
 * anew. Controls of which nothing is known are listed too. Decisions that have ended at `now` do not count.
 */
export async function listThreatEvidence(
  viewer: Viewer,
  controls: readonly string[],
  hostId: number,
  now: Date,
): Promise<ControlEvidence[]> {
  authorize(viewer, "finding:read");
  const [[host], rows] = await Promise.all([
    loadEvidence(pool(), [hostId], controls),
    pool().query<{ id: number; key: string; taskId: number | null }>(
      `select id, key, task_id as "taskId" from finding where host_id = $1 and key = any($2::text[])`,
      [hostId, controls],
    ),
  ]);
  const { findings, coverings } = host ?? { findings: new Map<string, Finding>(), coverings: [] };
  const canPass = passableOn(coverings);
  const rowOf = new Map(rows.rows.map((row) => [row.key, row]));
  return controls.map((control) => {
    const stored = findings.get(control);
    const finding = stored === undefined ? undefined : findingAt(stored, now.getTime());
    const row = rowOf.get(control);
    const standing = controlStanding(finding, canPass(control));
    if (finding === undefined || row === undefined)
      return { control, standing, finding: null, scan: null, confirmed: true, decisions: NO_DECISIONS };
    const { state, evidence, held, decisions } = finding;
    const scan = evidence === null ? null : (held ?? lastSighting({ coverings }, control) ?? null);
    return {
      control,
      standing,
      finding: { id: row.id, state, level: evidence?.level ?? null, taskId: row.taskId },
      scan: scan === null ? null : { id: scan.scanId, at: new Date(scan.at) },
      confirmed: finding.tool === null || isConfirmed({ coverings }, finding),
      decisions,
    };
  });
}

/** The controls that fail on a host, or fail and are accepted there. */
export interface FailingControls {
  readonly failing: readonly string[];
  readonly accepted: readonly string[];
}

/** Which of these controls fail on which of these hosts, by host; hosts on which none does are missing. */
export async function listFailingControlsOf(
  viewer: Viewer,
  controls: readonly string[],
  hostIds: readonly number[],
): Promise<ReadonlyMap<number, FailingControls>> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<FailingControls & { readonly hostId: number }>(
    `select host_id as "hostId", coalesce(array_agg(key) filter (where state <> 'accepted'), '{}') as failing,
       coalesce(array_agg(key) filter (where state = 'accepted'), '{}') as accepted
     from finding where host_id = any($1::int[]) and key = any($2::text[]) and state::text = any($3::text[]) group by host_id`,
    [hostIds, controls, [...FAILING_STATES, "accepted"]],
  );
  return new Map(rows.map(({ hostId, failing, accepted }) => [hostId, { failing, accepted }]));
}

/** Hosts in service on which a control fails, fails and is accepted, and passes. */
export interface ControlStandings {
  readonly fail: number;
  readonly accepted: number;
  readonly pass: number;
}

/** On how many hosts each of these controls fails and passes; from the tally, so that no finding is read. */
export async function countControlStandings(viewer: Viewer, controls: readonly string[]): Promise<ReadonlyMap<string, ControlStandings>> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<ControlStandings & { readonly key: string }>(
    `select key, coalesce(sum(n) filter (where state::text = any($2::text[])), 0)::int as fail,
       coalesce(sum(n) filter (where state = 'accepted'), 0)::int as accepted, coalesce(sum(n) filter (where state = 'hardened'), 0)::int as pass
     from finding_tally where key = any($1::text[]) group by key`,
    [controls, FAILING_STATES],
  );
  return new Map(rows.map(({ key, fail, accepted, pass }) => [key, { fail, accepted, pass }]));
}
