import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { moveTask } from "@/lib/data/task-writes";
import { useDatabase } from "../support/database";
import { logBytes } from "../support/upload";
import { hostId } from "./host-fixture";
import { at, colleague, createOne, hour, scan, stopClock } from "./task-fixture";

// All scans of a host through the real ingest, in any order: the same findings, states, events and tasks by scan time.

useDatabase();

let ann: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
});
afterAll(() => {
  vi.useRealTimers();
});

const HOST = "web-01";

/** What ran when, in hours before and after people began to work: editions in a row, a run of three checks, one cut off. */
const SCANS = [
  { log: "v1.3.5/before.text", hours: -72 },
  { log: "v1.3.6-20210427/before.p.text", hours: -60 },
  { log: "v1.6.1/default5.text", hours: -36 },
  { log: "v1.6.1/after.text", hours: 4 },
  { log: "v1.6.1/before.c-sel.text", hours: 5 },
  { log: "v1.6.1/before.text", hours: 6 },
  { log: "v1.6.1/before.kill150.text", hours: 7 },
  { log: "v1.6.1/after.text", hours: 8 },
] as const;
type Planned = (typeof SCANS)[number];

/** Work began on what this scan says; it is there before everything else. */
const FIRST = { log: "v1.6.1/before.text", hours: -48 } as const;

const accepted = (key: string, from: number, until: number) => ({
  kind: "accept",
  key,
  at: from,
  acceptanceId: `r-${key}`,
  items: null,
  until,
});
const DECISIONS = [
  // Ends between two scans, by a PASS, and never.
  accepted("userns-remap", 1, 3),
  accepted("default-bridge-traffic", 1, 1_000),
  accepted("container-user", 1, 1_000),
  { kind: "notApplicable", key: "content-trust", at: 2 },
  { kind: "attest", key: "trusted-base-images", at: 2, attestationId: "a", says: "pass", until: 1_000 },
] as const;

async function decide(host: number): Promise<void> {
  for (const { key, at: hours, ...deed } of DECISIONS) {
    const payload = { ...deed, reason: "So it is.", ...("until" in deed ? { until: hour(deed.until).getTime() } : {}) };
    await pool().query("insert into act (host_id, key, control, kind, at, actor, payload) values ($1, $2, $2, $3, $4, 'lead', $5)", [
      host,
      key,
      deed.kind,
      hour(hours),
      payload,
    ]);
  }
}

/** Work on what fails: a claim that holds, one that the next scan contradicts, a start, and a task nobody touched. */
async function work(): Promise<void> {
  at(0);
  const claimed = await createOne(ann, "live-restore", [HOST]);
  const started = await createOne(ann, "container-no-new-privileges", [HOST]);
  await createOne(ann, "container-user", [HOST]);
  const contradicted = await createOne(ann, "needed-ports", [HOST]);
  at(3);
  await moveTask(ann, claimed.id, claimed.version, "awaiting_verification");
  await moveTask(ann, contradicted.id, contradicted.version, "awaiting_verification");
  await moveTask(ann, started.id, started.version, "in_progress");
}

/** Everything that follows, with scans named by when they ran: their numbers are those of the uploads. */
async function outcome() {
  const rows = async (text: string) => (await pool().query(text)).rows;
  return {
    findings: await rows(
      `select f.key, f.control, f.number, f.title, f.level, f.outcome, f.state, f.item_count, f.since, f.first_seen_at, f.failing_since,
         f.decision_until, f.line, s.ran_at as changed, f.fold->'items' as items, f.fold->'decisions' as decisions, f.fold->'verdict' as verdict,
         f.fold->'scannerChanged' as scanner_changed, f.task_id is null as free
       from finding f left join scan s on s.id = f.changed_scan_id order by f.key`,
    ),
    events: await rows(
      `select f.key, e.seq, e.at, e.kind, e."from", e."to", e.items_gained, e.items_lost, e.note, s.ran_at as scan
       from finding_event e join finding f on f.id = e.finding_id left join scan s on s.id = e.scan_id order by f.key, e.seq`,
    ),
    host: await rows(
      `select level_pass, level_warn, level_info, level_note, open, in_progress, awaiting_verification, hardened, regressed, accepted,
         not_applicable, needs_review, not_assessable, failing_s, failing_t, failing_r, failing_i, failing_d, failing_e, latest_ran_at, scan_count
       from host`,
    ),
    coverage: await rows("select coverage_id, tool, edition, ran_at from host_coverage order by coverage_id"),
    targets: await rows(
      `select g.key, g.status, t.status as task, t.verified_at as task_verified, s.ran_at as verified, g.verified_at, g.fixed_by, g.fixed_at from task_target g
         join task t on t.id = g.task_id left join scan s on s.id = g.verified_scan_id order by g.key`,
    ),
  };
}

async function replayed(order: readonly Planned[]) {
  await pool().query(
    "truncate host, task, scan, raw_log, result_set, coverage_set, finding_tally, exposure_tally, unmapped_title restart identity cascade",
  );
  at(-48);
  await scan(HOST, logBytes(FIRST.log), FIRST.hours);
  await decide(await hostId(HOST));
  await work();
  at(10);
  for (const { log, hours } of order) await scan(HOST, logBytes(log), hours);
  return outcome();
}

it("ends alike in every order of uploads", async () => {
  const inOrder = await replayed(SCANS);
  // The replay is worth something only if much happened.
  expect(Object.fromEntries(inOrder.targets.map(({ key, status }) => [key, status]))).toEqual({
    "container-no-new-privileges": "verified",
    "container-user": "to_do",
    "live-restore": "verified",
    "needed-ports": "in_progress",
  });
  const kinds = inOrder.events.map(({ kind }) => kind);
  expect(kinds).toEqual(
    expect.arrayContaining(["regressed", "scanner_changed", "passed", "still_failing", "acceptance_expired", "attested", "undecided"]),
  );
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...SCANS], { minLength: SCANS.length }), async (order) => {
      expect(await replayed(order)).toEqual(inOrder);
    }),
    { numRuns: 12 },
  );
}, 120_000);
