import "server-only";
import { makeViewer } from "@/lib/access/viewer";

/** What a job is told beside its payload. */
export interface JobRun {
  /** True when it is not tried again after this. */
  readonly last: boolean;
  /** Of scheduled jobs: the minute they were due, which may have passed a while ago. */
  readonly now: Date;
}

/** One kind of work of the queue. Payloads hold ids only, and are read like any other input. Throwing has it tried again, later each time. */
export type Job = (payload: unknown, run: JobRun) => Promise<void>;

/** Who jobs are to the data layer. */
export const worker = makeViewer({ kind: "system", name: "Bulkhead" });
