import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { deleteHost } from "@/lib/data/delete-host";
import { deleteScan } from "@/lib/data/delete-scan";
import { editHost } from "@/lib/data/edit-host";
import { loadThreatModels } from "@/lib/data/load-threat-models";
import { mergeHosts } from "@/lib/data/merge-hosts";
import { moveScan } from "@/lib/data/move-scan";
import { updateTask } from "@/lib/data/task-writes";
import { AppError } from "@/lib/shared/app-error";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { system } from "../support/viewers";
import { orphans, projection, rebuildAll } from "./host-fixture";
import { create, wrongDenormalised } from "./task-fixture";

useDatabase();
beforeAll(() => loadThreatModels());

const LOGS = [
  redated(logBytes("v1.6.1/before.text"), "2026-10-01T06:00:00+00:00"),
  redated(logBytes("v1.6.1/after.text"), "2026-10-02T06:00:00+00:00"),
  redated(logBytes("v1.6.1/before.text"), "Sat Oct  3 06:00:00 2026"),
  redated(logBytes("v1.6.1/default5.text"), "2026-10-03T05:00:00+00:00"),
  redated(logBytes("v1.6.1/before.text"), "2026-10-03T05:00:00+00:00"),
];
const NAMES = ["a", "b", "c"] as const;

const name = fc.constantFrom(...NAMES);
const pick = fc.nat({ max: 9 });
const operation = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("upload" as const), name, log: fc.nat({ max: LOGS.length - 1 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), name, pick }) },
  fc.record({ kind: fc.constantFrom("rename" as const, "merge" as const), name, to: name }),
  fc.record({ kind: fc.constantFrom("retire" as const, "return" as const, "deleteHost" as const), name }),
  fc.record({ kind: fc.constant("zone" as const), name, zone: fc.constantFrom("Etc/GMT-1", "America/New_York", null) }),
  fc.record({ kind: fc.constant("deleteScan" as const), pick }),
  fc.record({ kind: fc.constantFrom("task" as const, "fixed" as const), name, pick }),
);

async function known(text: string, values: unknown[]): Promise<number | null> {
  const { rows } = await pool().query<{ id: number }>(text, values);
  return rows[0]?.id ?? null;
}
const hostNamed = (given: string) =>
  known("select id from host where name = $1 union all select host_id from host_alias where name = $1 limit 1", [given]);
const anyOf = (table: "scan" | "task", index: number) =>
  known(`select id from ${table} order by id offset $1 % greatest(1, (select count(*) from ${table})) limit 1`, [index]);

async function run(step: typeof operation extends fc.Arbitrary<infer T> ? T : never): Promise<unknown> {
  if (step.kind === "upload") return upload(step.name, LOGS[step.log] ?? Buffer.from(""), { receivedAt: new Date() });
  if (step.kind === "move" || step.kind === "deleteScan") {
    const scan = await anyOf("scan", step.pick);
    if (scan === null) return null;
    return step.kind === "move" ? moveScan(system, scan, step.name) : deleteScan(system, scan);
  }
  if (step.kind === "fixed") {
    const task = await anyOf("task", step.pick);
    return task === null ? null : updateTask(system, task, null, { status: "awaiting_verification" });
  }
  const host = await hostNamed(step.name);
  if (host === null) return null;
  if (step.kind === "rename") return editHost(system, host, { name: step.to });
  if (step.kind === "merge") return mergeHosts(system, host, step.to);
  if (step.kind === "zone") return editHost(system, host, { timeZone: step.zone });
  if (step.kind === "retire" || step.kind === "return") return editHost(system, host, { retired: step.kind === "retire" });
  const { rows } = await pool().query<{ name: string }>("select name from host where id = $1", [host]);
  if (step.kind === "deleteHost") return deleteHost(system, host, rows[0]?.name ?? "");
  return create(system, "live-restore", [rows[0]?.name ?? ""]);
}

it("any order of uploads, renames, moves, merges, zones, retirements and deletions equals a rebuild and leaves nothing behind", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 4, maxLength: 14 }), async (steps) => {
      await pool().query(
        "truncate host, task, scan, raw_log, result_set, coverage_set, finding_tally, exposure_tally, unmapped_title restart identity cascade",
      );
      for (const step of steps) {
        try {
          await run(step);
        } catch (error) {
          // Refusals are part of the language; faults are not.
          if (!(error instanceof AppError)) throw error;
        }
      }
      expect(await orphans()).toEqual([]);
      expect(await wrongDenormalised()).toEqual([]);
      const stepwise = await projection();
      await rebuildAll();
      expect(await projection()).toEqual(stepwise);
    }),
    { numRuns: 40 },
  );
}, 240_000);
