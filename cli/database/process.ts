import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { errorCode } from "../refusal";

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Whether a process with this id exists, ours or another user's. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return errorCode(problem) === "EPERM";
  }
}

/**
 * Whether a living process is PostgreSQL. After a crash of the machine, or in a container that starts again, the id in a
 * left-over file may belong to another program. True when that cannot be told.
 */
export function isPostgres(pid: number): boolean {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
    } catch {
      return isAlive(pid);
    }
  }
  if (process.platform === "win32") return true;
  const asked = spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  return asked.error !== undefined || asked.stdout.includes("postgres");
}
