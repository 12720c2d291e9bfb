import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./refusal";

/** The project's folder, wherever the command is run from. */
export const PROJECT_ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Absolute: the server changes its working folder. */
  readonly dataDir: string;
  /** A PostgreSQL that somebody else runs; undefined for the embedded one. */
  readonly databaseUrl: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings from `.env` in the project's folder; what the environment already says wins. */
export function loadEnvFile(): void {
  const file = join(PROJECT_ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Reads and checks what the command line needs to know. An empty value counts as not set. */
export function readSettings(environment: Environment = process.env): Settings {
  return {
    host: environment.HOST || "127.0.0.1",
    port: readPort(environment.PORT || "3000"),
    dataDir: dataDirectory(environment),
    databaseUrl: environment.DATABASE_URL || undefined,
  };
}

export function dataDirectory(environment: Environment = process.env): string {
  return environment.BULKHEAD_DATA_DIR ? resolve(environment.BULKHEAD_DATA_DIR) : join(PROJECT_ROOT, ".bulkhead");
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`PORT is "${text}", which is not a port: choose a number from 1 to 65535, for example PORT=3000.`);
}
