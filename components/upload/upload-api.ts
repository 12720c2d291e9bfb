import type { LogCheck } from "@/lib/api/log-check";
import type { UploadAnswer } from "@/lib/api/upload-json";
import type { LogProblem } from "./log-problem";

/** What the server said to a log. `final` problems are about the log itself; others may pass. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly final: boolean; readonly problem: LogProblem };

const ABOUT_THE_LOG = new Set([400, 413, 415, 422]);

const UNREACHED: Reply<never> = {
  ok: false,
  final: false,
  problem: { detail: "The server was not reached. Check the connection, then try again." },
};

function readReply<T>(status: number, text: string): Reply<T> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { ok: false, final: false, problem: { detail: `The server answered ${status} and nothing that can be read.` } };
  }
  if (status < 400) return { ok: true, value: body as T };
  if (status === 401)
    return { ok: false, final: false, problem: { detail: "You are signed out. Sign in in another tab, then try again." } };
  return { ok: false, final: ABOUT_THE_LOG.has(status), problem: body as LogProblem };
}

/** Asks what is in a file; nothing is stored. `host` is a guess. */
export async function checkFile(file: File, host: string | null): Promise<Reply<LogCheck>> {
  try {
    const query = new URLSearchParams(host === null ? {} : { host });
    const answer = await fetch(`/api/v1/scans/check?${query}`, { method: "POST", body: file, headers: { accept: "application/json" } });
    return readReply(answer.status, await answer.text());
  } catch {
    return UNREACHED;
  }
}

export interface Sending {
  readonly query: Readonly<Record<string, string>>;
  readonly body: FormData;
  /** SHA-256 of the file in hex, or null where the browser cannot tell. */
  readonly digest: string | null;
  /** Told how much is sent, 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a log to be stored. Null when `signal` stopped it. */
export function sendLog({ query, body, digest, onProgress, signal }: Sending): Promise<Reply<UploadAnswer> | null> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(null);
    // fetch does not tell how much is sent.
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/scans?${new URLSearchParams(query)}`);
    request.setRequestHeader("accept", "application/json");
    if (digest !== null) request.setRequestHeader("x-content-sha256", digest);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readReply(request.status, request.responseText));
    request.onerror = () => resolve(UNREACHED);
    request.onabort = () => resolve(null);
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

/** The server compares it with what arrived. Browsers take digests only over https and on this machine; null elsewhere. */
export async function digestOf(file: File): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
