import { useEffect, useReducer, useRef } from "react";
import { readHostName } from "@/lib/shared/host-name";
import { limiter } from "@/lib/shared/limiter";
import type { ChosenFile } from "./chosen-files";
import { checkFile, digestOf, sendLog } from "./upload-api";
import { holdOf, newEntry, type Progress, type UploadAct, type UploadEntry, withAct } from "./upload-entry";

const check = limiter(3);
const send = limiter(3);
let lastId = 0;

export interface Uploads {
  readonly entries: readonly UploadEntry[];
  /** Something is on its way. */
  readonly isSending: boolean;
  readonly add: (files: readonly ChosenFile[]) => void;
  readonly remove: (id: number) => void;
  readonly edit: (id: number, change: Extract<UploadAct, { do: "edit" }>["change"]) => void;
  /** Checks a file once more, or makes one that was not sent ready again. */
  readonly retry: (entry: UploadEntry) => void;
  readonly cancel: (id: number) => void;
  /** Sends all files that are ready. */
  readonly importReady: (sharedHost: string) => void;
}

/** The files on the page and what is done with them. Files larger than `limitBytes` are refused here: packed ones may be. */
export function useUploads(limitBytes: number): Uploads {
  const [entries, act] = useReducer(withAct, []);
  const stops = useRef(new Map<number, AbortController>());
  const isSending = entries.some(({ progress }) => progress.at === "waiting" || progress.at === "sending");
  useLeaveGuard(isSending);

  const move = (id: number, progress: Progress) => act({ do: "move", id, progress });

  async function checkOne(entry: UploadEntry) {
    if (entry.file.size > limitBytes) return move(entry.id, { at: "refused", problem: tooLarge(limitBytes) });
    const reply = await check(() => checkFile(entry.file, entry.guess));
    if (reply.ok) return move(entry.id, { at: "checked", check: reply.value });
    move(entry.id, reply.final ? { at: "refused", problem: reply.problem } : { at: "failed", problem: reply.problem, check: null });
  }

  async function sendOne(entry: UploadEntry, known: Extract<Progress, { at: "waiting" }>["check"], signal: AbortSignal) {
    if (signal.aborted) return;
    move(entry.id, { at: "sending", check: known, part: 0 });
    const body = new FormData();
    body.append("file", entry.file, entry.path);
    const query = {
      host: entry.host,
      ...(entry.takeAllRuns ? { runs: "all" } : entry.ranAt === "" ? {} : { ran_at: `${entry.ranAt}:00Z` }),
    };
    const onProgress = (part: number) => move(entry.id, { at: "sending", check: known, part });
    const reply = await digestOf(entry.file).then(
      (digest) => sendLog({ query, body, digest, onProgress, signal }),
      // The file was moved or changed since it was chosen.
      () => ({ ok: false as const, final: true, problem: { detail: "The file cannot be read any more. Choose it again." } }),
    );
    if (reply === null) return;
    if (reply.ok) return move(entry.id, { at: "imported", answer: reply.value, isShown: false });
    move(entry.id, reply.final ? { at: "refused", problem: reply.problem } : { at: "failed", problem: reply.problem, check: known });
  }

  return {
    entries,
    isSending,
    add(files) {
      const added = files.map(({ file, path }) => newEntry(++lastId, file, path));
      act({ do: "add", entries: added });
      for (const entry of added) void checkOne(entry);
    },
    remove: (id) => act({ do: "remove", id }),
    edit: (id, change) => act({ do: "edit", id, change }),
    retry(entry) {
      if (entry.progress.at === "failed" && entry.progress.check !== null)
        return move(entry.id, { at: "checked", check: entry.progress.check });
      move(entry.id, { at: "checking" });
      void checkOne(entry);
    },
    cancel(id) {
      stops.current.get(id)?.abort();
      act({ do: "cancel", id });
    },
    importReady(sharedHost) {
      const ready = entries.filter((entry) => holdOf(entry, sharedHost) === null);
      act({ do: "queue", ids: new Set(ready.map((entry) => entry.id)), sharedHost });
      for (const entry of ready) {
        const known = "check" in entry.progress ? entry.progress.check : null;
        if (known === null) continue;
        const host = readHostName(entry.host.trim() || sharedHost);
        const stop = new AbortController();
        stops.current.set(entry.id, stop);
        void send(() => sendOne({ ...entry, host: host.ok ? host.value : "" }, known, stop.signal));
      }
    },
  };
}

/** Asks before the page is left, while and only while that would break something off. */
function useLeaveGuard(isOn: boolean) {
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isOn]);
}

const tooLarge = (limitBytes: number) => ({ detail: `The file is larger than ${limitBytes / 1024 / 1024} MB.` });
