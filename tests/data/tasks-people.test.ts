import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { makeViewer, type Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { commentOnTask, listTaskComments } from "@/lib/data/task-comments";
import { listWatchers, watchTask } from "@/lib/data/task-watchers";
import { editTask } from "@/lib/data/task-writes";
import { listTasks, requireTask } from "@/lib/data/tasks";
import { useDatabase } from "../support/database";
import { colleague, createOne, scan, stopClock } from "./task-fixture";

useDatabase();

let ann: Viewer;
let ben: Viewer;
let eve: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
  ben = await colleague("ben");
  eve = await colleague("eve", "viewer");
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  await pool().query("delete from notice");
});

let hosts = 0;
/** A task of Ann's, given to Ben. */
async function taskForBen() {
  const host = `p-${++hosts}`;
  await scan(host, "before", -48);
  return createOne(ann, "live-restore", [host], { assignee: { id: "user-ben" } });
}

const watchers = async (id: number) => (await listWatchers(ann, id)).map(({ name }) => name);

const told = async () => {
  const { rows } = await pool().query<{ who: string; kind: string; actor: string; detail: string | null; task: number }>(
    `select u.name as who, n.kind, n.actor, n.detail, n.task_id as task from notice n join "user" u on u.id = n.user_id order by n.kind, who`,
  );
  return rows;
};

describe("who watches a task", () => {
  it("is who made it, who has it and who wrote to it, until they say no", async () => {
    const task = await taskForBen();
    expect(await watchers(task.id)).toEqual(["ann", "ben"]);
    await watchTask(eve, task.id, true);
    expect(await watchers(task.id)).toEqual(["ann", "ben", "eve"]);
    await watchTask(ann, task.id, false);
    // Nothing brings back who said no: neither a comment of theirs nor a task given to them.
    await commentOnTask(ann, task.id, "Restarted.");
    await editTask(ben, task.id, (await requireTask(ann, task.id)).version, { assignee: { id: "user-ann" } });
    expect(await watchers(task.id)).toEqual(["ben", "eve"]);
    await watchTask(ann, task.id, true);
    expect(await watchers(task.id)).toEqual(["ann", "ben", "eve"]);
    const list = async (watcherId: string) => (await listTasks(ann, { watcherId }, { cursor: null, limit: 10 })).items.map(({ id }) => id);
    expect([await list("user-eve"), await list("nobody")]).toEqual([[task.id], []]);
  });

  it("is never a token of nobody, and of no task that is not there", async () => {
    const task = await taskForBen();
    const token = makeViewer({ kind: "token", name: "ci", role: "engineer", scopes: ["write"], userId: null, tokenId: 1 });
    await expect(watchTask(token, task.id, true)).rejects.toMatchObject({ code: "invalid-input" });
    await expect(watchTask(ann, 999_999, true)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("who is told", () => {
  it("of work is who was given it by somebody else, each time", async () => {
    const task = await taskForBen();
    expect(await told()).toEqual([{ who: "ben", kind: "assigned", actor: "ann", detail: null, task: task.id }]);
    await editTask(ann, task.id, task.version, { assignee: { id: "user-ann" } });
    expect(await told()).toHaveLength(1);
    await editTask(ann, task.id, task.version + 1, { assignee: { id: "user-ben" }, priority: "high" });
    await editTask(ann, task.id, task.version + 2, { dueOn: "2031-01-01" });
    expect((await told()).map(({ who, kind }) => [who, kind])).toEqual([
      ["ben", "assigned"],
      ["ben", "assigned"],
    ]);
  });

  it("of a comment is who is named in it, and who watches, each once", async () => {
    const task = await taskForBen();
    await pool().query("delete from notice");
    const body = "@ben and @eve@example.org: look, please. @ben!";
    const comment = await commentOnTask(ann, task.id, body);
    expect(comment.mentions.map(({ userId, from, to }) => [userId, body.slice(from, to)])).toEqual([
      ["user-ben", "@ben"],
      ["user-eve", "@eve@example.org"],
      ["user-ben", "@ben"],
    ]);
    expect(await listTaskComments(eve, task.id, 10)).toEqual([comment]);
    expect(await told()).toEqual([
      { who: "ben", kind: "mentioned", actor: "ann", detail: body, task: task.id },
      { who: "eve", kind: "mentioned", actor: "ann", detail: body, task: task.id },
    ]);
    // Who was named watches, and hears of what follows.
    await commentOnTask(ben, task.id, "On it.");
    expect((await told()).filter(({ kind }) => kind === "commented").map(({ who }) => who)).toEqual(["ann", "eve"]);
  });

  it("is nobody who has no access any more", async () => {
    const task = await taskForBen();
    await colleague("zoe");
    await pool().query(`update "user" set disabled_at = now() where id = 'user-zoe'`);
    expect((await commentOnTask(ann, task.id, "@zoe?")).mentions).toEqual([]);
  });
});

describe("labels", () => {
  it("are stored as they are written, found together, and told in the audit log", async () => {
    const task = await taskForBen();
    await editTask(ann, task.id, task.version, { labels: ["Q3", " edge  Hosts ", "q3"] });
    expect((await requireTask(ann, task.id)).labels).toEqual(["edge-hosts", "q3"]);
    const find = async (...labels: string[]) => (await listTasks(ann, { labels }, { cursor: null, limit: 10 })).items.map(({ id }) => id);
    expect([await find("q3"), await find("q3", "edge-hosts"), await find("q3", "x"), await find("q")]).toEqual([
      [task.id],
      [task.id],
      [],
      [],
    ]);
    const { rows } = await pool().query("select before, after from audit_event where action = 'task.edit' and object = $1", [
      `task ${task.id}`,
    ]);
    expect(rows).toEqual([{ before: { labels: "" }, after: { labels: "edge-hosts, q3" } }]);
    await expect(editTask(ann, task.id, task.version + 1, { labels: ["x".repeat(41)] })).rejects.toMatchObject({
      code: "invalid-input",
      detail: { field: "labels" },
    });
  });

  it("are given when a task is made", async () => {
    await scan("labelled", "before", -48);
    expect(await createOne(ann, "live-restore", ["labelled"], { labels: ["Edge", "edge", "a b"] })).toMatchObject({
      labels: ["a-b", "edge"],
    });
  });
});
