import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { refoldHost } from "@/lib/data/refold-host";
import { watchTask } from "@/lib/data/task-watchers";
import { moveTask, updateTask } from "@/lib/data/task-writes";
import { workOnFinding } from "@/lib/data/work-on-findings";
import { at, beforeWithout, colleague, createOne, findingOf, scan, stopClock } from "../data/task-fixture";
import { useDatabase } from "../support/database";

useDatabase();

let ann: Viewer;
let ben: Viewer;
beforeAll(async () => {
  stopClock();
  [ann, ben] = [await colleague("ann"), await colleague("ben")];
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(() => pool().query("delete from notice"));

/** Who was told what, in words: "user-ben regressed live-restore in 3". */
async function told(): Promise<string[]> {
  const { rows } = await pool().query(
    "select user_id, kind, key, scan_id from notice where key = 'live-restore' and kind <> 'assigned' order by id",
  );
  return rows.map((row) => `${row.user_id} ${row.kind} ${row.key} in ${row.scan_id}`);
}

/** A host where a check fails, with a task that Ben made, Ann has, and says is done. */
async function claimed(host: string) {
  await scan(host, "before", -48);
  at(0);
  const task = await createOne(ben, "live-restore", [host], { assignee: { id: "user-ann" } });
  at(1);
  const started = await moveTask(ben, task.id, task.version, "in_progress");
  at(2);
  await moveTask(ben, task.id, started.version, "awaiting_verification");
  return task;
}

describe("what a scan does to a task", () => {
  it("tells who has it and who made it that it is verified, with the scan and the task", async () => {
    const task = await claimed("v-01");
    const scanId = await scan("v-01", "after", 3);
    expect(await told()).toEqual([`user-ann verified live-restore in ${scanId}`, `user-ben verified live-restore in ${scanId}`]);
    const { rows } = await pool().query(
      "select title, actor, task_id, host_id is not null as host from notice where user_id = 'user-ann' and kind = 'verified'",
    );
    expect(rows).toEqual([{ title: "Ensure live restore is enabled", actor: null, task_id: task.id, host: true }]);
  });

  it("tells who has it and who said it was fixed that it still fails", async () => {
    await claimed("s-01");
    const scanId = await scan("s-01", beforeWithout(/^$/), 3);
    expect(await told()).toEqual([`user-ann still_failing live-restore in ${scanId}`, `user-ben still_failing live-restore in ${scanId}`]);
  });

  it("tells them of a regression, once, however often the host is folded", async () => {
    await claimed("r-01");
    await scan("r-01", "after", 3);
    await pool().query("delete from notice");
    const scanId = await scan("r-01", "before", 4);
    const once = [`user-ann regressed live-restore in ${scanId}`, `user-ben regressed live-restore in ${scanId}`];
    expect(await told()).toEqual(once);
    const { rows } = await pool().query<{ id: number }>("select id from host where name = 'r-01'");
    for (const { id } of rows) await refoldHost(id);
    await scan("r-01", "default5", -60);
    expect(await told()).toEqual(once);
  });

  it("tells of what a late scan makes of the newest one, and not of a regression that is over", async () => {
    await scan("l-01", "before", -48);
    at(0);
    await createOne(ben, "live-restore", ["l-01"], { assignee: { id: "user-ann" } });
    const newest = await scan("l-01", beforeWithout(/^$/), 6);
    expect(await told()).toEqual([]);
    await scan("l-01", "after", 5);
    expect(await told()).toEqual([`user-ann regressed live-restore in ${newest}`, `user-ben regressed live-restore in ${newest}`]);
    await scan("l-01", "after", 8);
    await pool().query("delete from notice");
    await scan("l-01", "before", 7);
    expect(await told()).toEqual([]);
  });

  it("tells who watches it, and whoever would rather not be told is not", async () => {
    const task = await claimed("w-01");
    const cleo = await colleague("cleo");
    await watchTask(cleo, task.id, true);
    await watchTask(ann, task.id, false);
    await updateTask(ben, task.id, null, { assignee: null });
    const scanId = await scan("w-01", "after", 3);
    expect(await told()).toEqual([`user-ben verified live-restore in ${scanId}`, `user-cleo verified live-restore in ${scanId}`]);
  });

  it("says nothing of a fold for another reason", async () => {
    await claimed("q-01");
    await scan("q-01", "after", 3);
    await pool().query("delete from notice");
    const { rows } = await pool().query<{ id: number }>("select id from host where name = 'q-01'");
    await pool().query("update finding set state = 'open', fold = jsonb_set(fold::jsonb, '{state}', '\"open\"') where host_id = $1", [
      rows[0]?.id,
    ]);
    await refoldHost(rows[0]?.id ?? 0);
    expect(await told()).toEqual([]);
  });
});

describe("what a scan does to a finding that has no task", () => {
  const saysFixed = async (viewer: Viewer, host: string) =>
    workOnFinding(viewer, (await findingOf(host, "live-restore")).id, { kind: "saysFixed" });

  it("is told to who said that it is fixed: that it still fails, and that it fails again", async () => {
    await scan("n-01", "before", -48);
    at(0);
    await saysFixed(ann, "n-01");
    at(1);
    await saysFixed(ben, "n-01").catch(() => undefined);
    const still = await scan("n-01", beforeWithout(/^$/), 3);
    expect(await told()).toEqual([`user-ann still_failing live-restore in ${still}`]);
    await scan("n-01", "after", 4);
    await pool().query("delete from notice");
    const again = await scan("n-01", "before", 5);
    expect(await told()).toEqual([`user-ann regressed live-restore in ${again}`]);
  });

  it("is told also where the task on it was made after that", async () => {
    await scan("n-02", "before", -48);
    at(0);
    await saysFixed(ann, "n-02");
    await createOne(ben, "live-restore", ["n-02"], {});
    const still = await scan("n-02", beforeWithout(/^$/), 3);
    expect(await told()).toEqual([`user-ann still_failing live-restore in ${still}`, `user-ben still_failing live-restore in ${still}`]);
  });
});
