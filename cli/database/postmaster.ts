import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isNoSpace, noSpaceRefusal } from "../explain";
import { findFreePort } from "../free-port";
import { Refusal } from "../refusal";
import { type Cluster, lastComplaint } from "./cluster";
import { canConnect } from "./connection";
import { isAlive, isPostgres, sleep } from "./process";

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;
const LOG_LIMIT_BYTES = 5_000_000;

/** A running server of the cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "128MB",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
};

/** Which server to start when none runs. */
export interface StartOptions {
  /** A fixed port, so that a restarted server is found where it was; undefined for any free one. */
  readonly port?: number | undefined;
  /** More settings of PostgreSQL, by name. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

/**
 * The cluster's server: the running one, whoever started it, else a new one. A server that is still starting,
 * recovering or stopping is waited for. Safe when several processes do this at once: PostgreSQL lets one of them win.
 */
export async function ensurePostmaster(cluster: Cluster, options: StartOptions = {}): Promise<Postmaster> {
  const until = Date.now() + START_LIMIT_MS;
  let failures = 0;
  while (Date.now() < until) {
    const found = readPidFile(cluster);
    if (found && isAlive(found.pid)) {
      if (await canConnect(cluster.url(found.port, "postgres"), cluster)) return found;
      // Left over from a crash; PostgreSQL itself would mistake the other program for a server.
      if (!isPostgres(found.pid)) rmSync(pidFile(cluster), { force: true });
      await sleep(50);
      continue;
    }
    const started = await startPostmaster(cluster, options, until);
    if (started) return started;
    failures += 1;
    // The processes of a killed server need a moment to end before a new one may use the files.
    if (failures >= 3 && options.port === undefined) break;
    await sleep(200);
  }
  throw startRefusal(cluster);
}

async function startPostmaster(cluster: Cluster, options: StartOptions, until: number): Promise<Postmaster | null> {
  const port = options.port ?? (await findFreePort());
  const settings = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { command, owner } = cluster.systemUser;
  const [program, args] = command(cluster.binaries.postgres, ["-D", cluster.folder, "-p", String(port), ...settings]);
  const log = openLog(cluster);
  // Detached: Ctrl-C in the terminal must reach the app only, which then stops the database after the server.
  const env = { ...process.env, LC_ALL: "C" };
  const child = spawn(program, args, { ...owner, stdio: ["ignore", log, log], detached: true, cwd: cluster.folder, env });
  closeSync(log);
  child.unref();
  let ended = false;
  const end = (): void => {
    ended = true;
  };
  child.once("exit", end).once("error", end);
  while (!ended && Date.now() < until) {
    const found = readPidFile(cluster);
    if (found?.ready && found.pid === child.pid) return found;
    await sleep(10);
  }
  return null;
}

function openLog(cluster: Cluster): number {
  const size = statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(cluster.logFile, `${cluster.logFile}.1`);
  return openSync(cluster.logFile, "a", 0o600);
}

function startRefusal(cluster: Cluster): Refusal {
  const complaint = lastComplaint(cluster);
  if (isNoSpace(complaint)) return noSpaceRefusal(cluster.dataDir);
  return new Refusal(`The embedded database did not start: ${cluster.logFile} says why${complaint ? ` (${complaint.trim()})` : ""}.`);
}

const pidFile = (cluster: Cluster): string => join(cluster.folder, "postmaster.pid");

/** What the server says of itself: process id in line 1, port in line 4, state in line 8. Null when there is no such file. */
function readPidFile(cluster: Cluster): (Postmaster & { readonly ready: boolean }) | null {
  try {
    const lines = readFileSync(pidFile(cluster), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

/** Stops the server so that it need not recover at its next start; open connections are ended. */
export async function stopPostmaster(cluster: Cluster, pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  if (process.platform === "win32") {
    spawnSync(cluster.binaries.pgCtl, ["stop", "-D", cluster.folder, "-m", "fast", "-w"]);
    return;
  }
  signal(pid, "SIGINT");
  if (await isGone(pid)) return;
  // Immediate: nothing that was committed is lost, the next start recovers.
  signal(pid, "SIGQUIT");
  await isGone(pid);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended meanwhile, or belongs to another user who then also stops it.
  }
}

async function isGone(pid: number): Promise<boolean> {
  const until = Date.now() + STOP_LIMIT_MS;
  while (Date.now() < until) {
    // One that ended and that nobody has asked for its exit code still has its id, but is no longer PostgreSQL.
    if (!isAlive(pid) || !isPostgres(pid)) return true;
    await sleep(10);
  }
  return false;
}
