import type { LogCheck } from "@/lib/api/log-check";
import type { UploadAnswer } from "@/lib/api/upload-json";
import { guessHostName, readHostName } from "@/lib/shared/host-name";
import type { LogProblem } from "./log-problem";

/** Where a file is on its way from the disk into Bulkhead. */
export type Progress =
  | { readonly at: "checking" }
  | { readonly at: "checked"; readonly check: LogCheck }
  /** Its turn comes. */
  | { readonly at: "waiting"; readonly check: LogCheck }
  /** `part` of its bytes are sent, 0 to 1. */
  | { readonly at: "sending"; readonly check: LogCheck; readonly part: number }
  /** `isShown` once the page has told of it: it is then a line of the results and no row any more. */
  | { readonly at: "imported"; readonly answer: UploadAnswer; readonly isShown: boolean }
  /** The server read it and does not take it. Sending it again changes nothing. */
  | { readonly at: "refused"; readonly problem: LogProblem }
  /** It did not get there. `check` is null when not even the check did. */
  | { readonly at: "failed"; readonly problem: LogProblem; readonly check: LogCheck | null };

/** A file that somebody chose, and what they decided about it. */
export interface UploadEntry {
  readonly id: number;
  readonly file: File;
  /** With the folders it was chosen with, slashes between. */
  readonly path: string;
  /** What its name or folder says; null when they say nothing. */
  readonly guess: string | null;
  /** As it stands in the field. */
  readonly host: string;
  /** "2026-11-21T09:14", UTC, where somebody stated it; "" to take the log's word. */
  readonly ranAt: string;
  readonly takeAllRuns: boolean;
  readonly progress: Progress;
}

export const newEntry = (id: number, file: File, path: string): UploadEntry => {
  const guess = guessHostName(path);
  return { id, file, path, guess, host: guess ?? "", ranAt: "", takeAllRuns: false, progress: { at: "checking" } };
};

/** The question a file still has, or null when it can go. */
export type Hold = "checking" | "needs-host" | "bad-host" | "known" | "refused" | "failed" | "under-way" | "imported";

/** What keeps a file from being imported. `sharedHost` is for files that have no host of their own. */
export function holdOf({ progress, host }: UploadEntry, sharedHost: string): Hold | null {
  if (progress.at === "waiting" || progress.at === "sending") return "under-way";
  if (progress.at === "failed" && progress.check !== null) return null;
  if (progress.at !== "checked") return progress.at;
  const own = host.trim() || sharedHost.trim();
  if (own === "") return "needs-host";
  const name = readHostName(own);
  if (!name.ok) return "bad-host";
  return progress.check.knownAs?.host === name.value ? "known" : null;
}

export type UploadAct =
  | { readonly do: "add"; readonly entries: readonly UploadEntry[] }
  | { readonly do: "remove"; readonly id: number }
  | { readonly do: "move"; readonly id: number; readonly progress: Progress }
  | { readonly do: "edit"; readonly id: number; readonly change: Partial<Pick<UploadEntry, "host" | "ranAt" | "takeAllRuns">> }
  /** They wait for their turn; those without a host take `sharedHost`. What was imported before has been shown. */
  | { readonly do: "queue"; readonly ids: ReadonlySet<number>; readonly sharedHost: string }
  /** The person changed their mind: back to where it can be sent. */
  | { readonly do: "cancel"; readonly id: number };

/** The list after an act. An act on a file that is gone changes nothing: its answer came too late. */
export function withAct(entries: readonly UploadEntry[], act: UploadAct): readonly UploadEntry[] {
  switch (act.do) {
    case "add":
      return [...entries, ...act.entries];
    case "remove":
      return entries.filter((entry) => entry.id !== act.id);
    case "move":
      return change(entries, act.id, () => ({ progress: act.progress }));
    case "edit":
      return change(entries, act.id, () => act.change);
    case "queue":
      return entries.map((entry) => (act.ids.has(entry.id) ? queued(entry, act.sharedHost) : shown(entry)));
    case "cancel":
      return change(entries, act.id, ({ progress }) =>
        progress.at === "waiting" || progress.at === "sending" ? { progress: { at: "checked", check: progress.check } } : {},
      );
  }
}

function change(entries: readonly UploadEntry[], id: number, to: (entry: UploadEntry) => Partial<UploadEntry>): readonly UploadEntry[] {
  return entries.map((entry) => (entry.id === id ? { ...entry, ...to(entry) } : entry));
}

const shown = (entry: UploadEntry): UploadEntry =>
  entry.progress.at === "imported" ? { ...entry, progress: { ...entry.progress, isShown: true } } : entry;

function queued(entry: UploadEntry, sharedHost: string): UploadEntry {
  const check = "check" in entry.progress ? entry.progress.check : null;
  if (check === null) return entry;
  return { ...entry, host: entry.host.trim() || sharedHost.trim(), progress: { at: "waiting", check } };
}

/** The answers to tell of and the files to list: an imported file keeps its row until the others of its batch are through. */
export function partedEntries(
  entries: readonly UploadEntry[],
  isSending: boolean,
): { readonly done: readonly UploadAnswer[]; readonly open: readonly UploadEntry[] } {
  const isDone = ({ progress }: UploadEntry) => progress.at === "imported" && (progress.isShown || !isSending);
  return {
    done: entries.flatMap((entry) => (isDone(entry) && entry.progress.at === "imported" ? [entry.progress.answer] : [])),
    open: entries.filter((entry) => !isDone(entry)),
  };
}

const COUNTED: readonly (readonly [Hold | null, one: string, many: string])[] = [
  [null, "ready", "ready"],
  ["needs-host", "needs a host", "need a host"],
  ["bad-host", "with a host name that cannot be", "with host names that cannot be"],
  ["checking", "being checked", "being checked"],
  ["under-way", "on its way", "on their way"],
  ["imported", "imported", "imported"],
  ["known", "already here", "already here"],
  ["refused", "refused", "refused"],
  ["failed", "not sent", "not sent"],
];

/** "3 ready, 1 needs a host, 1 refused". */
export function summaryOf(entries: readonly UploadEntry[], sharedHost: string): string {
  const holds = entries.map((entry) => holdOf(entry, sharedHost));
  return COUNTED.flatMap(([hold, one, many]) => {
    const count = holds.filter((other) => other === hold).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  }).join(", ");
}
