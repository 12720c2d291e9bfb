import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { getBulkAction } from "@/lib/data/bulk-actions";
import { pool } from "@/lib/data/client";
import { type BatchEdit, editTasks } from "@/lib/data/edit-tasks";
import { commentOnTask } from "@/lib/data/task-comments";
import { editTask, moveTask } from "@/lib/data/task-writes";
import { listTasks, requireTask, type TaskRow } from "@/lib/data/tasks";
import { undoBulkAction } from "@/lib/data/undo-bulk";
import { useDatabase } from "../support/database";
import { person } from "../support/viewers";
import { at, colleague, createOne, scan, stateOf, stopClock, wrongDenormalised } from "./task-fixture";

useDatabase();

const CHECKS = ["live-restore", "userland-proxy", "container-user", "memory-limit"];

let ann: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
  await colleague("ben");
});
afterAll(() => {
  vi.useRealTimers();
});
afterEach(async () => {
  expect(await wrongDenormalised()).toEqual([]);
});

/** A task for each of some checks on one host. */
async function tasksOn(host: string, more: { readonly labels?: readonly string[] } = {}): Promise<TaskRow[]> {
  await scan(host, "before", -48);
  at(0);
  const tasks: TaskRow[] = [];
  for (const key of CHECKS) tasks.push(await createOne(ann, key, [host], more));
  return tasks;
}

const edit = (tasks: readonly TaskRow[], what: BatchEdit) => editTasks(ann, { ids: tasks.map(({ id }) => id) }, what);

const now = (tasks: readonly TaskRow[]) => Promise.all(tasks.map(({ id }) => requireTask(ann, id)));

/** What people say of a task. */
const said = ({ assignee, dueOn, priority, labels, status }: TaskRow) => ({
  owner: assignee?.name ?? null,
  dueOn,
  priority,
  labels,
  status,
});

describe("changing many tasks", () => {
  it("changes them in one action, and puts back what each was", async () => {
    const tasks = await tasksOn("a-01", { labels: ["q3"] });
    const [first] = tasks;
    if (first === undefined) throw new Error("no task");
    await editTask(ann, first.id, first.version, { assignee: { id: "user-ann" }, dueOn: "2031-03-01", labels: ["old"], priority: "low" });
    const before = (await now(tasks)).map(said);
    const id = await edit(tasks, {
      assignee: { id: "user-ben" },
      dueOn: "2031-01-15",
      priority: "urgent",
      labels: { add: ["Edge"], remove: ["q3"] },
      status: "in_progress",
    });
    expect((await now(tasks)).map(said)).toEqual(
      before.map(({ labels }) => ({
        owner: "ben",
        dueOn: "2031-01-15",
        priority: "urgent",
        labels: labels.includes("old") ? ["edge", "old"] : ["edge"],
        status: "in_progress",
      })),
    );
    expect(await getBulkAction(ann, id)).toMatchObject({
      kind: "tasks.edit",
      summary: "4 tasks changed: owner ben, due 2031-01-15, priority urgent, label edge, without label q3, moved to In progress",
      failures: [],
    });
    expect(await stateOf("a-01", "live-restore")).toBe("in_progress");
    at(1);
    expect(await undoBulkAction(ann, id)).toEqual({ done: 4, failures: [] });
    expect((await now(tasks)).map(said)).toEqual(before);
    expect(await stateOf("a-01", "live-restore")).toBe("open");
  });

  it("changes the others where one cannot be, and says why", async () => {
    const [verified, same, ...others] = await tasksOn("b-01");
    if (verified === undefined || same === undefined) throw new Error("no task");
    await scan("b-01", "after", 2);
    await editTask(ann, same.id, (await requireTask(ann, same.id)).version, { priority: "high" });
    const statuses = (await now([verified, same])).map(({ status }) => status);
    expect(statuses[0]).toBe("verified");
    const id = await editTasks(ann, { ids: [verified.id, ...others.map((task) => task.id), 999_999] }, { status: "to_do" });
    const action = await getBulkAction(ann, id);
    expect(action?.failures).toEqual(
      expect.arrayContaining([
        { what: `TSK-${verified.id}`, href: `/tasks/${verified.id}`, reason: "A verified task reopens by itself when a scan fails." },
        { what: "TSK-999999", href: null, reason: "It is not there any more." },
      ]),
    );
    const urgent = await edit([same], { priority: "high" });
    expect(await getBulkAction(ann, urgent)).toMatchObject({
      summary: "0 of 1 task changed: priority high",
      failures: [{ what: `TSK-${same.id}`, reason: "It was so already." }],
    });
  });

  it("leaves what somebody changed since, and what cannot be put back, and names it", async () => {
    const tasks = await tasksOn("c-01");
    const [edited, claimed, discussed] = tasks;
    if (edited === undefined || claimed === undefined || discussed === undefined) throw new Error("no task");
    const id = await edit(tasks, { priority: "urgent" });
    await editTask(ann, edited.id, edited.version + 1, { dueOn: "2031-02-02" });
    await moveTask(ann, claimed.id, claimed.version + 1, "awaiting_verification");
    // A comment changes no value: the old ones can come back.
    await commentOnTask(ann, discussed.id, "Why so urgent?");
    expect(await undoBulkAction(ann, id)).toEqual({
      done: 2,
      failures: [
        { what: `TSK-${edited.id}`, href: `/tasks/${edited.id}`, reason: "It was changed since: it is to do now." },
        { what: `TSK-${claimed.id}`, href: `/tasks/${claimed.id}`, reason: "It was changed since: it is awaiting verification now." },
      ],
    });
    expect((await now(tasks)).map(({ priority }) => priority)).toEqual(["urgent", "urgent", "normal", "normal"]);
  });

  it("does not move back a task whose hosts were in several places", async () => {
    for (const host of ["d-01", "d-02"]) await scan(host, "before", -48);
    at(0);
    const task = await createOne(ann, "live-restore", ["d-01", "d-02"]);
    await pool().query(`update task_target set status = 'in_progress' where host_id = (select id from host where name = 'd-01')`);
    const id = await edit([task], { status: "awaiting_verification" });
    const reason = "Its hosts were not all in one place before. Move it by hand.";
    expect(await undoBulkAction(ann, id)).toMatchObject({ done: 0, failures: [{ what: `TSK-${task.id}`, reason }] });
  });

  it("takes all that match a filter, as many as somebody was shown", async () => {
    const tasks = await tasksOn("e-01", { labels: ["mine"] });
    const filter = { labels: ["mine"] };
    await expect(editTasks(ann, { filter, expected: 3 }, { priority: "low" })).rejects.toMatchObject({
      code: "conflict",
      message: "You were shown 3 tasks, and now 4 match. Nothing was changed: look at them again.",
    });
    const bulkId = await editTasks(ann, { filter, expected: 4 }, { priority: "low" });
    expect((await now(tasks)).map(({ priority }) => priority)).toEqual(["low", "low", "low", "low"]);
    const list = await listTasks(ann, { bulkId }, { cursor: null, limit: 50 });
    expect(list.items.map(({ id }) => id).sort((a, b) => a - b)).toEqual(tasks.map(({ id }) => id));
  });

  it("refuses a wrong edit before the first task, and who may only look", async () => {
    const tasks = await tasksOn("f-01");
    for (const wrong of [{}, { assignee: { id: "nobody" } }, { labels: { add: ["x".repeat(41)], remove: [] } }] satisfies BatchEdit[])
      await expect(edit(tasks, wrong)).rejects.toMatchObject({ code: "invalid-input" });
    await expect(editTasks(ann, { ids: [] }, { priority: "low" })).rejects.toMatchObject({ message: "Tick at least one task." });
    await expect(editTasks(person("viewer"), { ids: [1] }, { priority: "low" })).rejects.toMatchObject({ code: "forbidden" });
    expect((await now(tasks)).map(({ version }) => version)).toEqual([1, 1, 1, 1]);
  });
});
