import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "../refusal";
import type { Binaries } from "./binaries";

/** How to run a program of PostgreSQL: PostgreSQL refuses to run with user id 0. */
export interface SystemUser {
  /** The user that must own the database's files; null for whoever runs Bulkhead. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
}

const plain: SystemUser["command"] = (program, args) => [program, args];

// A user namespace in which root's files stay usable while the user id is not 0; works in folders closed to all others.
const NAMESPACE = ["--user", "--map-user=65534", "--map-group=65534"];
const namespaced: SystemUser["command"] = (program, args) => ["unshare", [...NAMESPACE, program, ...args]];

/** Whom PostgreSQL runs as: an existing database decides, because its files belong to somebody already. */
export function chooseSystemUser(binaries: Binaries, clusterDir: string): SystemUser {
  const isRoot = process.getuid?.() === 0;
  const version = join(clusterDir, "PG_VERSION");
  if (existsSync(version) && process.platform !== "win32") {
    const { uid, gid } = statSync(version);
    if (!isRoot && uid !== process.getuid?.()) throw otherOwner(clusterDir, uid);
    if (isRoot && uid !== 0) return { owner: { uid, gid }, command: plain };
  }
  if (!isRoot) return { owner: null, command: plain };
  const owner = existsSync(version) ? null : (reachableBy("postgres", binaries, clusterDir) ?? reachableBy("nobody", binaries, clusterDir));
  if (owner) return { owner, command: plain };
  if (spawnSync("unshare", [...NAMESPACE, binaries.postgres, "--version"]).status === 0) return { owner: null, command: namespaced };
  throw new Refusal(
    `PostgreSQL does not run as root and no other user can reach ${dirname(clusterDir)}: run Bulkhead as a normal user, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

const otherOwner = (clusterDir: string, uid: number): Refusal =>
  new Refusal(
    `The database in ${clusterDir} belongs to another user (id ${uid}): run Bulkhead as that user, or choose another folder with BULKHEAD_DATA_DIR.`,
  );

/** The user's ids when it exists and can reach both the programs and the data; else null. */
function reachableBy(name: string, binaries: Binaries, clusterDir: string): { uid: number; gid: number } | null {
  const id = (option: string): number => {
    const found = spawnSync("id", [option, name], { encoding: "utf8" });
    return found.status === 0 ? Number(found.stdout) : Number.NaN;
  };
  const user = { uid: id("-u"), gid: id("-g") };
  if (!Number.isInteger(user.uid) || !Number.isInteger(user.gid)) return null;
  const script = 'cd / && cd "$1" && "$2" --version';
  const trial = spawnSync("/bin/sh", ["-c", script, "sh", dirname(clusterDir), binaries.postgres], { ...user, stdio: "ignore" });
  return trial.status === 0 ? user : null;
}
