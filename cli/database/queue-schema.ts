import { Logger, runMigrations } from "graphile-worker";
import { errorCode, errorMessage, Refusal } from "../refusal";

/** The queue says what it does on the console unless it is told where to. */
const silent = new Logger(() => () => undefined);

/** Makes or updates the tables of the job queue, in the schema `graphile_worker`, which the queue's own package numbers and keeps. */
export async function makeQueueSchema(url: string): Promise<void> {
  try {
    await runMigrations({ connectionString: url, logger: silent });
  } catch (problem) {
    if (errorCode(problem) !== "42501") throw problem;
    throw new Refusal(
      `The user in DATABASE_URL may not make the schema of the job queue (${errorMessage(problem)}): grant it CREATE on the database, or make it the owner.`,
      { cause: problem },
    );
  }
}
