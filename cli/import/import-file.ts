import { readFile, stat } from "node:fs/promises";
import type { Viewer } from "@/lib/access/viewer";
import { sha256 } from "@/lib/data/blob";
import { findKnownLog } from "@/lib/data/known-logs";
import { readLogBytes } from "@/lib/ingest/decode";
import { ingestLog } from "@/lib/ingest/ingest-log";
import { MAX_LOG_BYTES } from "@/lib/ingest/upload-limits";
import { AppError } from "@/lib/shared/app-error";
import { errorCode } from "../refusal";

/** What became of a file. */
export type ImportedFile =
  | {
      readonly kind: "stored";
      readonly path: string;
      readonly host: string;
      readonly scanId: number;
      readonly checks: number;
      readonly complete: boolean;
      readonly newlyFailing: number;
      readonly fixed: number;
      readonly warnings: readonly string[];
    }
  | { readonly kind: "known"; readonly path: string; readonly host: string; readonly scanId: number }
  | { readonly kind: "refused"; readonly path: string; readonly reason: string };

/**
 * Stores one log, or says why not. Bytes that its host has already are not even read as a log: an import that goes on where
 * it was interrupted costs a digest for each file that is done. Only faults throw.
 */
export async function importFile(
  viewer: Viewer,
  path: string,
  { host, runs }: { readonly host: string | null; readonly runs: "newest" | "all" },
): Promise<ImportedFile> {
  if (host === null) return refused(path, "its name and folder do not tell the host: use --host or --host-from");
  const bytes = await readWhole(path);
  if (typeof bytes === "string") return refused(path, bytes);
  const knownAs = runs === "newest" ? await knownScan(viewer, bytes, host) : null;
  if (knownAs !== null) return { kind: "known", path, host, scanId: knownAs };
  try {
    const answer = await ingestLog(viewer, { host, bytes, runs, ranAt: null, fileName: path, via: "cli", receivedAt: new Date() });
    const newest = answer.runs.at(-1);
    if (newest === undefined) throw new Error("an import without a run");
    if (!answer.runs.some(({ created }) => created)) return { kind: "known", path, host, scanId: newest.scan.id };
    return {
      kind: "stored",
      path,
      host,
      scanId: newest.scan.id,
      checks: newest.scan.checks,
      complete: newest.scan.complete,
      newlyFailing: newest.diff.newlyFailing.length,
      fixed: newest.diff.fixed.length,
      warnings: answer.warnings,
    };
  } catch (problem) {
    if (problem instanceof AppError) return refused(path, reasonOf(problem));
    throw problem;
  }
}

const refused = (path: string, reason: string): ImportedFile => ({ kind: "refused", path, reason });

/** The bytes, or the reason why they cannot be had. */
async function readWhole(path: string): Promise<Buffer | string> {
  try {
    // Packed bytes are never more than unpacked ones by much, so this holds a file of many gigabytes off before it is read.
    if ((await stat(path)).size > MAX_LOG_BYTES) return `larger than the ${MAX_LOG_BYTES / 1024 ** 2} MB that a log may have`;
    return await readFile(path);
  } catch (problem) {
    return `it cannot be read (${errorCode(problem)})`;
  }
}

async function knownScan(viewer: Viewer, bytes: Buffer, host: string): Promise<number | null> {
  const log = readLogBytes(bytes, MAX_LOG_BYTES);
  if (!log.ok) return null;
  const { knownAs } = await findKnownLog(viewer, sha256(log.value.bytes), host);
  return knownAs?.host === host ? knownAs.scanId : null;
}

/** With the place in the file, where the refusal names one. */
function reasonOf({ message, detail }: AppError): string {
  const at = typeof detail?.line === "number" ? `line ${detail.line}: ` : "";
  return `${at}${message}`;
}
