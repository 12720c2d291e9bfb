import { join } from "node:path";
import { readEnv } from "@/lib/env";
import { appEnvironment } from "./app-environment";
import { build, isBuildNeeded } from "./build";
import { readTrustedProxies } from "./client-address.mjs";
import { prepareDataDirectory } from "./data-directory";
import { migrate } from "./database/migrate";
import { type OpenDatabase, openDatabase } from "./database/open-database";
import { checkPort } from "./free-port";
import { errorMessage, Refusal } from "./refusal";
import { localUrl, type ServerProcess, startServer } from "./server-process";
import { PROJECT_ROOT, readSettings, type Settings } from "./settings";
import type { Worker } from "./worker";

const say = (line: string): void => console.log(line);

/** `bulkhead start`: everything from a fresh checkout to a running app, and back down again when it is told to stop. */
export async function run(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== "--dev");
  if (unknown !== undefined) throw new Refusal(`"start" knows no "${unknown}": its only option is --dev.`, { exitCode: 2 });
  const dev = args.includes("--dev");
  const settings = readSettings();
  checkTrustedProxies();
  // First what fails at once, then what takes long.
  prepareDataDirectory(settings.dataDir);
  checkAppSettings(settings);
  await checkPort(settings.port, settings.host);
  if (!dev && isBuildNeeded(PROJECT_ROOT)) {
    say("Building the app; this takes a minute and happens only after a change of version ...");
    build(PROJECT_ROOT);
  }
  return serveUntilStopped(settings, dev);
}

async function serveUntilStopped(settings: Settings, dev: boolean): Promise<number> {
  const stop = stopSignal();
  let database: OpenDatabase | undefined;
  let server: ServerProcess | undefined;
  let worker: Worker | undefined;
  try {
    database = await openDatabase(settings, { say });
    const applied = await migrate(database.url, join(PROJECT_ROOT, "prisma/migrations"));
    if (applied.length > 0) say(`The database was brought up to date (${applied.length} ${applied.length === 1 ? "step" : "steps"}).`);
    const environment = appEnvironment(settings.dataDir, database.url);
    // Loaded only now: it brings the whole data layer along, which a refusal above need not wait for.
    const { prepare } = await import("./prepare");
    const code = await prepare({ ...environment, PORT: String(settings.port), HOST: settings.host });
    if (stop.requested()) return 0;
    server = startServer(settings, environment, { dev });
    // Beside the server, not in it: no mail takes time from a page, and there is no second place to look for whether it runs.
    const { startWorker } = await import("./worker");
    worker = startWorker(database.url);
    await Promise.race([stop.received, server.ready]);
    if (!stop.requested()) announce(settings, code);
    await Promise.race([stop.received, server.ended]);
    return 0;
  } finally {
    await Promise.all([server?.stop(), worker?.stop()]);
    await database?.close();
  }
}

function announce(settings: Settings, setupCode: string | null): void {
  const url = process.env.BULKHEAD_URL || localUrl(settings);
  say(`\nBulkhead is ready at ${url} (Ctrl-C stops it).`);
  if (setupCode !== null) say(`Nobody has an account yet: open ${url}/setup and use this code once: ${setupCode}`);
}

/** SIGINT, SIGTERM and SIGHUP end the app in order: the server and the jobs first, so that they still have their database. */
function stopSignal(): { readonly received: Promise<void>; readonly requested: () => boolean } {
  let requested = false;
  const received = new Promise<void>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(name, () => {
        requested = true;
        resolve();
      });
    }
  });
  return { received, requested: () => requested };
}

/** The app would refuse these too, but only after the build. */
function checkAppSettings({ dataDir, databaseUrl }: Settings): void {
  try {
    readEnv({ ...process.env, ...appEnvironment(dataDir, databaseUrl ?? "embedded") });
  } catch (problem) {
    throw new Refusal(errorMessage(problem), { cause: problem });
  }
}

function checkTrustedProxies(): void {
  try {
    readTrustedProxies(process.env.TRUSTED_PROXIES);
  } catch (problem) {
    const entry = problem instanceof Error ? problem.message : "";
    throw new Refusal(`TRUSTED_PROXIES has "${entry}": it takes addresses and ranges such as "10.0.0.7, 192.168.0.0/16".`);
  }
}
