import "server-only";
import { scheduleDigests } from "@/lib/data/digest";
import { endDueDecisions } from "@/lib/data/end-decisions";
import { tellOfEndingDecisions } from "@/lib/data/ending-decisions";
import { keepHouse } from "@/lib/data/keep-house";
import { tellOfSilentHosts } from "@/lib/data/silent-hosts";
import { deliverToAnywhere } from "./deliver-webhook";
import { type Job, worker } from "./job";
import { mailDigest } from "./mail-digest";
import { mailNotices } from "./mail-notices";

/** Jobs that something that happened lays into the queue, by the names `lib/data/queue.ts` gives them. */
const CAUSED: Readonly<Record<string, Job>> = {
  mail_notices: mailNotices,
  mail_digest: mailDigest,
  deliver_webhook: deliverToAnywhere,
};

/** A job that the clock lays into the queue: a line here is all it takes. */
interface Scheduled {
  readonly name: string;
  /** Minute, hour, day, month and day of the week, in UTC. */
  readonly at: string;
  /** For how many hours a time that was missed, because nothing ran, is made up for. */
  readonly fillHours: number;
  readonly job: Job;
}

export const SCHEDULE: readonly Scheduled[] = [
  { name: "end_decisions", at: "* * * * *", fillHours: 0, job: async () => void (await endDueDecisions(worker, new Date())) },
  { name: "find_silent_hosts", at: "5 * * * *", fillHours: 1, job: (_, { now }) => tellOfSilentHosts(worker, now) },
  { name: "find_ending_decisions", at: "10 * * * *", fillHours: 1, job: (_, { now }) => tellOfEndingDecisions(worker, now) },
  { name: "schedule_digests", at: "0 * * * *", fillHours: 1, job: (_, { now }) => scheduleDigests(worker, now) },
  { name: "keep_house", at: "30 3 * * *", fillHours: 24, job: () => keepHouse(worker) },
];

/** Every job of the queue, by name. */
export const JOBS: Readonly<Record<string, Job>> = { ...CAUSED, ...Object.fromEntries(SCHEDULE.map(({ name, job }) => [name, job])) };
