import { Pencil, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { STATE_LOOK } from "@/components/marks/state-pill";
import { AppLink } from "@/components/ui/app-link";
import { Time } from "@/components/ui/time";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { EventKind } from "@/lib/hardening/events";
import type { FindingState } from "@/lib/hardening/states";
import { someOf } from "@/lib/shared/some-of";
import { TASK_PRIORITY_LABELS, type TaskPriority } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS, type TaskStatus } from "@/lib/tasks/task-status";
import { dueWords } from "./due-date";
import { scanHref } from "./task-href";
import { TASK_STATUS_LOOK } from "./task-status-pill";

type Values = Readonly<Record<string, unknown>>;

/** One thing that happened to a task. */
export type ActivityView =
  | {
      readonly kind: "change";
      readonly at: Date;
      readonly actor: string;
      readonly action: string;
      readonly before: Values;
      readonly after: Values;
    }
  | {
      readonly kind: "finding";
      readonly at: Date;
      readonly event: EventKind;
      readonly to: FindingState;
      readonly scanId: number | null;
      readonly actor: string | null;
      readonly hosts: readonly string[];
      readonly itemsLost: readonly string[];
      readonly note: string | null;
    };

/** What people changed and what scans said, newest first. */
export function TaskActivity({ entries, now }: { readonly entries: readonly ActivityView[]; readonly now: Date }) {
  return <Timeline entries={entries.map((entry, index) => entryOf(entry, index, now))} />;
}

function entryOf(entry: ActivityView, index: number, now: Date): TimelineEntry {
  const base = { key: String(index), at: <Time at={entry.at} now={now} as="age" /> };
  if (entry.kind === "finding") return { ...base, ...STATE_LOOK[entry.to], children: <FindingWords entry={entry} /> };
  const status = entry.action === "task.move" ? statusIn(entry.after) : null;
  const look =
    status === null ? ({ icon: entry.action === "task.create" ? Plus : Pencil, tone: "grey" } as const) : TASK_STATUS_LOOK[status];
  return { ...base, ...look, children: changeWords(entry, now) };
}

const statusIn = ({ status }: Values): TaskStatus | null =>
  typeof status === "string" && Object.hasOwn(TASK_STATUS_LABELS, status) ? (status as TaskStatus) : null;

function changeWords({ actor, action, before, after }: Extract<ActivityView, { kind: "change" }>, now: Date): ReactNode {
  if (action === "task.create")
    return `${actor} made the task${Array.isArray(after.hosts) ? ` for ${someOf(after.hosts.map(String), 6)}` : ""}`;
  const status = statusIn(after);
  if (action === "task.move" && status !== null) return `${actor} moved it to ${TASK_STATUS_LABELS[status]}`;
  const parts = Object.keys(after).map((field) => fieldWords(field, before[field], after[field], now));
  return `${actor} changed ${parts.join("; ")}`;
}

function fieldWords(field: string, from: unknown, to: unknown, now: Date): string {
  const today = now.toISOString().slice(0, 10);
  const day = (value: unknown): string => (typeof value === "string" ? dueWords(value, today) : "none");
  const priority = (value: unknown): string => TASK_PRIORITY_LABELS[value as TaskPriority]?.toLowerCase() ?? String(value);
  switch (field) {
    case "assignee":
      return `the owner from ${from ?? "nobody"} to ${to ?? "nobody"}`;
    case "dueOn":
      return `the due date from ${day(from)} to ${day(to)}`;
    case "priority":
      return `the priority from ${priority(from)} to ${priority(to)}`;
    case "title":
      return `the title to “${to}”`;
    default:
      return `the ${field}`;
  }
}

/** After who or what did it, before the hosts. */
const PHRASE: Readonly<Record<EventKind, string>> = {
  first_seen: "saw this check for the first time on",
  failed: "found it failing on",
  regressed: "found it failing again on",
  scanner_changed: "asks something else now, and it fails on",
  still_failing: "found it still failing on",
  items_changed: "found other items failing on",
  acceptance_outgrown: "found items that the acceptance does not cover on",
  not_applicable_outgrown: "found new failing items in spite of “not applicable” on",
  passed: "verified it on",
  undecided: "could not decide it on",
  started: "started work on",
  said_fixed: "said it is fixed on",
  reopened: "took work and decisions back on",
  accepted: "accepted the risk on",
  acceptance_retired: "ended the acceptance on",
  attestation_retired: "took back the attestation of",
  marked_not_applicable: "marked it as not applicable on",
  attested: "attested it on",
  acceptance_expired: "The acceptance ended on",
  attestation_expired: "The attestation ended on",
};

function FindingWords({ entry }: { readonly entry: Extract<ActivityView, { kind: "finding" }> }) {
  const { event, scanId, actor, hosts, itemsLost, note } = entry;
  return (
    <>
      {scanId === null ? (
        actor
      ) : (
        <AppLink kind="bare" href={scanHref(scanId)} className="underline underline-offset-3">
          Scan {scanId}
        </AppLink>
      )}{" "}
      {PHRASE[event]} {someOf(hosts, 6)}
      {event !== "passed" && itemsLost.length > 0 && <span className="text-fg-muted">; cured: {someOf(itemsLost, 4)}</span>}
      {note && <span className="text-fg-muted">: {note}</span>}
    </>
  );
}
