import { readFileSync } from "node:fs";
import { type IngestAnswer, ingestLog, type Upload } from "@/lib/ingest/ingest-log";
import { system } from "./viewers";

/** The bytes of a real log kept in tests/logs, e.g. "v1.6.1/default5.text". */
export const logBytes = (name: string): Buffer => readFileSync(new URL(`../logs/${name}`, import.meta.url));

/** Uploads bytes for a host as the command line would. */
export function upload(host: string, bytes: Uint8Array, options: Partial<Upload> = {}): Promise<IngestAnswer> {
  return ingestLog(system, {
    host,
    bytes,
    runs: "newest",
    ranAt: null,
    fileName: null,
    via: "api",
    receivedAt: new Date("2026-11-23T12:00:00Z"),
    ...options,
  });
}

/** A log with another start time: what a rescan of an unchanged host prints. */
export const redated = (log: Buffer, iso: string): Buffer =>
  Buffer.from(log.toString().replace(/^Initializing .*$/m, `Initializing ${iso}`));
