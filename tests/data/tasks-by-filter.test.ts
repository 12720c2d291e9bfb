import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { createTasks } from "@/lib/data/task-create";
import { getTask } from "@/lib/data/task-detail";
import { MAX_MATCHING, previewTasks } from "@/lib/data/task-selection";
import { ALL_FINDINGS, type FindingFilter } from "@/lib/hardening/finding-filter";
import { useDatabase } from "../support/database";
import { colleague, findingOf, scan, stopClock } from "./task-fixture";

useDatabase();

const FAILING = { ...ALL_FINDINGS, states: "failing" } as const satisfies FindingFilter;
const DAEMON = { ...FAILING, severities: ["high"], stride: ["E"] } as const satisfies FindingFilter;

let ann: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
  for (const host of ["web-01", "web-02"]) await scan(host, "before", -48);
});
afterAll(() => {
  vi.useRealTimers();
});

const make = (filter: FindingFilter, expected?: number) =>
  createTasks(ann, { selection: { filter }, expected, assignee: null, dueOn: null, description: "", priority: "normal" });

const countTasks = async (): Promise<number> =>
  (await pool().query<{ count: number }>("select count(*)::int as count from task")).rows[0]?.count ?? -1;

/** More hosts with the same findings, written past the fold: only their number matters. */
const copyHost = (copies: number) =>
  pool().query(
    `with made as (insert into host (name) select 'copy-' || k from generate_series(1, $1::int) k returning id)
     insert into finding select r.* from finding f join host h on h.id = f.host_id and h.name = 'web-01' cross join made
       cross join lateral jsonb_populate_record(f, jsonb_build_object('id', nextval('finding_id_seq'), 'host_id', made.id, 'task_id', null)) r`,
    [copies],
  );

describe("tasks of a filter", () => {
  it("makes nothing when another number matches than somebody was shown", async () => {
    const { tasks } = await previewTasks(ann, { filter: DAEMON });
    const shown = tasks.reduce((sum, { findings }) => sum + findings.length, 0);
    expect([tasks.length * 2, shown > 2]).toEqual([shown, true]);
    await expect(make(DAEMON, shown - 1)).rejects.toMatchObject({
      code: "conflict",
      message: `You were shown ${shown - 1} findings, and now ${shown} match. Nothing was made: look at them again.`,
    });
    expect(await countTasks()).toBe(0);
  });

  it("makes one task per control on all hosts that match, and leaves the rest of the fleet alone", async () => {
    const { tasks: planned } = await previewTasks(ann, { filter: DAEMON });
    const { tasks, skipped } = await make(DAEMON, planned.length * 2);
    expect(skipped).toEqual([]);
    expect(tasks.map(({ key, hosts }) => ({ key, hosts }))).toEqual(
      planned.map(({ key }) => ({ key, hosts: { count: 2, names: ["web-01", "web-02"] } })),
    );
    expect(tasks.every(({ severity, stride }) => severity === "high" && stride.includes("E"))).toBe(true);
    expect((await findingOf("web-01", "live-restore")).taskId).toBeNull();
    const again = await previewTasks(ann, { filter: DAEMON });
    expect([again.tasks, again.skipped.length]).toEqual([[], planned.length * 2]);
    await expect(make(DAEMON, planned.length * 2)).rejects.toMatchObject({ code: "conflict" });
    expect(await countTasks()).toBe(planned.length);
  });

  it("shows the hosts of a task in pages and still knows all of them", async () => {
    const { rows } = await pool().query<{ id: number }>("select min(id) as id from task");
    const id = rows[0]?.id ?? 0;
    const [first, second, third] = await Promise.all([1, 2, 3].map((number) => getTask(ann, id, { number, size: 1 })));
    expect([first, second, third].map((task) => [task?.targets.map(({ host }) => host), task?.hosts.count, task?.offered])).toEqual([
      [["web-01"], 2, []],
      [["web-02"], 2, []],
      [[], 2, []],
    ]);
  });

  it("refuses more findings than one step may take, and makes none of them", async () => {
    const before = await countTasks();
    const { rows } = await pool().query<{ failing: number }>(
      "select count(*)::int as failing from finding f join host h on h.id = f.host_id where h.name = 'web-01' and f.state = 'open'",
    );
    await copyHost(Math.ceil(MAX_MATCHING / (rows[0]?.failing ?? 1)));
    expect((await previewTasks(ann, { filter: FAILING })).cut).toBe(true);
    await expect(make(FAILING)).rejects.toMatchObject({ code: "invalid-input", message: "Choose at most 5,000 findings at a time." });
    expect(await countTasks()).toBe(before);
  });
});
