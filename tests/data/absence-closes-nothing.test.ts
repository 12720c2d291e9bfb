import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { listFindingMarks } from "@/lib/data/finding-detail";
import { refoldHost } from "@/lib/data/refold-host";
import { moveTask } from "@/lib/data/task-writes";
import type { Finding } from "@/lib/hardening/finding";
import { useDatabase } from "../support/database";
import { logBytes } from "../support/upload";
import { system } from "../support/viewers";
import { hostId } from "./host-fixture";
import { at, colleague, createOne, hour, scan, stopClock } from "./task-fixture";

// Absent is not fixed: a run that drops checks, tests a few, or is cut off closes nothing that it did not test and pass.

useDatabase();

let ann: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
});
afterAll(() => {
  vi.useRealTimers();
});

/** What a log printed by the title of the check (one has no number), read without any of the program's readers. */
function printedIn(log: Buffer): ReadonlyMap<string, string> {
  const lines = log.toString().matchAll(/^\[(PASS|WARN|INFO|NOTE)\] (?:[\d.]+ +- )?(\S.*)$/gm);
  return new Map([...lines].map(([, level = "", title = ""]) => [title.trim(), level]));
}

interface Known {
  readonly key: string;
  readonly state: string;
  readonly fold: Finding;
  /** Of the task on it. */
  readonly target: string | null;
}

async function known(host: number): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await pool().query<Known>(
    `select f.key, f.state, f.fold, g.status as target from finding f
       left join (task_target g join task t on t.id = g.task_id) on g.host_id = f.host_id and t.key = f.key
     where f.host_id = $1 order by f.key`,
    [host],
  );
  return new Map(rows.map((row) => [row.fold.evidence?.title ?? row.key, row]));
}

/** A host on which everything fails that does: tasks on a third, called fixed; a third accepted for years; the rest open. */
async function hostWithWork(name: string, base: Buffer): Promise<number> {
  await scan(name, base, -48);
  const id = await hostId(name);
  const failing = [...(await known(id)).values()].filter(({ state }) => state === "open").map(({ key }) => key);
  expect(failing.length).toBeGreaterThan(30);
  at(0);
  for (const [index, key] of failing.entries()) {
    if (index % 3 === 0) {
      const task = await createOne(ann, key, [name]);
      if (index % 2 === 0) await moveTask(ann, task.id, task.version, "awaiting_verification");
    }
    if (index % 3 === 1) {
      const act = {
        kind: "accept",
        acceptanceId: `risk-${key}`,
        items: null,
        until: hour(100_000).getTime(),
        reason: "Behind the firewall.",
      };
      await pool().query(
        `insert into act (host_id, key, control, kind, at, actor, payload) values ($1, $2, $2, 'accept', $3, 'lead', $4)`,
        [id, key, hour(1), act],
      );
    }
  }
  at(2);
  await refoldHost(id);
  return id;
}

const SCENARIOS = [
  { name: "a run without containers", base: "default5.text", log: "empty.text", absent: 31 },
  { name: "a run of three checks (-c)", base: "before.text", log: "before.c-sel.text", absent: 100 },
  { name: "a run that was cut off", base: "before.text", log: "before.kill150.text", absent: 40 },
] as const;

describe.each(SCENARIOS)("$name", ({ name, base, log, absent }) => {
  const host = name.replace(/\W+/g, "-");
  const partial = logBytes(`v1.6.1/${log}`);
  const printed = printedIn(partial);
  let id = 0;
  let before: ReadonlyMap<string, Known> = new Map();
  let after: ReadonlyMap<string, Known> = new Map();

  beforeAll(async () => {
    id = await hostWithWork(host, logBytes(`v1.6.1/${base}`));
    before = await known(id);
    expect(new Set([...before.values()].map(({ state }) => state))).toEqual(
      new Set(["open", "accepted", "awaiting_verification", "hardened", "needs_review", "not_assessable"]),
    );
    await scan(host, partial, 5);
    after = await known(id);
  });

  it("leaves everything it does not print exactly as it was, and says that it is not confirmed", async () => {
    const untested = [...before].filter(([title]) => !printed.has(title));
    expect(untested.length).toBeGreaterThanOrEqual(absent);
    for (const [title, row] of untested) expect(after.get(title), title).toEqual(row);
    const { rows } = await pool().query<{ id: number; key: string }>("select id, key from finding where host_id = $1", [id]);
    const marks = await listFindingMarks(system, id);
    const unconfirmed = new Set(rows.filter((row) => marks.get(row.id)?.unconfirmed === "absent").map(({ key }) => key));
    expect(unconfirmed).toEqual(new Set(untested.map(([, { key }]) => key)));
  });

  it("hardens, verifies and retires only what it prints as PASS", () => {
    for (const [title, row] of after) {
      const was = before.get(title);
      const passes = printed.get(title) === "PASS";
      if (row.state === "hardened" && was?.state !== "hardened") expect(passes, title).toBe(true);
      if (row.target === "verified") expect(passes, title).toBe(true);
      if (was?.state === "accepted" && row.state !== "accepted") expect(passes, title).toBe(true);
      if (was !== undefined && was.fold.decisions.acceptances.length > row.fold.decisions.acceptances.length)
        expect(passes, title).toBe(true);
    }
  });

  it("is no fix in its diff either", async () => {
    const { rows } = await pool().query<{ fixed: number }>("select fixed from scan where host_id = $1 order by id desc limit 1", [id]);
    const fixable = [...before].filter(([title, { fold }]) => fold.decided === "fail" && printed.get(title) === "PASS");
    expect(rows[0]?.fixed ?? 0).toBeLessThanOrEqual(fixable.length);
  });
});
