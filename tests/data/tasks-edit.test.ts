import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { commentOnTask, listTaskComments } from "@/lib/data/task-comments";
import type { TaskFilter } from "@/lib/data/task-where";
import { editTask, moveTask } from "@/lib/data/task-writes";
import { countTasks, listTasks, listTasksSorted, requireTask, type TaskRow } from "@/lib/data/tasks";
import { useDatabase } from "../support/database";
import { person } from "../support/viewers";
import { at, colleague, createOne, findingOf, hour, scan, stateOf, stopClock, wrongDenormalised } from "./task-fixture";

useDatabase();

let ann: Viewer;
let ben: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
  ben = await colleague("ben");
  await scan("web-01", "before", -48);
  await scan("web-02", "before", -48);
});
afterAll(() => {
  vi.useRealTimers();
});

describe("editing a task", () => {
  let task: TaskRow;
  beforeEach(async () => {
    await pool().query("truncate task cascade");
    await pool().query("update finding set assignee_id = null, task_id = null, due_on = null");
    task = await createOne(ann, "live-restore", ["web-01", "web-02"]);
  });

  it("changes what people say of it, and what lists of findings show", async () => {
    const edited = await editTask(ann, task.id, task.version, { assignee: { id: "user-ben" }, dueOn: "2031-01-15", title: "Live restore" });
    expect(edited).toEqual({
      ...task,
      title: "Live restore",
      dueOn: "2031-01-15",
      assignee: { id: "user-ben", name: "ben", email: "ben@example.org" },
      version: 2,
    });
    expect(await findingOf("web-02", "live-restore")).toMatchObject({ assignee: { name: "ben" }, dueOn: new Date("2031-01-15") });
    expect(await stateOf("web-02", "live-restore")).toBe("open");
    const { rows } = await pool().query("select action, before, after from audit_event order by id desc limit 1");
    expect(rows).toEqual([
      {
        action: "task.edit",
        before: { title: "Ensure live restore is enabled", dueOn: null, assignee: null },
        after: { title: "Live restore", dueOn: "2031-01-15", assignee: "ben" },
      },
    ]);
    const nobody = await editTask(ben, task.id, 2, { assignee: null, dueOn: null });
    expect([nobody.assignee, nobody.dueOn, nobody.version]).toEqual([null, null, 3]);
    expect(await findingOf("web-01", "live-restore")).toMatchObject({ assignee: null, dueOn: null, taskId: task.id });
    expect(await wrongDenormalised()).toEqual([]);
  });

  it("refuses a form that was drawn from an older version", async () => {
    await editTask(ann, task.id, task.version, { priority: "urgent" });
    await expect(editTask(ben, task.id, task.version, { priority: "low" })).rejects.toMatchObject({ code: "conflict" });
    expect((await requireTask(ann, task.id)).priority).toBe("urgent");
  });

  it("writes nothing when nothing is another value", async () => {
    const audit = () => pool().query("select count(*)::int as entries from audit_event");
    const before = (await audit()).rows;
    expect(await editTask(ann, task.id, task.version, { title: task.title, assignee: null, dueOn: null })).toEqual(task);
    expect((await audit()).rows).toEqual(before);
  });

  it("keeps somebody who left on a task, but gives them no other", async () => {
    await colleague(`cy-${task.id}`);
    const given = await editTask(ann, task.id, task.version, { assignee: { id: `user-cy-${task.id}` } });
    await pool().query(`update "user" set disabled_at = now() where id = $1`, [`user-cy-${task.id}`]);
    const edited = await editTask(ann, task.id, given.version, { assignee: { id: `user-cy-${task.id}` }, title: "Other" });
    expect(edited).toMatchObject({ title: "Other", assignee: { id: `user-cy-${task.id}` } });
    await expect(editTask(ann, task.id, edited.version, { assignee: { email: "nobody@example.org" } })).rejects.toMatchObject({
      code: "invalid-input",
      detail: { field: "assignee" },
    });
  });

  it("keeps comments in order, as they were written", async () => {
    await commentOnTask(ann, task.id, "First line\n\n<b>not bold</b>");
    await commentOnTask(ben, task.id, "Second");
    expect((await listTaskComments(ann, task.id, 10)).map(({ author, body }) => [author, body])).toEqual([
      ["ann", "First line\n\n<b>not bold</b>"],
      ["ben", "Second"],
    ]);
    expect((await listTaskComments(ann, task.id, 1)).map((comment) => comment.author)).toEqual(["ben"]);
    expect((await requireTask(ann, task.id)).version).toBe(1);
    await expect(commentOnTask(ann, 999_999, "x")).rejects.toMatchObject({ code: "not-found" });
  });

  it("is refused to people who may only look", async () => {
    const viewer = person("viewer");
    const refused = { code: "forbidden" };
    await expect(editTask(viewer, task.id, 1, { priority: "low" })).rejects.toMatchObject(refused);
    await expect(moveTask(viewer, task.id, 1, "in_progress")).rejects.toMatchObject(refused);
    await expect(commentOnTask(viewer, task.id, "x")).rejects.toMatchObject(refused);
    expect(await requireTask(viewer, task.id)).toEqual(task);
  });
});

describe("lists of tasks", () => {
  let tasks: Record<"late" | "mine" | "nobodys" | "done", TaskRow>;
  const TODAY = "2030-06-15";
  beforeAll(async () => {
    await pool().query("truncate task cascade");
    await scan("db-01", "before", -48);
    at(0);
    tasks = {
      late: await createOne(ann, "live-restore", ["web-01", "db-01"], { assignee: { id: "user-ben" }, dueOn: "2030-06-14" }),
      mine: await createOne(ann, "userland-proxy", ["web-01"], { assignee: { id: "user-ann" }, dueOn: "2030-06-15" }),
      nobodys: await createOne(ann, "container-user", ["web-02"], { priority: "urgent", title: "100% rootless_images" }),
      done: await createOne(ann, "log-level", ["db-01"], { assignee: { id: "user-ann" }, dueOn: "2030-06-01" }),
    };
    at(1);
    await moveTask(ann, tasks.mine.id, 1, "awaiting_verification");
    await scan("db-01", "after", 2);
  });

  const found = async (filter: TaskFilter) => {
    const { items, total } = await listTasksSorted(ann, filter, { number: 1, size: 50 });
    expect(total).toBe(items.length);
    const names = new Map(Object.entries(tasks).map(([name, task]) => [task.id, name]));
    return items.map((task) => names.get(task.id));
  };

  it("are sorted by what is due soonest, and what is verified comes last", async () => {
    expect(await found({})).toEqual(["late", "mine", "nobodys", "done"]);
    const second = await listTasksSorted(ann, {}, { number: 2, size: 3 });
    expect([second.items.map((task) => task.id), second.total]).toEqual([[tasks.done.id], 4]);
  });

  it("filter by status, person, day, host and words", async () => {
    expect(await found({ statuses: ["to_do", "in_progress"] })).toEqual(["late", "nobodys"]);
    expect(await found({ assigneeId: "user-ann" })).toEqual(["mine", "done"]);
    expect(await found({ assigneeId: null })).toEqual(["nobodys"]);
    expect(await found({ assignee: "Ben@example.org" })).toEqual(["late"]);
    expect(await found({ dueBefore: TODAY })).toEqual(["late"]);
    expect(await found({ host: "db-01" })).toEqual(["late", "done"]);
    expect(await found({ text: "RESTORE" })).toEqual(["late"]);
    // The number of either, depending on the edition.
    expect(await found({ text: "2.15" })).toEqual(["late", "mine"]);
    expect(await found({ text: "4.1" })).toEqual(["nobodys"]);
    expect(await found({ text: `tsk-${tasks.mine.id}` })).toEqual(["mine"]);
    expect(await found({ text: "100% r" })).toEqual(["nobodys"]);
    expect(await found({ text: "%" })).toEqual(["nobodys"]);
    expect(await found({ text: "rootless_" })).toEqual(["nobodys"]);
    expect(await found({ statuses: ["verified"], verifiedSince: hour(1) })).toEqual(["done"]);
    expect(await found({ statuses: ["verified"], verifiedSince: hour(3) })).toEqual([]);
  });

  it("are counted as they filter", async () => {
    expect(await countTasks(ann, TODAY)).toEqual({ all: 4, open: 3, mine: 1, nobody: 1, overdue: 1, awaiting: 1 });
    expect(await countTasks(person("lead"), TODAY)).toMatchObject({ mine: 0, open: 3 });
  });

  it("are paged newest first for machines", async () => {
    const first = await listTasks(ann, {}, { cursor: null, limit: 3 });
    expect(first.items.map((task) => task.id)).toEqual([tasks.done.id, tasks.nobodys.id, tasks.mine.id]);
    const second = await listTasks(ann, {}, { cursor: first.nextCursor, limit: 3 });
    expect([second.items.map((task) => task.id), second.nextCursor]).toEqual([[tasks.late.id], null]);
  });
});
