import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { getBulkAction } from "@/lib/data/bulk-actions";
import { pool } from "@/lib/data/client";
import { decideOnFindings } from "@/lib/data/decide";
import { listDecisionPlaces } from "@/lib/data/decisions";
import { previewDecision } from "@/lib/data/preview-decision";
import { approveDecision, withdrawDecision } from "@/lib/data/review-decisions";
import type { TaskSelection } from "@/lib/data/task-selection";
import { undoBulkAction } from "@/lib/data/undo-bulk";
import { workOnFinding } from "@/lib/data/work-on-findings";
import { ALL_FINDINGS } from "@/lib/hardening/finding-filter";
import { useDatabase } from "../support/database";
import { system } from "../support/viewers";
import { at, colleague, findingOf, hour, scan, stateOf, stopClock } from "./task-fixture";

useDatabase();

const HOSTS = 50;
/** All of them fail on every host but the last, which was repaired. */
const CONTROLS = ["live-restore", "memory-limit", "host-pid", "pids-limit"];
const REASON = "Only reachable from the build network.";
const WEEK = 168;

const hosts = Array.from({ length: HOSTS }, (_, index) => `fleet-${String(index + 1).padStart(2, "0")}`);
const last = `fleet-${HOSTS}`;

let ann: Viewer;
let lea: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
  lea = await colleague("lea", "lead");
  for (const host of hosts) await scan(host, host === last ? "after" : "before", -48);
  at(0);
}, 240_000);
afterAll(() => {
  vi.useRealTimers();
});

async function selectionOf(controls: readonly string[]): Promise<{ readonly findingIds: readonly number[] }> {
  const { rows } = await pool().query<{ id: number }>("select id from finding where key = any($1::text[]) order by id", [controls]);
  return { findingIds: rows.map(({ id }) => id) };
}

const accept = (viewer: Viewer, selection: TaskSelection, expected?: number) =>
  decideOnFindings(viewer, { selection, kind: "accept", items: null, reason: REASON, until: hour(WEEK), expected });

const states = async () => (await pool().query("select host_id, key, state from finding order by host_id, key")).rows;

describe("200 findings on 50 hosts", () => {
  it("are accepted in one action, those that take it, and are as before once it is undone", async () => {
    const before = await states();
    const selection = await selectionOf(CONTROLS);
    expect(selection.findingIds).toHaveLength(HOSTS * CONTROLS.length);
    const shown = await previewDecision(lea, selection, "accept");
    const made = await accept(lea, selection, 200);
    expect(made.refused).toEqual(shown.left);
    const repaired = made.refused.filter(({ host }) => host === last);
    expect(repaired).toHaveLength(made.refused.length);
    expect(new Set(repaired.map(({ reason }) => reason))).toEqual(new Set(["It passes: there is no risk to accept."]));
    expect(made.decisions.map(({ key }) => key)).toEqual([...CONTROLS].sort());
    const accepted = await pool().query("select distinct host_id from finding where state = 'accepted'");
    expect(accepted.rowCount).toBeGreaterThanOrEqual(HOSTS - 1);
    const told = await getBulkAction(lea, made.bulkId ?? 0);
    expect(told).toMatchObject({ kind: "decisions.make", actor: "lea", undoneAt: null });
    expect(told?.failures).toHaveLength(made.refused.length);

    expect(await undoBulkAction(lea, made.bulkId ?? 0)).toEqual({ done: CONTROLS.length, failures: [] });
    expect(await states()).toEqual(before);
    await expect(undoBulkAction(lea, made.bulkId ?? 0)).rejects.toMatchObject({ code: "conflict" });
  }, 120_000);

  it("are all that match a filter, and nothing happens when by then it is another number", async () => {
    const filter = { ...ALL_FINDINGS, states: "failing", controls: ["host-pid", "pids-limit"] } as const;
    const { selected } = await previewDecision(lea, { filter }, "accept");
    await expect(accept(lea, { filter }, selected + 1)).rejects.toMatchObject({ code: "conflict" });
    const made = await accept(lea, { filter }, selected);
    expect(made.decisions.reduce((sum, decision) => sum + decision.hosts, 0)).toBe(selected);
    await undoBulkAction(lea, made.bulkId ?? 0);
  }, 120_000);
});

describe("the undo of decisions", () => {
  const two = ["fleet-01", "fleet-02"];

  it("leaves what was approved or taken back meanwhile, and names it", async () => {
    const asked = await accept(ann, await selectionOf(["host-pid", "pids-limit"]));
    const [first, second] = asked.decisions;
    if (first === undefined || second === undefined) throw new Error("too few decisions");
    await approveDecision(lea, first.id, "");
    const { done, failures } = await undoBulkAction(ann, asked.bulkId ?? 0);
    expect(done).toBe(1);
    expect(failures).toEqual([{ what: `Decision ${first.id}`, href: `/decisions/${first.id}`, reason: "It was approved since." }]);
    expect(await stateOf("fleet-01", first.key)).toBe("accepted");
    await withdrawDecision(lea, first.id, "Enough.");
  }, 60_000);

  it("names the hosts where a scan ended the decision, and leaves them", async () => {
    const made = await decideOnFindings(lea, {
      selection: { key: "live-restore", hosts: two },
      ...{ kind: "accept", items: null, reason: REASON, until: hour(WEEK) },
    });
    await scan("fleet-01", "after", 1);
    const [decision] = made.decisions;
    const { done, failures } = await undoBulkAction(lea, made.bulkId ?? 0);
    expect([done, failures]).toEqual([
      1,
      [
        {
          what: `Decision ${decision?.id} on fleet-01`,
          href: `/decisions/${decision?.id}`,
          reason: "It is not in force there any more.",
        },
      ],
    ]);
    expect([await stateOf("fleet-01", "live-restore"), await stateOf("fleet-02", "live-restore")]).toEqual(["hardened", "open"]);
  });

  it("of “not applicable” takes back nothing that was decided after it had ended", async () => {
    at(2);
    const exclude = () =>
      decideOnFindings(lea, {
        selection: { key: "memory-limit", hosts: ["fleet-02"] },
        ...{ kind: "not_applicable", items: null, reason: REASON, until: null },
      });
    const made = await exclude();
    const [first] = made.decisions;
    at(3);
    await workOnFinding(ann, (await findingOf("fleet-02", "memory-limit")).id, { kind: "reopen", reason: "It does." });
    at(4);
    await exclude();
    expect(await stateOf("fleet-02", "memory-limit")).toBe("not_applicable");
    expect(await listDecisionPlaces(system, first?.id ?? 0, hour(4), 5)).toMatchObject([
      { standing: "ended", endedBy: { kind: "reopened" } },
    ]);
    at(5);
    const { failures } = await undoBulkAction(lea, made.bulkId ?? 0);
    expect(failures).toMatchObject([{ reason: "It is not in force there any more." }]);
    expect(await stateOf("fleet-02", "memory-limit")).toBe("not_applicable");
  });
});

describe("what a decision would come to", () => {
  it("is told before: the reasons, and the items where one check is chosen", async () => {
    const one = await previewDecision(lea, { key: "memory-limit", hosts: ["fleet-03"] }, "accept");
    expect(one.items?.map(({ name }) => name)).toContain("amber-web-01");
    const { findingIds } = await selectionOf(["memory-limit", "host-pid"]);
    expect((await previewDecision(lea, { findingIds }, "accept")).items).toBeNull();
    const attested = await previewDecision(lea, { key: "memory-limit", hosts: ["fleet-03"] }, "attest_pass");
    expect(attested).toMatchObject({
      controls: [],
      left: [{ reason: "A scan says that it fails, and nobody's word counts against that." }],
    });
  });
});
