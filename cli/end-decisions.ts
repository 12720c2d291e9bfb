import { makeViewer } from "@/lib/access/viewer";
import { disconnect } from "@/lib/data/client";
import { endDueDecisions } from "@/lib/data/end-decisions";
import { errorMessage } from "./refusal";

const EVERY_MS = 60_000;

/**
 * Ends decisions whose day has come, at once and then every minute, without anybody's visit. A failure is said and the next minute tries
 * again. The function it answers stops it in order and closes its connections.
 */
export function keepEndingDecisions(say: (line: string) => void): () => Promise<void> {
  const viewer = makeViewer({ kind: "system", name: "bulkhead" });
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    running = running.then(async () => {
      await endDueDecisions(viewer, new Date()).catch((problem) =>
        say(`Decisions that are due could not be ended: ${errorMessage(problem)}`),
      );
    });
  };
  run();
  const timer = setInterval(run, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
    await disconnect();
  };
}
