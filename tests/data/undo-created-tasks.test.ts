import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makeViewer, type Viewer } from "@/lib/access/viewer";
import { getBulkAction } from "@/lib/data/bulk-actions";
import { pool } from "@/lib/data/client";
import { commentOnTask } from "@/lib/data/task-comments";
import { createTasks } from "@/lib/data/task-create";
import { moveTask } from "@/lib/data/task-writes";
import { undoBulkAction } from "@/lib/data/undo-bulk";
import { ALL_FINDINGS, type FindingFilter } from "@/lib/hardening/finding-filter";
import { useDatabase } from "../support/database";
import { at, colleague, scan, stopClock, targetsOf, wrongDenormalised } from "./task-fixture";

useDatabase();

const HOSTS = 50;
/** Five checks or so of one log on every host. */
const FILTER = { ...ALL_FINDINGS, states: "failing", severities: ["high"], stride: ["E"] } as const satisfies FindingFilter;

let ann: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
  for (let host = 1; host <= HOSTS; host++) await scan(`fleet-${String(host).padStart(2, "0")}`, "before", -48);
  at(0);
}, 120_000);
afterAll(() => {
  vi.useRealTimers();
});

const assignAll = () =>
  createTasks(ann, { selection: { filter: FILTER }, assignee: { id: "user-ann" }, dueOn: "2031-01-15", description: "", priority: "high" });

const columns = async () => (await pool().query("select id, state, task_id, assignee_id, due_on from finding order by id")).rows;

const count = async (of: string): Promise<number> =>
  (await pool().query<{ n: number }>(`select count(*)::int as n from ${of}`)).rows[0]?.n ?? -1;

/** Numbers the action that was done last. */
const bulkIdOf = (made: { readonly bulkId: number | null }): number => made.bulkId ?? 0;

describe("many findings on many hosts, assigned in one action", () => {
  it("are as before once it is undone, and the audit log tells both", async () => {
    const before = await columns();
    const made = await assignAll();
    const assigned = await count("finding where assignee_id = 'user-ann' and due_on = '2031-01-15' and task_id is not null");
    expect(assigned).toBeGreaterThanOrEqual(200);
    expect([await count("task"), await count("task_target"), await count("(select distinct host_id from task_target) h")]).toEqual([
      made.tasks.length,
      assigned,
      HOSTS,
    ]);
    const summary = `${made.tasks.length} tasks made for ${assigned} findings`;
    expect(await getBulkAction(ann, bulkIdOf(made))).toMatchObject({ kind: "tasks.create", actor: "ann", summary, undoneAt: null });

    expect(await undoBulkAction(ann, bulkIdOf(made))).toEqual({ done: made.tasks.length, failures: [] });
    expect([await count("task"), await count("task_target")]).toEqual([0, 0]);
    expect(await columns()).toEqual(before);
    const { rows } = await pool().query(
      "select action, count(*)::int as n from audit_event where actor = 'ann' group by action order by 1",
    );
    expect(rows).toEqual([
      { action: "bulk.undo", n: 1 },
      { action: "task.create", n: made.tasks.length },
      { action: "task.undo", n: made.tasks.length },
    ]);
    expect(await getBulkAction(ann, bulkIdOf(made))).toMatchObject({ undoneBy: "ann", undoFailures: [] });
    await expect(undoBulkAction(ann, bulkIdOf(made))).rejects.toMatchObject({ code: "conflict", message: "ann has undone it already." });
  });

  it("stay where somebody, or a scan, did something with the task meanwhile", async () => {
    const made = await assignAll();
    const [started, discussed, proven] = made.tasks;
    if (started === undefined || discussed === undefined || proven === undefined) throw new Error("too few tasks");
    await moveTask(ann, started.id, started.version, "in_progress");
    await commentOnTask(ann, discussed.id, "I look at it tomorrow.");
    // One host of several: the task itself is still to do.
    await pool().query(
      "update task_target set status = 'verified' where task_id = $1 and host_id = (select min(host_id) from task_target)",
      [proven.id],
    );
    const undone = await undoBulkAction(ann, bulkIdOf(made));
    const failures = [
      { what: `TSK-${started.id}`, href: `/tasks/${started.id}`, reason: "It was changed since: it is in progress now." },
      { what: `TSK-${discussed.id}`, href: `/tasks/${discussed.id}`, reason: "Somebody commented on it." },
      { what: `TSK-${proven.id}`, href: `/tasks/${proven.id}`, reason: "One of its hosts was worked on, scanned or deleted since." },
    ];
    expect(undone.failures).toEqual(expect.arrayContaining(failures));
    expect(undone).toMatchObject({ done: made.tasks.length - 3, failures: { length: 3 } });
    expect(await count("task")).toBe(3);
    expect(Object.keys(await targetsOf(started.id))).toHaveLength(HOSTS);
    expect((await getBulkAction(ann, bulkIdOf(made)))?.undoFailures).toEqual(undone.failures);
    await pool().query("update task_target set status = 'to_do' where task_id = $1", [proven.id]);
    expect(await wrongDenormalised()).toEqual([]);
  });

  it("is undone by nobody who may not make tasks, and a number nobody knows by nobody", async () => {
    const made = await assignAll();
    const reader = makeViewer({ kind: "user", userId: "reader", name: "reader", role: "viewer" });
    await expect(undoBulkAction(reader, bulkIdOf(made))).rejects.toMatchObject({ code: "forbidden" });
    await expect(undoBulkAction(ann, 999_999)).rejects.toMatchObject({ code: "not-found" });
    expect(await count("bulk_action where undone_at is null")).toBe(1);
  });
});
