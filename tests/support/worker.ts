import { Logger, runOnce } from "graphile-worker";
import { taskList } from "@/cli/worker";
import { pool } from "@/lib/data/client";

/** Does every job whose time has come, by the real worker, until none is left. What failed waits for its next attempt. */
export async function runDueJobs(): Promise<void> {
  const connectionString = process.env.DATABASE_URL ?? "";
  await runOnce({ connectionString, taskList, concurrency: 1, noHandleSignals: true, logger: new Logger(() => () => undefined) });
}

/** Lets the time pass that jobs wait for: the minute in which notices gather, and the delays before they are tried again. */
export async function passTime(): Promise<void> {
  await pool().query("update graphile_worker._private_jobs set run_at = now() where locked_at is null");
  await pool().query("update notice set at = at - interval '2 minutes' where mail and mailed_at is null");
}

export interface WaitingJob {
  readonly name: string;
  readonly attempts: number;
  /** Until the next attempt. */
  readonly seconds: number;
}

export async function waitingJobs(): Promise<WaitingJob[]> {
  const { rows } = await pool().query<WaitingJob>(
    `select task_identifier as name, attempts, extract(epoch from run_at - now())::int as seconds from graphile_worker.jobs order by id`,
  );
  return rows;
}
