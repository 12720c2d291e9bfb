import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { deleteScan } from "@/lib/data/delete-scan";
import { refoldHost } from "@/lib/data/refold-host";
import { previewTasks } from "@/lib/data/task-selection";
import { moveTask } from "@/lib/data/task-writes";
import { requireTask } from "@/lib/data/tasks";
import { useDatabase } from "../support/database";
import { system } from "../support/viewers";
import {
  at,
  beforeWithout,
  colleague,
  create,
  createOne,
  findingOf,
  scan,
  stateOf,
  stopClock,
  targetsOf,
  wrongDenormalised,
} from "./task-fixture";

useDatabase();

const KEY = "container-user";
/** Fails in `before` and passes in `after`. */
const MEMORY = "memory-limit";
const ALL = ["amber-web-01", "birch-cache-02", "delta-api-04", "ember-queue-05", "fjord-proxy-06", "glade-db-07", "heron-worker-08"];
const MINE = ["amber-web-01", "birch-cache-02"];

/** The host with some containers repaired. */
const without = (...names: readonly string[]): Buffer => beforeWithout(new RegExp(`Running as root: (${names.join("|")})\\b`));

/** Ends in the middle of the list of this check: what is not in it may have been printed after it. */
const cut = (log: Buffer): Buffer => {
  const text = log.toString();
  return Buffer.from(text.slice(0, text.indexOf("\n", text.indexOf("Running as root: glade-db-07")) + 1));
};

let ann: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
});
afterAll(() => {
  vi.useRealTimers();
});

const targetRows = async () =>
  (await pool().query("select task_id, host_id, status, verified_scan_id, verified_at, reopened_scan_id from task_target order by 1, 2"))
    .rows;

// Whatever happened: a fold from scratch gives the same tasks, and lists show what the open task says.
afterEach(async () => {
  expect(await wrongDenormalised()).toEqual([]);
  const before = await targetRows();
  for (const { id } of (await pool().query<{ id: number }>("select id from host")).rows) await refoldHost(id);
  expect(await targetRows()).toEqual(before);
});

/** A host on which seven containers run as root, and a task on two of them. */
async function taskOnTwo(host: string) {
  await scan(host, "before", -48);
  at(0);
  return createOne(ann, KEY, [host], { items: MINE });
}

const target = async (taskId: number, host: string) => (await targetsOf(taskId))[host];

describe("a task about some containers of a check", () => {
  it("is verified by the scan that names none of them any more, whatever else fails, and reopens when one is named again", async () => {
    const task = await taskOnTwo("a-01");
    expect(await target(task.id, "a-01")).toMatchObject({ scope: MINE, status: "to_do", itemsFixed: { fixed: 0, of: 2 }, items: MINE });
    await scan("a-01", without("amber-web-01", "delta-api-04"), 1);
    expect(await target(task.id, "a-01")).toMatchObject({ status: "to_do", itemsFixed: { fixed: 1, of: 2 } });
    expect(await requireTask(ann, task.id)).toMatchObject({ items: { fixed: 1, of: 2 } });
    const curing = await scan("a-01", without("amber-web-01", "birch-cache-02"), 2);
    expect(await target(task.id, "a-01")).toMatchObject({ status: "verified", verifiedScanId: curing, itemsFixed: { fixed: 2, of: 2 } });
    expect(await requireTask(ann, task.id)).toMatchObject({ status: "verified", verifiedScanId: curing });
    // The check as a whole is no better for it, and free for another task.
    expect([await stateOf("a-01", KEY), (await findingOf("a-01", KEY)).taskId]).toEqual(["open", null]);
    await scan("a-01", without(...ALL.slice(0, 5)), 3);
    expect(await target(task.id, "a-01")).toMatchObject({ status: "verified", verifiedScanId: curing });
    const naming = await scan("a-01", without("amber-web-01"), 4);
    expect(await target(task.id, "a-01")).toMatchObject({ status: "to_do", reopenedScanId: naming, verifiedScanId: null });
    expect((await findingOf("a-01", KEY)).taskId).toBe(task.id);
  });

  it("is not verified by a list that was cut off, nor by a scan that did not cover the check", async () => {
    const task = await taskOnTwo("b-01");
    await scan("b-01", cut(without(...MINE)), 1);
    await scan("b-01", beforeWithout(/^\[....\] (4\.1 )|Running as root/), 2);
    expect(await target(task.id, "b-01")).toMatchObject({ status: "to_do", itemsFixed: { fixed: 0, of: 2 } });
    const whole = await scan("b-01", without(...MINE), 3);
    expect(await target(task.id, "b-01")).toMatchObject({ status: "verified", verifiedScanId: whole });
  });

  it("is verified by the scan after somebody said fixed, though the check goes on failing for others", async () => {
    const task = await taskOnTwo("c-01");
    at(1);
    const started = await moveTask(ann, task.id, task.version, "in_progress");
    at(2);
    await moveTask(ann, task.id, started.version, "awaiting_verification");
    expect(await stateOf("c-01", KEY)).toBe("awaiting_verification");
    // It ran before somebody said so, and proves nothing about it.
    await scan("c-01", without(...MINE), 1.5);
    expect(await target(task.id, "c-01")).toMatchObject({ status: "awaiting_verification" });
    const after = await scan("c-01", without(...MINE), 3);
    expect(await stateOf("c-01", KEY)).toBe("open");
    expect(await target(task.id, "c-01")).toMatchObject({ status: "verified", verifiedScanId: after, stillFailing: [] });
  });

  it("goes back to in progress when one of its own is still named, and says which", async () => {
    const task = await taskOnTwo("d-01");
    at(1);
    await moveTask(ann, task.id, task.version, "awaiting_verification");
    await scan("d-01", without("amber-web-01", "heron-worker-08"), 2);
    expect(await target(task.id, "d-01")).toMatchObject({ status: "in_progress", stillFailing: ["birch-cache-02"] });
  });

  it("says the same in whatever order the scans came", async () => {
    const task = await taskOnTwo("e-01");
    await scan("e-01", cut(without(...MINE)), 4);
    expect(await target(task.id, "e-01")).toMatchObject({ status: "to_do" });
    // The late one has the whole list: after it, the cut one says nothing new.
    const late = await scan("e-01", without(...MINE), 3);
    expect(await target(task.id, "e-01")).toMatchObject({ status: "verified", verifiedScanId: late });
  });

  it("is open again when the scan that verified it is deleted", async () => {
    const task = await taskOnTwo("f-01");
    const curing = await scan("f-01", without(...MINE), 1);
    const next = await scan("f-01", without(...MINE, "glade-db-07"), 2);
    await deleteScan(system, next);
    expect(await target(task.id, "f-01")).toMatchObject({ status: "verified", verifiedScanId: curing });
    await deleteScan(system, curing);
    expect(await target(task.id, "f-01")).toMatchObject({ status: "to_do", verifiedScanId: null, verifiedAt: null });
  });

  it("is verified by a pass of the whole check too", async () => {
    await scan("g-01", "before", -48);
    at(0);
    const task = await createOne(ann, MEMORY, ["g-01"], { items: MINE });
    const passing = await scan("g-01", "after", 1);
    expect(await target(task.id, "g-01")).toMatchObject({ status: "verified", verifiedScanId: passing });
  });
});

describe("a second task on the same check and host", () => {
  it("is refused with the reason while the first is open, and one of them is open at a time afterwards", async () => {
    const first = await taskOnTwo("h-01");
    expect(await create(ann, KEY, ["h-01"], { items: ["glade-db-07"] })).toMatchObject({
      tasks: [],
      skipped: [
        {
          taskId: first.id,
          reason: `The open task TSK-${first.id} has it already, for ${MINE.join(", ")}. Another one can follow when that is verified.`,
        },
      ],
    });
    await scan("h-01", without(...MINE), 1);
    const second = await createOne(ann, KEY, ["h-01"], { items: ["glade-db-07"] });
    await scan("h-01", "before", 2);
    // Both fail; the open one goes on, and the other's turn comes when it is done.
    expect([(await target(first.id, "h-01"))?.status, (await target(second.id, "h-01"))?.status]).toEqual(["verified", "to_do"]);
    const third = await scan("h-01", without("glade-db-07"), 3);
    expect(await target(second.id, "h-01")).toMatchObject({ status: "verified", verifiedScanId: third });
    expect(await target(first.id, "h-01")).toMatchObject({ status: "to_do", reopenedScanId: third });
  });

  it("is not made of items that do not fail there", async () => {
    await scan("i-01", "before", -48);
    await scan("i-02", without("amber-web-01"), -48);
    at(0);
    const { tasks, skipped } = await create(ann, KEY, ["i-01", "i-02"], { items: ["amber-web-01"] });
    expect(tasks.map(({ hosts }) => hosts.names)).toEqual([["i-01"]]);
    expect(skipped.map(({ host, reason }) => [host, reason])).toEqual([["i-02", "None of the chosen items fails there now."]]);
  });
});

describe("a task on the check as a whole", () => {
  it("counts what is fixed of what failed at the beginning, and is verified by a pass only", async () => {
    await scan("j-01", "before", -48);
    at(0);
    const { tasks: planned } = await previewTasks(ann, { key: MEMORY, hosts: ["j-01"] });
    const failing = planned[0]?.findings[0]?.items.map(({ name }) => name) ?? [];
    expect(failing).toEqual(expect.arrayContaining([...MINE, "cedar-cron-03"]));
    const task = await createOne(ann, MEMORY, ["j-01"]);
    const of = failing.length;
    expect(await target(task.id, "j-01")).toMatchObject({ scope: null, itemsFixed: { fixed: 0, of } });
    await scan("j-01", beforeWithout(/without memory restrictions: (amber-web-01|birch-cache-02|cedar-cron-03)/), 1);
    expect(await target(task.id, "j-01")).toMatchObject({ status: "to_do", itemsFixed: { fixed: 3, of } });
    expect(await requireTask(ann, task.id)).toMatchObject({ items: { fixed: 3, of } });
    await scan("j-01", "after", 2);
    expect(await requireTask(ann, task.id)).toMatchObject({ status: "verified", items: { fixed: of, of } });
  });
});
