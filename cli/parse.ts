import { readFile } from "node:fs/promises";
import { levelCounts } from "@/lib/bench/level-counts";
import { readBench } from "@/lib/bench/read-bench";
import type { Refusal } from "@/lib/bench/report";
import { stride } from "@/lib/catalogue/controls";
import { resolveFile } from "@/lib/catalogue/resolve-file";
import type { ResolvedResult } from "@/lib/catalogue/resolve-run";
import { readLogBytes } from "@/lib/ingest/decode";
import { startInstant } from "@/lib/ingest/scan-time";
import { MAX_LOG_BYTES } from "@/lib/ingest/upload-limits";
import { Refusal as CommandRefusal } from "./refusal";

/** `parse FILE...`: one line of JSON for each file, without a database. Exit code 2 when any file is refused. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length === 0) throw new CommandRefusal('Name the files to read: "npx bulkhead parse FILE...".', { exitCode: 2 });
  let refusedAny = false;
  for (const file of args) {
    const line = await parseFile(file);
    refusedAny ||= "error" in line;
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  return refusedAny ? 2 : 0;
}

async function parseFile(file: string): Promise<Record<string, unknown>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { file, error: unreadable(error) };
  }
  const decoded = readLogBytes(bytes, MAX_LOG_BYTES);
  if (!decoded.ok) return { file, error: errorOf(decoded.error) };
  const read = readBench(decoded.value.text, decoded.value.remarks);
  if (!read.ok) return { file, error: errorOf(read.error) };
  const { format, runs, chosen } = resolveFile(read.value);
  const run = runs[chosen];
  if (run === undefined) throw new Error("a file that was read has no run");
  return {
    file,
    format,
    headerVersion: run.headerVersion,
    edition: run.edition,
    editionCandidates: run.editionCandidates,
    startedAt: startInstant(run.startedAt)?.toISOString() ?? null,
    complete: run.complete,
    runs: runs.length,
    checks: run.checks,
    score: run.score,
    counts: levelCounts(run),
    results: run.results.map(resultOf),
    skipped: run.skipped,
  };
}

const resultOf = (result: ResolvedResult) => ({
  id: result.id,
  title: result.title,
  control: result.control,
  level: result.level,
  outcome: result.outcome,
  items: result.items.map((item) => item.name),
  line: result.line,
  stride: result.control === null ? [] : stride(result.control),
});

const errorOf = ({ code, message, line, column, expected, found }: Refusal) => ({ code, message, line, column, expected, found });

function unreadable(error: unknown) {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  const message = reason === "ENOENT" ? "There is no such file." : `The file cannot be read (${reason}).`;
  return { code: "unreadable", message, line: null, column: null, expected: "a file", found: reason };
}
