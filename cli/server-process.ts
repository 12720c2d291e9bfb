import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { sleep } from "./database/process";
import { Refusal } from "./refusal";
import { PROJECT_ROOT, type Settings } from "./settings";

const READY_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 10_000;
/** Exit code of serve.mjs when the port was taken in the meantime. */
const PORT_TAKEN = 98;
/** Exit code of the development server when it wants to be started again, for example after a change of next.config.js. */
const RESTART = 77;

export interface ServerProcess {
  /** Settles when the server answers, or when it was told to stop before that. */
  readonly ready: Promise<void>;
  /** Settles when the server ends; rejects when nobody had asked it to. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the server. `environment` is added to this process's own. */
export function startServer(
  settings: Settings,
  environment: Readonly<Record<string, string>>,
  options: { readonly dev: boolean },
): ServerProcess {
  let stopping = false;
  let child = launch(settings, environment, options.dev);
  const ended = (async () => {
    for (;;) {
      const code = await exitCode(child);
      if (stopping) return;
      if (!options.dev || code !== RESTART) throw endRefusal(code, settings);
      child = launch(settings, environment, options.dev);
    }
  })();
  const stop = async (): Promise<void> => {
    stopping = true;
    child.kill("SIGTERM");
    const deadline = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    await ended.catch(() => undefined);
    clearTimeout(deadline);
  };
  return { ready: Promise.race([ready(settings, () => stopping), ended]), ended, stop };
}

function launch(settings: Settings, environment: Readonly<Record<string, string>>, dev: boolean): ChildProcess {
  // Reading a log makes much that is dead at once; a larger nursery collects it in passing, where the default copies it.
  const args = ["--max-semi-space-size=32", join(PROJECT_ROOT, "cli/serve.mjs"), ...(dev ? ["--dev"] : [])];
  const env = { ...process.env, ...environment, PORT: String(settings.port), HOSTNAME: settings.host };
  // Detached: Ctrl-C reaches only this process, which stops the server first and the database after it.
  return spawn(process.execPath, args, {
    cwd: PROJECT_ROOT,
    env,
    stdio: ["pipe", "inherit", "inherit"],
    detached: process.platform !== "win32",
  });
}

function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

function endRefusal(code: number, { port }: Settings): Refusal {
  if (code === PORT_TAKEN)
    return new Refusal(`Port ${port} was taken by another program meanwhile: choose another with PORT=... npm start.`);
  return new Refusal(`The server ended unexpectedly with code ${code}: the lines above say why; start it again when that is mended.`);
}

/** The address under which this machine reaches the server. */
export function localUrl({ host, port }: Pick<Settings, "host" | "port">): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere || host === "127.0.0.1" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

async function ready(settings: Settings, isStopping: () => boolean): Promise<void> {
  const until = Date.now() + READY_LIMIT_MS;
  // Not "localhost": where that is ::1 first, a server on 127.0.0.1 would be asked in vain.
  const url = `${localUrl(settings).replace("//localhost:", "//127.0.0.1:")}/api/health`;
  while (Date.now() < until && !isStopping()) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(50);
  }
  if (!isStopping())
    throw new Refusal(`The server does not answer at ${url}: the lines above may say why; start it again when that is mended.`);
}
