import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { listTaskCandidates } from "@/lib/data/task-candidates";
import { createTasks } from "@/lib/data/task-create";
import { getTask } from "@/lib/data/task-detail";
import { previewTasks } from "@/lib/data/task-selection";
import { listTasksSorted } from "@/lib/data/tasks";
import { useDatabase } from "../support/database";
import { person } from "../support/viewers";
import { colleague, create, createOne, findingOf, scan, stateOf, stopClock, targetsOf, wrongDenormalised } from "./task-fixture";

useDatabase();

let ann: Viewer;
let ben: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
  ben = await colleague("ben");
  for (const host of ["web-01", "web-02", "web-03"]) await scan(host, "before", -48);
  await scan("good-01", "after", -48);
});
afterAll(() => {
  vi.useRealTimers();
});

describe("making tasks", () => {
  it("makes one task per control over the hosts selected, and moves no finding", async () => {
    const selected = [
      await findingOf("web-01", "live-restore"),
      await findingOf("web-02", "live-restore"),
      await findingOf("web-01", "userland-proxy"),
    ];
    const { tasks, skipped } = await createTasks(ann, {
      selection: { findingIds: selected.map((finding) => finding.id) },
      assignee: { email: "BEN@example.org" },
      dueOn: "2031-01-15",
      description: "Set it in daemon.json.\nThen restart.",
      priority: "high",
    });
    expect(skipped).toEqual([]);
    expect(tasks.map(({ id, createdAt, ...task }) => task)).toEqual([
      {
        key: "live-restore",
        control: "live-restore",
        number: "2.15",
        title: "Ensure live restore is enabled",
        description: "Set it in daemon.json.\nThen restart.",
        status: "to_do",
        priority: "high",
        labels: [],
        severity: "low",
        stride: ["D"],
        assignee: { id: "user-ben", name: "ben", email: "ben@example.org" },
        dueOn: "2031-01-15",
        createdBy: "ann",
        verifiedAt: null,
        version: 1,
        hosts: { count: 2, names: ["web-01", "web-02"] },
        progress: { verified: 0, of: 2 },
        scope: null,
        items: null,
        claim: null,
        stillFailing: [],
        reopenedScanId: null,
        verifiedScanId: null,
      },
      expect.objectContaining({ key: "userland-proxy", hosts: { count: 1, names: ["web-01"] } }),
    ]);
    expect(await stateOf("web-01", "live-restore")).toBe("open");
    expect(await findingOf("web-02", "live-restore")).toMatchObject({
      assignee: { name: "ben" },
      taskId: tasks[0]?.id,
      dueOn: new Date("2031-01-15"),
    });
    expect(await wrongDenormalised()).toEqual([]);
    const { rows } = await pool().query("select actor, after from audit_event where action = 'task.create' and object = $1", [
      `task ${tasks[0]?.id}`,
    ]);
    expect(rows).toEqual([
      {
        actor: "ann",
        after: {
          title: "Ensure live restore is enabled",
          hosts: ["web-01", "web-02"],
          assignee: "ben",
          dueOn: "2031-01-15",
          priority: "high",
        },
      },
    ]);
  });

  it("leaves out what is in an open task, passes or is unknown, and says why", async () => {
    const first = await createOne(ann, "log-level", ["web-01"]);
    const { tasks, skipped } = await create(ann, "log-level", ["web-01", "web-02", "good-01", "no-such-host"]);
    expect(tasks.map((task) => task.hosts.names)).toEqual([["web-02"]]);
    expect(skipped.map(({ host, reason, taskId }) => ({ host, reason, taskId }))).toEqual([
      { host: "web-01", reason: `It is in the open task TSK-${first.id} already.`, taskId: first.id },
      { host: "good-01", reason: "It passes: nothing is left to do.", taskId: null },
      { host: "no-such-host", reason: "Nothing is known of this check on a host of this name.", taskId: null },
    ]);
    const unknown = await createTasks(ann, {
      selection: { findingIds: [999_999] },
      assignee: null,
      dueOn: null,
      description: "",
      priority: "normal",
    });
    expect(unknown).toEqual({
      tasks: [],
      bulkId: null,
      skipped: [{ findingId: 999_999, host: null, title: null, reason: "There is no such finding.", taskId: null }],
    });
  });

  it("shows beforehand what would be made, and offers hosts that fail later", async () => {
    const task = await createOne(ann, "userns-remap", ["web-01"]);
    expect((await getTask(ann, task.id))?.offered.map((host) => host.name)).toEqual(["web-02", "web-03"]);
    const preview = await previewTasks(ann, { key: "userns-remap" });
    expect(preview.tasks.map(({ key, findings }) => [key, findings.map((finding) => finding.host)])).toEqual([
      ["userns-remap", ["web-02", "web-03"]],
    ]);
    expect(preview.skipped.map(({ host, taskId }) => [host, taskId])).toEqual([["web-01", task.id]]);
    const candidate = (await listTaskCandidates(ann, 100)).find(({ key }) => key === "userns-remap");
    expect(candidate).toEqual({
      key: "userns-remap",
      number: "2.9",
      title: "Enable user namespace support",
      severity: "medium",
      stride: ["E", "T"],
      failing: 3,
      free: 2,
    });
    await scan("web-04", "before", -30);
    expect((await getTask(ann, task.id))?.offered.map((host) => host.name)).toEqual(["web-02", "web-03", "web-04"]);
    expect(Object.keys(await targetsOf(task.id))).toEqual(["web-01"]);
  });

  it("makes one task when two people do it at the same moment", async () => {
    const results = await Promise.all([ann, ben, ann, ben].map((viewer) => create(viewer, "default-bridge-traffic", ["web-01", "web-02"])));
    expect(results.flatMap((result) => result.tasks)).toHaveLength(1);
    expect(results.flatMap((result) => result.skipped)).toHaveLength(6);
    const { total } = await listTasksSorted(ann, { text: "network traffic" }, { number: 1, size: 10 });
    expect(total).toBe(1);
  });

  it("has an index that refuses a second open task, whoever writes it", async () => {
    const { id } = await createOne(ann, "aufs", ["web-01"]);
    const other = await pool().query<{ id: number }>("insert into task (key, title) values ('aufs', 'Another') returning id");
    const values = [other.rows[0]?.id, (await findingOf("web-01", "aufs")).hostId];
    const insert = "insert into task_target (task_id, host_id, key) values ($1, $2, 'aufs')";
    await expect(pool().query(insert, values)).rejects.toMatchObject({ constraint: "task_target_one_open" });
    await pool().query("update task_target set status = 'verified' where task_id = $1", [id]);
    await expect(pool().query(insert, values)).resolves.toMatchObject({ rowCount: 1 });
  });

  it("gives work only to people who are here", async () => {
    await colleague("gone");
    await pool().query(`update "user" set disabled_at = now() where id = 'user-gone'`);
    await expect(create(ann, "insecure-registries", ["web-01"], { assignee: { email: "gone@example.org" } })).rejects.toMatchObject({
      code: "invalid-input",
      message: "gone has no access any more. Choose somebody else.",
    });
    await expect(create(ann, "insecure-registries", ["web-01"], { assignee: { email: "x@example.org" } })).rejects.toMatchObject({
      code: "invalid-input",
    });
  });

  it("refuses people who may only look", async () => {
    await expect(create(person("viewer"), "insecure-registries", ["web-01"])).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewTasks(person("viewer"), { key: "insecure-registries" })).rejects.toMatchObject({ code: "forbidden" });
  });
});
