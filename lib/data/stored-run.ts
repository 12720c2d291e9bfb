import "server-only";
import type { BenchFormat, BenchRun } from "@/lib/bench/report";
import { type ResolvedRun, resolveRun } from "@/lib/catalogue/resolve-run";
import { pack, sha256, unpack } from "./blob";

/** What a run printed, as stored: everything but its time and its place in the file, so that equal rescans share one row. */
type StoredRun = Pick<BenchRun, "headerVersion" | "benchmark" | "closed" | "checks" | "score" | "results" | "skipped">;

interface Stored {
  readonly format: BenchFormat;
  readonly run: StoredRun;
}

/** The blob of a run and its address. */
export async function packRun(run: BenchRun, format: BenchFormat): Promise<{ digest: string; data: Buffer }> {
  const { headerVersion, benchmark, closed, checks, score, results, skipped } = run;
  const stored: Stored = { format, run: { headerVersion, benchmark, closed, checks, score, results, skipped } };
  const json = JSON.stringify(stored);
  return { digest: sha256(json), data: await pack(Buffer.from(json)) };
}

/** The run behind a stored blob, resolved with the catalogue of today. */
export async function unpackRun(data: Uint8Array): Promise<ResolvedRun> {
  const stored = JSON.parse((await unpack(data)).toString()) as Stored;
  return resolveRun({ ...stored.run, startedAt: null, firstLine: 0, lastLine: 0 }, stored.format);
}
