import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { getHost } from "@/lib/data/hosts";
import { refoldHost } from "@/lib/data/refold-host";
import { listTaskActivity } from "@/lib/data/task-activity";
import { editTask, moveTask } from "@/lib/data/task-writes";
import { requireTask } from "@/lib/data/tasks";
import { useDatabase } from "../support/database";
import { logBytes } from "../support/upload";
import { system } from "../support/viewers";
import {
  at,
  beforeWithout,
  colleague,
  create,
  createOne,
  findingOf,
  hour,
  scan,
  stateOf,
  stopClock,
  targetsOf,
  wrongDenormalised,
} from "./task-fixture";

useDatabase();

let ann: Viewer;
let ben: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
  ben = await colleague("ben");
});
afterAll(() => {
  vi.useRealTimers();
});
// Whatever happened: lists show what the open task says, and a host's findings are those of its whole history.
afterEach(async () => {
  expect(await wrongDenormalised()).toEqual([]);
  const { rows } = await pool().query<{ id: number }>("select id from host order by id");
  const read = () => pool().query("select host_id, key, state, fold from finding order by host_id, key");
  const before = (await read()).rows;
  // Later than every decision of these tests ends.
  at(100);
  for (const { id } of rows) await refoldHost(id);
  expect((await read()).rows).toEqual(before);
});

const statuses = async (taskId: number) =>
  Object.fromEntries(Object.entries(await targetsOf(taskId)).map(([host, target]) => [host, target.status]));

/** Two hosts on which a control fails, a task on both, started by Ann and said to be fixed by her. */
async function claimed(key: string, hosts: readonly string[]) {
  for (const host of hosts) await scan(host, "before", -48);
  at(0);
  const task = await createOne(ann, key, hosts, { assignee: { id: "user-ben" }, dueOn: "2031-01-15" });
  at(1);
  const started = await moveTask(ann, task.id, task.version, "in_progress");
  at(2);
  return moveTask(ann, task.id, started.version, "awaiting_verification");
}

describe("a task and its findings", () => {
  it("follows start, says fixed and the next scan, host by host", async () => {
    await scan("a-01", "before", -48);
    await scan("a-02", "before", -48);
    at(0);
    const task = await createOne(ann, "live-restore", ["a-01", "a-02"]);
    at(1);
    const started = await moveTask(ann, task.id, task.version, "in_progress");
    expect(started).toMatchObject({ status: "in_progress", version: 2 });
    expect([await stateOf("a-01", "live-restore"), await stateOf("a-02", "live-restore")]).toEqual(["in_progress", "in_progress"]);
    expect((await getHost(system, "a-01"))?.states.in_progress).toBe(1);
    const acts = await pool().query("select kind, actor, at, key, control, payload from act order by id desc limit 2");
    const act = { kind: "start", actor: "ann", at: hour(1), key: "live-restore", control: "live-restore", payload: { kind: "start" } };
    expect(acts.rows).toEqual([act, act]);
    at(2);
    const claim = await moveTask(ann, task.id, started.version, "awaiting_verification");
    expect(claim).toMatchObject({
      status: "awaiting_verification",
      version: 3,
      claim: { by: "ann", at: hour(2), waiting: 2, names: ["a-01", "a-02"] },
    });
    expect(await stateOf("a-02", "live-restore")).toBe("awaiting_verification");
    const verifying = await scan("a-01", "after", 3);
    expect(await stateOf("a-01", "live-restore")).toBe("hardened");
    expect(await targetsOf(task.id)).toMatchObject({
      "a-01": { status: "verified", verifiedScanId: verifying, verifiedAt: hour(3), fixedBy: "ann", fixedAt: hour(2) },
      "a-02": { status: "awaiting_verification", verifiedScanId: null, verifiedAt: null },
    });
    expect(await requireTask(ann, task.id)).toMatchObject({ status: "awaiting_verification", progress: { verified: 1, of: 2 } });
    const last = await scan("a-02", "after", 4);
    expect(await requireTask(ann, task.id)).toMatchObject({
      status: "verified",
      verifiedAt: hour(4),
      verifiedScanId: last,
      progress: { verified: 2, of: 2 },
    });
    expect((await findingOf("a-02", "live-restore")).taskId).toBeNull();
  });

  it("goes back to in progress when the next scan still fails, and names what is left", async () => {
    const task = await claimed("container-user", ["b-01"]);
    // Two of the seven containers are repaired.
    await scan("b-01", beforeWithout(/Running as root: (amber-web-01|birch-cache-02)/), 3);
    expect(await stateOf("b-01", "container-user")).toBe("open");
    const left = ["delta-api-04", "ember-queue-05", "fjord-proxy-06", "glade-db-07", "heron-worker-08"];
    expect(await targetsOf(task.id)).toMatchObject({ "b-01": { status: "in_progress", stillFailing: left, items: left, fixedBy: "ann" } });
    expect(await requireTask(ann, task.id)).toMatchObject({ status: "in_progress", stillFailing: left.slice(0, 4) });
  });

  it("is not verified by a scan that ran before somebody said fixed, however late it comes", async () => {
    const task = await claimed("live-restore", ["c-01"]);
    await scan("c-01", "after", 1.5);
    expect(await stateOf("c-01", "live-restore")).toBe("awaiting_verification");
    expect(await statuses(task.id)).toEqual({ "c-01": "awaiting_verification" });
    await scan("c-01", "after", 3);
    expect(await statuses(task.id)).toEqual({ "c-01": "verified" });
  });

  it("reopens with its assignee when a verified host fails again", async () => {
    const task = await claimed("live-restore", ["d-01", "d-02"]);
    await scan("d-01", "after", 3);
    await scan("d-02", "after", 3);
    expect((await requireTask(ann, task.id)).status).toBe("verified");
    const failing = await scan("d-02", "default5", 5);
    expect(await stateOf("d-02", "live-restore")).toBe("regressed");
    expect(await requireTask(ann, task.id)).toMatchObject({
      status: "to_do",
      verifiedAt: null,
      reopenedScanId: failing,
      assignee: { name: "ben" },
      progress: { verified: 1, of: 2 },
    });
    expect(await targetsOf(task.id)).toMatchObject({
      "d-01": { status: "verified" },
      "d-02": { status: "to_do", reopenedScanId: failing, verifiedScanId: null, fixedBy: "ann", fixedAt: hour(2) },
    });
    expect(await findingOf("d-02", "live-restore")).toMatchObject({ taskId: task.id, assignee: { name: "ben" } });
    // A further task would be a second open one.
    expect((await create(ann, "live-restore", ["d-02"])).skipped.map((skipped) => skipped.taskId)).toEqual([task.id]);
  });

  it("can be taken back, and then the claim is too", async () => {
    const task = await claimed("live-restore", ["e-01"]);
    at(2.5);
    expect(await moveTask(ben, task.id, task.version, "to_do")).toMatchObject({ status: "to_do", claim: null });
    expect(await stateOf("e-01", "live-restore")).toBe("open");
    await scan("e-01", "before", 3);
    expect(await targetsOf(task.id)).toMatchObject({ "e-01": { status: "to_do", stillFailing: [] } });
  });

  it("is moved by nobody to verified, and away from it by nobody either", async () => {
    const task = await claimed("live-restore", ["f-01"]);
    await expect(moveTask(ann, task.id, task.version, "verified")).rejects.toMatchObject({
      code: "conflict",
      message: "Only a scan can verify. Upload one, or attest with a reason.",
      detail: { reason: "only_evidence_verifies" },
    });
    await scan("f-01", "after", 3);
    const { version } = await requireTask(ann, task.id);
    await expect(moveTask(ann, task.id, version, "to_do")).rejects.toMatchObject({
      code: "conflict",
      message: "A verified task reopens by itself when a scan fails.",
    });
  });

  it("says what happened to it, newest first, and each move once", async () => {
    const task = await claimed("live-restore", ["g-01", "g-02"]);
    const passed = await scan("g-01", "after", 3);
    const failed = await scan("g-02", "default5", 4);
    const activity = await listTaskActivity(ann, task.id, 50);
    const told = activity.map((entry) =>
      entry.kind === "change"
        ? [entry.actor, entry.action, entry.after.status]
        : [entry.event, entry.to, entry.scanId, entry.actor, entry.hosts],
    );
    // The audit log has the database's time, which these tests leave where it is.
    expect(told).toEqual([
      ["still_failing", "open", failed, null, ["g-02"]],
      ["passed", "hardened", passed, null, ["g-01"]],
      ["ann", "task.move", "awaiting_verification"],
      ["ann", "task.move", "in_progress"],
      ["ann", "task.create", undefined],
    ]);
  });

  it("is right when the scans of all its hosts come at the same moment", async () => {
    const hosts = ["h-01", "h-02", "h-03", "h-04", "h-05"];
    const task = await claimed("live-restore", hosts);
    at(3);
    await Promise.all(hosts.map((host) => scan(host, "after", 3)));
    expect(await requireTask(ann, task.id)).toMatchObject({ status: "verified", progress: { verified: 5, of: 5 } });
  });
});

describe("a task of which one host is decided otherwise", () => {
  it("is done when the other hosts are verified and this one is accepted, and open again when the acceptance ends", async () => {
    const task = await claimed("live-restore", ["k-01", "k-02"]);
    await scan("k-01", "after", 3);
    const { hostId } = await findingOf("k-02", "live-restore");
    const acceptance = { kind: "accept", acceptanceId: "k", items: null, until: hour(30).getTime(), reason: "It is switched off in May." };
    await pool().query(
      `insert into act (host_id, key, control, kind, at, actor, payload) values ($1, 'live-restore', 'live-restore', 'accept', $2, 'lead', $3)`,
      [hostId, hour(4), acceptance],
    );
    at(5);
    await refoldHost(hostId);
    expect(await requireTask(ann, task.id)).toMatchObject({ status: "verified", progress: { verified: 1, of: 1 }, verifiedAt: hour(3) });
    await expect(moveTask(ann, task.id, (await requireTask(ann, task.id)).version, "to_do")).rejects.toMatchObject({ code: "conflict" });
    at(31);
    await refoldHost(hostId);
    expect(await requireTask(ann, task.id)).toMatchObject({
      status: "awaiting_verification",
      progress: { verified: 1, of: 2 },
      verifiedAt: null,
    });
  });

  it("does not wipe what another open task says of a host that it verified", async () => {
    const task = await claimed("live-restore", ["l-01", "l-02"]);
    await scan("l-01", "after", 3);
    const undecided = Buffer.from(logBytes("v1.6.1/after.text").toString().replace("[PASS] 2.15", "[NOTE] 2.15"));
    await scan("l-01", undecided, 4);
    expect(await stateOf("l-01", "live-restore")).toBe("needs_review");
    const review = await createOne(ann, "live-restore", ["l-01"], { assignee: { id: "user-ann" } });
    await editTask(ann, task.id, (await requireTask(ann, task.id)).version, { dueOn: "2031-02-01" });
    expect(await findingOf("l-01", "live-restore")).toMatchObject({ taskId: review.id, dueOn: null });
    expect(await findingOf("l-02", "live-restore")).toMatchObject({ taskId: task.id, dueOn: new Date("2031-02-01") });
    await scan("l-02", "after", 5);
    expect((await requireTask(ann, task.id)).status).toBe("verified");
    expect(await findingOf("l-01", "live-restore")).toMatchObject({ taskId: review.id, assignee: { name: "ann" } });
    // No act fits a finding that a person has to review: only the task moves.
    expect(await moveTask(ann, review.id, review.version, "awaiting_verification")).toMatchObject({ claim: { by: "ann" } });
    expect(await stateOf("l-01", "live-restore")).toBe("needs_review");
    await scan("l-01", "after", 6);
    expect((await requireTask(ann, review.id)).status).toBe("verified");
  });
});

describe("two people", () => {
  it("cannot both move what one of them has seen", async () => {
    await scan("i-01", "before", -48);
    at(0);
    const task = await createOne(ann, "live-restore", ["i-01"]);
    const [first, second] = await Promise.allSettled([
      moveTask(ann, task.id, task.version, "in_progress"),
      moveTask(ben, task.id, task.version, "awaiting_verification"),
    ]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    const lost = [first, second].find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict", detail: { reason: "changed", version: 2 } });
    const { rows } = await pool().query("select count(*)::int as acts from act a join host h on h.id = a.host_id where h.name = 'i-01'");
    expect(rows).toEqual([{ acts: 1 }]);
  });

  it("also learn that a scan was quicker", async () => {
    const task = await claimed("live-restore", ["j-01"]);
    await scan("j-01", "after", 3);
    await expect(moveTask(ann, task.id, task.version, "in_progress")).rejects.toMatchObject({
      message: `TSK-${task.id} has changed since you opened it: it is verified now. Look at it and try again.`,
    });
  });
});
