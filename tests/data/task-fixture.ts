import { vi } from "vitest";
import { makeViewer, type Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { listHostFindings } from "@/lib/data/findings";
import { getHost } from "@/lib/data/hosts";
import { type CreatedTasks, createTasks, type NewTasks } from "@/lib/data/task-create";
import { getTask } from "@/lib/data/task-detail";
import type { IngestAnswer } from "@/lib/ingest/ingest-log";
import { logBytes, redated, upload } from "../support/upload";
import { system } from "../support/viewers";

const start = Math.floor(Date.now() / 1000) * 1000;

/** An instant so many hours after the tests began; the database's own clock stays where it is. */
export const hour = (hours: number): Date => new Date(start + hours * 3_600_000);

/** Sets the server's clock. */
export const at = (hours: number): void => {
  vi.setSystemTime(hour(hours));
};

/** Stops the clock at the beginning; timers go on. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ["Date"] });
  at(0);
}

const LOGS = {
  before: logBytes("v1.6.1/before.text"),
  after: logBytes("v1.6.1/after.text"),
  default5: logBytes("v1.6.1/default5.text"),
};

/** A log of a scan that ran so many hours after the tests began; the server's clock goes there when it is later. */
export async function scan(host: string, log: keyof typeof LOGS | Buffer, hours: number): Promise<number> {
  if (Date.now() < hour(hours).getTime()) at(hours);
  const bytes = redated(typeof log === "string" ? LOGS[log] : log, hour(hours).toISOString().replace(".000Z", "+00:00"));
  const answer: IngestAnswer = await upload(host, bytes, { receivedAt: new Date() });
  const id = answer.runs[0]?.scan.id;
  if (id === undefined) throw new Error("nothing was stored");
  return id;
}

/** `before` without some lines: a host on which part was repaired. */
export const beforeWithout = (lines: RegExp): Buffer =>
  Buffer.from(
    LOGS.before
      .toString()
      .split("\n")
      .filter((line) => !lines.test(line))
      .join("\n"),
  );

/** Adds somebody who can be given work. They have no password and cannot sign in. */
export async function colleague(name: string, role: "viewer" | "engineer" | "lead" = "engineer"): Promise<Viewer> {
  const id = `user-${name}`;
  await pool().query(`insert into "user" (id, name, email, role) values ($1, $2, $3, $4::"Role")`, [id, name, `${name}@example.org`, role]);
  return makeViewer({ kind: "user", userId: id, name, role });
}

/** The finding of a control on a host. */
export async function findingOf(host: string, key: string) {
  const hostId = (await getHost(system, host))?.id ?? 0;
  const finding = (await listHostFindings(system, hostId)).find((row) => row.key === key);
  if (finding === undefined) throw new Error(`nothing is known of ${key} on ${host}`);
  return finding;
}

export const stateOf = async (host: string, key: string): Promise<string> => (await findingOf(host, key)).state;

/** Creates tasks of a control on hosts. */
export const create = (viewer: Viewer, key: string, hosts: readonly string[], more: Partial<NewTasks> = {}): Promise<CreatedTasks> =>
  createTasks(viewer, { selection: { key, hosts }, assignee: null, dueOn: null, description: "", priority: "normal", ...more });

/** The same where exactly one task is to come of it. */
export async function createOne(viewer: Viewer, key: string, hosts: readonly string[], more: Partial<NewTasks> = {}) {
  const { tasks } = await create(viewer, key, hosts, more);
  const [task] = tasks;
  if (task === undefined || tasks.length > 1) throw new Error(`${tasks.length} tasks were made`);
  return task;
}

/** What a task says of each of its hosts, by host. */
export async function targetsOf(taskId: number) {
  const task = await getTask(system, taskId);
  return Object.fromEntries((task?.targets ?? []).map((target) => [target.host, target]));
}

/** Findings whose columns for lists say something else than the open task that has them. Must be empty. */
export async function wrongDenormalised() {
  const { rows } = await pool().query(
    `select f.id, f.key, f.task_id, t.id as task from finding f
       left join task_target g on g.host_id = f.host_id and g.key = f.key and g.status <> 'verified'
       left join task t on t.id = g.task_id
     where (f.task_id, f.assignee_id, f.due_on) is distinct from (t.id, t.assignee_id, t.due_on)`,
  );
  return rows;
}
