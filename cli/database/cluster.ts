import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isNoSpace, noSpaceRefusal } from "../explain";
import { Refusal } from "../refusal";
import { readOrCreateSecret } from "../secret-file";
import { type Binaries, findBinaries } from "./binaries";
import { isAlive } from "./process";
import { chooseSystemUser, type SystemUser } from "./system-user";

/** The major version is in the folder's name: the files of one cannot be read by another. */
const FOLDER = "postgres-18";
const UNFINISHED = `.${FOLDER}.new-`;
const USER = "bulkhead";

/** A database directory with what is needed to run it. */
export interface Cluster {
  readonly dataDir: string;
  readonly folder: string;
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly systemUser: SystemUser;
  readonly url: (port: number, database: string) => string;
}

/** Finds the cluster in the data folder, made first when there is none. */
export function openCluster(dataDir: string): Cluster {
  const folder = join(dataDir, FOLDER);
  const binaries = findBinaries();
  const password = readOrCreateSecret(join(dataDir, "postgres-password"), () => randomBytes(24).toString("base64url"));
  const systemUser = chooseSystemUser(binaries, folder);
  if (!existsSync(join(folder, "PG_VERSION"))) createCluster(dataDir, folder, binaries, systemUser, password);
  return {
    dataDir,
    folder,
    binaries,
    systemUser,
    logFile: join(dataDir, "postgres.log"),
    url: (port, database) => `postgresql://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
  };
}

/** Made under another name and then renamed: a half-made one, or two starts at once, leave nothing broken behind. */
function createCluster(dataDir: string, folder: string, binaries: Binaries, systemUser: SystemUser, password: string): void {
  removeUnfinished(dataDir);
  const draft = join(dataDir, `${UNFINISHED}${process.pid}`);
  const passwordFile = join(dataDir, `.postgres-password-${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const { owner } = systemUser;
  if (owner) for (const path of [draft, passwordFile]) chownSync(path, owner.uid, owner.gid);
  try {
    initialise(draft, passwordFile, binaries, systemUser);
    renameSync(draft, folder);
  } catch (problem) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(folder, "PG_VERSION"))) throw isNoSpace(problem) ? noSpaceRefusal(dataDir, problem) : problem;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initialise(draft: string, passwordFile: string, binaries: Binaries, systemUser: SystemUser): void {
  const [program, args] = systemUser.command(binaries.initdb, [
    ...["-D", draft, "-U", USER, "--pwfile", passwordFile, "-A", "scram-sha-256", "-E", "UTF8", "--data-checksums", "--no-instructions"],
    // The same order of text on every operating system.
    ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
  ]);
  const made = spawnSync(program, args, { ...systemUser.owner, encoding: "utf8", cwd: draft, env: { ...process.env, LC_ALL: "C" } });
  if (made.status === 0) return;
  const output = made.error?.message ?? `${made.stdout}${made.stderr}`;
  if (isNoSpace(output)) throw noSpaceRefusal(dirname(draft));
  const words = output.split("\n").findLast((line) => /error|fatal/i.test(line)) ?? output.trim().split("\n").at(-1);
  const refusal = `The embedded database could not be made (${words?.trim()}): mend that, or set DATABASE_URL to a PostgreSQL of your own.`;
  throw new Refusal(refusal, { cause: output });
}

function removeUnfinished(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(UNFINISHED) && !isAlive(Number(name.slice(UNFINISHED.length)))) {
      rmSync(join(dataDir, name), { recursive: true, force: true });
    }
  }
}

/** The last lines of PostgreSQL's log that say something went wrong, newest last. */
export function lastComplaint(cluster: Cluster): string {
  if (!existsSync(cluster.logFile)) return "";
  const lines = readFileSync(cluster.logFile, "utf8").slice(-8_000).split("\n");
  return lines.filter((line) => /\b(FATAL|PANIC|ERROR):/.test(line)).at(-1) ?? "";
}
