import { Logger, parseCronItems, type Runner, run, type TaskList } from "graphile-worker";
import { disconnect } from "@/lib/data/client";
import { log } from "@/lib/http/log";
import { JOBS, SCHEDULE } from "@/lib/jobs/job-list";
import { errorMessage } from "./refusal";

/** Mails and events wait for other machines most of their time, and no page should wait for them. */
const AT_ONCE = 2;
/** Jobs for now are announced by the database; those for later, and retries, are looked for. */
const LOOK_EVERY_MS = 2_000;
const RESTART_AFTER_MS = 5_000;
/** Longer than a mail or a webhook may take. */
const STOP_LIMIT_MS = 15_000;

/** What the queue's package says about trouble, failed jobs among it, goes to the log of the app. */
const logger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log()[level === "error" ? "error" : "warn"]({ queue: true }, message);
});

/** The jobs as the queue's package takes them. */
export const taskList: TaskList = Object.fromEntries(
  Object.entries(JOBS).map(([name, job]) => [
    name,
    (payload, { job: row }) => job(payload, { last: row.attempts >= row.max_attempts, now: dueAt(payload) ?? new Date() }),
  ]),
);

/** The minute that a scheduled job stands for: one that is made up for later must not think it is another hour. */
function dueAt(payload: unknown): Date | null {
  const cron = typeof payload === "object" && payload !== null && "_cron" in payload ? payload._cron : null;
  const ts = typeof cron === "object" && cron !== null && "ts" in cron ? cron.ts : null;
  return typeof ts === "string" ? new Date(ts) : null;
}

const cronItems = () =>
  parseCronItems(
    SCHEDULE.map(({ name, at, fillHours }) => ({
      task: name,
      match: at,
      // One at a time: where the worker stood still, the newest of them does for all.
      options: { backfillPeriod: fillHours * 3_600_000, jobKey: name, maxAttempts: 3 },
    })),
  );

export interface Worker {
  /** Lets the jobs at hand end, and takes no others. */
  readonly stop: () => Promise<void>;
}

/**
 * Works through the queue until it is stopped. Several may work on one database: each job goes to one of them, and the clock's jobs are
 * laid in once. A database that is away is waited for; nothing here ends the app.
 */
export function startWorker(connectionString: string): Worker {
  let stopping = false;
  let runner: Runner | undefined;
  let wake = (): void => undefined;
  const options = {
    connectionString,
    logger,
    concurrency: AT_ONCE,
    maxPoolSize: AT_ONCE + 2,
    pollInterval: LOOK_EVERY_MS,
    noHandleSignals: true,
  };
  const ended = (async () => {
    while (!stopping) {
      try {
        runner = await run({ ...options, parsedCronItems: cronItems(), taskList });
        if (!stopping) await runner.promise;
      } catch (problem) {
        log().error({ queue: true }, `The job queue stopped and is started again: ${errorMessage(problem)}`);
      }
      if (!stopping) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, RESTART_AFTER_MS);
        });
      }
    }
    // Rejects where it has ended already.
    await runner?.stop().catch(() => undefined);
  })();
  const stop = async (): Promise<void> => {
    stopping = true;
    wake();
    const stopped = Promise.all([runner?.stop().catch(() => undefined), ended]);
    const deadline = setTimeout(() => void runner?.kill("it did not stop in time").catch(() => undefined), STOP_LIMIT_MS);
    await stopped;
    clearTimeout(deadline);
    await disconnect();
  };
  return { stop };
}
