import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { listHostFindings } from "@/lib/data/findings";
import { getHost } from "@/lib/data/hosts";
import { listTaskActivity } from "@/lib/data/task-activity";
import { createTasks } from "@/lib/data/task-create";
import { listTasks, requireTask } from "@/lib/data/tasks";
import { ALL_FINDINGS } from "@/lib/hardening/finding-filter";
import { useDatabase } from "../support/database";
import { system } from "../support/viewers";
import { at, colleague, scan, stopClock, wrongDenormalised } from "./task-fixture";

useDatabase();

let ann: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
  await colleague("ben");
});
afterAll(() => {
  vi.useRealTimers();
});

const HOST = "web-01";
const FAILING = ["open", "regressed", "in_progress", "awaiting_verification"];

const statesNow = async () => {
  const findings = await listHostFindings(system, (await getHost(system, HOST))?.id ?? 0);
  return new Map(findings.map(({ key, state }) => [key, state]));
};

const targets = async () => {
  const { rows } = await pool().query<{ key: string; status: string; verified: number | null; reopened: number | null }>(
    "select key, status, verified_scan_id as verified, reopened_scan_id as reopened from task_target order by key",
  );
  return rows;
};

it("before, after and before again: every fixed task is verified by that very scan, and every regression reopens its own", async () => {
  await scan(HOST, "before", -48);
  at(0);
  const { tasks } = await createTasks(ann, {
    selection: { filter: { ...ALL_FINDINGS, states: "failing", hosts: [HOST] } },
    assignee: { id: "user-ben" },
    dueOn: null,
    description: "",
    priority: "normal",
  });
  const failing = [...(await statesNow())].filter(([, state]) => FAILING.includes(state)).map(([key]) => key);
  expect(tasks.map(({ key }) => key).sort()).toEqual([...failing].sort());
  expect(failing.length).toBeGreaterThan(20);

  const after = await scan(HOST, "after", 1);
  const hardened = new Set([...(await statesNow())].filter(([, state]) => state === "hardened").map(([key]) => key));
  const fixed = failing.filter((key) => hardened.has(key));
  expect(fixed.length).toBeGreaterThan(10);
  expect(fixed.length).toBeLessThan(failing.length);
  expect(await targets()).toEqual(
    [...failing].sort().map((key) => ({
      key,
      status: hardened.has(key) ? "verified" : "to_do",
      verified: hardened.has(key) ? after : null,
      reopened: null,
    })),
  );

  const again = await scan(HOST, "before", 2);
  const states = await statesNow();
  expect(fixed.map((key) => states.get(key))).toEqual(fixed.map(() => "regressed"));
  expect(await targets()).toEqual(
    [...failing].sort().map((key) => ({ key, status: "to_do", verified: null, reopened: hardened.has(key) ? again : null })),
  );
  expect((await listTasks(ann, { assigneeId: "user-ben" }, { cursor: null, limit: 200 })).items).toHaveLength(failing.length);
  expect(await wrongDenormalised()).toEqual([]);

  // Its history goes on: made, verified, failing again. Who has it is told.
  const task = tasks.find(({ key }) => key === fixed[0]);
  const { id } = await requireTask(ann, task?.id ?? 0);
  const told = (await listTaskActivity(ann, id, 10)).map((entry) => (entry.kind === "change" ? entry.action : [entry.event, entry.scanId]));
  expect(told).toEqual([["regressed", again], ["passed", after], "task.create"]);
  const { rows } = await pool().query("select kind, scan_id from notice where task_id = $1 and user_id = 'user-ben' order by id", [id]);
  expect(rows).toEqual([
    { kind: "assigned", scan_id: null },
    { kind: "verified", scan_id: after },
    { kind: "regressed", scan_id: again },
  ]);
});
