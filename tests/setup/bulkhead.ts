import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  /** JavaScript that runs first in the process, to make it look like another machine. */
  readonly preload?: string;
}

/** Starts the real command; nothing of the environment's own settings gets through. */
function spawnBulkhead(args: readonly string[], { env = {}, preload }: Options = {}): ChildProcess {
  const node = preload === undefined ? [] : ["--import", `data:text/javascript,${encodeURIComponent(preload)}`];
  const clean = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", NODE_ENV: "production" as const };
  return spawn(process.execPath, [...node, "cli/bulkhead.mjs", ...args], { env: { ...clean, DATABASE_URL: "", ...env } });
}

/** Runs the real command to its end. */
export const bulkhead = (args: readonly string[], options: Options = {}): Promise<Outcome> => outcomeOf(spawnBulkhead(args, options));

/** The same, interrupted as by Ctrl-C as soon as it has printed something. */
export async function bulkheadUntil(printed: RegExp, args: readonly string[], options: Options = {}): Promise<Outcome> {
  const child = spawnBulkhead(args, options);
  let stdout = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    const before = printed.test(stdout);
    stdout += chunk.toString();
    if (!before && printed.test(stdout)) child.kill("SIGINT");
  });
  return outcomeOf(child);
}

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stdout, stderr };
}

/** A new data folder that PostgreSQL can reach also when the tests run as root. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "bulkhead-setup-"));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
